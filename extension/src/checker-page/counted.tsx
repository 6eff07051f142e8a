import {CopyButton} from '../page/copy-button.js';
import {useTexts} from '../page/mount.js';
import type {Surface} from '../shared/protocol.js';
import {counted, fill} from '../shared/texts.js';
import {type Count, countsOf} from './counts.js';

/** How long the text is for each site, and a way to take it there. */
export function Counted({text, surface}: {text: string; surface: Surface}) {
	const {checkerPage: texts} = useTexts();
	return (
		<div class="row apart">
			<ul class="row quiet plain-list counts">
				<li>{counted(texts.characters, text.length)}</li>
				{countsOf(text, surface).map(count => <OfSite key={count.site} {...count} />)}
			</ul>
			<div class="row"><CopyButton text={text} label={texts.copy} /></div>
		</div>
	);
}

function OfSite({site, used, limit}: Count) {
	const {checkerPage: texts, lang} = useTexts();
	const number = (value: number) => value.toLocaleString(lang);
	const over = used - limit;
	const values = {site: texts.sites[site], used: number(used), limit: number(limit), over: number(over)};
	return <li class={over > 0 ? 'over' : undefined}>{fill(over > 0 ? texts.over : texts.fits, values)}</li>;
}
