import type {ComponentChildren} from 'preact';
import {judging, shownDate, shownMoment, standingText} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import type {House} from '../shared/finding.js';
import type {ChannelStatus} from '../shared/protocol.js';
import {counted, fill} from '../shared/texts.js';

interface FactsProps {
	channel: ChannelStatus;
	keys: readonly string[];
}

/** Which pack judges, since when and until when, and when its channel was and will be asked. */
export function HouseFacts({channel, keys}: FactsProps) {
	const texts = useTexts();
	const {facts} = texts.house;
	const house = judging(channel);
	const old = channel.house && standingText(channel.house, texts);
	const moment = (ms: number | undefined) => (ms === undefined ? facts.never : <span translate={false}>{shownMoment(ms, texts.lang)}</span>);
	return (
		<div class="stack">
			<h3>{facts.title}</h3>
			{house
				? <p><strong>{fill(facts.version, {name: house.name, version: house.version})}</strong>. {counted(facts.rules, house.rules)}</p>
				: <p>{facts.builtIn}</p>}
			{old && <p class="notice">{old}</p>}
			<dl class="known">
				<Fact name={facts.address}><code translate={false}>{channel.address}</code></Fact>
				<Fact name={facts.keys}>{keys.length > 0 ? keys.map(key => <code key={key} translate={false}>{key}</code>) : texts.options.empty}</Fact>
				{house && <Fact name={facts.since}>{moment(channel.fetchedAt)}</Fact>}
				{house && <Fact name={facts.until}><span translate={false}>{shownDate(house.expires, texts.lang)}</span></Fact>}
				<Fact name={facts.checked}>{moment(channel.checkedAt)}</Fact>
				{channel.next !== undefined && <Fact name={facts.next}>{moment(channel.next)}</Fact>}
			</dl>
			{channel.house && <ForPublishers house={channel.house} digest={channel.digest} />}
		</div>
	);
}

function Fact({name, children}: {name: string; children: ComponentChildren}) {
	return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/** What tells one envelope from another. */
function ForPublishers({house, digest}: {house: House; digest: string | undefined}) {
	const texts = useTexts();
	const {facts} = texts.house;
	return (
		<details class="quiet">
			<summary>{facts.more}</summary>
			<dl class="known">
				<Fact name={facts.valid}><span translate={false}>{shownDate(house.notBefore, texts.lang)}</span></Fact>
				<Fact name={facts.signed}><code translate={false}>{house.key}</code></Fact>
				<Fact name={facts.digest}><code translate={false}>{digest}</code></Fact>
			</dl>
		</details>
	);
}
