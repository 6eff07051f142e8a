import {useId} from 'preact/hooks';
import {ask} from '../shared/ask.js';
import type {ChannelStatus, News} from '../shared/protocol.js';
import {counted, fill} from '../shared/texts.js';
import {changeText} from './house-words.js';
import {useTexts} from './mount.js';

/** More changes than these are only counted. */
const mostShown = 12;

/** Tells quietly what an update of the organisation's pack has changed, until the user has read it. */
export function HouseNews({channel, open = false}: {channel: ChannelStatus | null; open?: boolean}) {
	const texts = useTexts().house.news;
	const id = useId();
	if (!channel?.news) return null;
	const {news, house} = channel;
	return (
		<section class="stack house-news" style={{'--gap': '.5rem'}} aria-labelledby={id}>
			{/* No heading: popup and options are divided otherwise. */}
			<p class="label" id={id}>{news.from === 0 ? texts.first : texts.title}</p>
			{house && <p>{fill(texts.version, {name: house.name, version: news.to})}</p>}
			{news.says.map(({version, says}) => <blockquote key={version} translate={false} dir="auto">{says}</blockquote>)}
			<Changes news={news} open={open} />
			<div><button onClick={() => void ask('news-seen', {})}>{texts.close}</button></div>
		</section>
	);
}

/** The changes one by one, folded away where there is little room. */
function Changes({news: {changes}, open}: {news: News; open: boolean}) {
	const texts = useTexts();
	const more = changes.length - mostShown;
	if (changes.length === 0) return null;
	return (
		<details open={open}>
			<summary>{counted(texts.house.news.changes, changes.length)}</summary>
			<ul>
				{changes.slice(0, mostShown).map((change, index) => <li key={index}>{changeText(change, texts)}</li>)}
				{more > 0 && <li>{counted(texts.house.news.more, more)}</li>}
			</ul>
		</details>
	);
}
