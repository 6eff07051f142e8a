import {judging, standingText, troublesOf} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import {Pack} from '../page/pack.js';
import type {ChannelStatus} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';
import type {ChannelFile} from './channel-file.js';
import type {Standing} from './orders.js';

interface JudgingProps {
	standing: Standing | undefined;
	/** What the server says of its organisation: a text where that cannot be read. */
	file: ChannelFile | string | null;
	org: string;
}

/** What judges now, and why not what should. */
export function Judging({standing, file, org}: JudgingProps) {
	const texts = useTexts();
	if (!standing) return <p class="quiet" role="status">{texts.checkerPage.starting}</p>;
	const {engine, reason = '', pack, packProblem, channel} = standing;
	return (
		<>
			{engine === 'off' && <p class="notice" role="alert">{fill(texts.checkerPage.off, {reason})}</p>}
			{packProblem && <p class="notice" role="alert">{fill(texts.checkerPage.problem, {reason: packProblem})}</p>}
			{pack && channel && <OfHouse channel={channel} />}
			<OfServer file={file} org={org} />
			{pack && <details class="part"><summary>{texts.checkerPage.judging}</summary><Pack pack={pack} /></details>}
		</>
	);
}

/** Whether the pack that the server publishes can be meant at all. */
function OfServer({file, org}: Pick<JudgingProps, 'file' | 'org'>) {
	const texts = useTexts();
	const {house} = texts.checkerPage;
	if (typeof file === 'string') return <p class="notice">{fill(house.unnamed, {reason: file})}</p>;
	if (!file || file.organisation === org) return null;
	return <p class="quiet">{fill(house.other, {name: texts.settings.org.values[file.organisation]})}</p>;
}

/** The house pack that judges, or why it does not, or why an older one does. */
function OfHouse({channel}: {channel: ChannelStatus}) {
	const texts = useTexts();
	const {house: own} = texts.checkerPage;
	const house = judging(channel);
	const old = channel.house && standingText(channel.house, texts);
	const reason = whyNot(channel, texts);
	if (!house) return <NoHouse reason={old ?? reason} />;
	return (
		<>
			<p>{fill(own.line, {name: house.name, version: house.version})}</p>
			{old && <p class="notice">{old}</p>}
			{reason && <p class={channel.refusal ? 'notice' : 'quiet'}>{fill(channel.refusal ? own.old : own.held, {reason})}</p>}
		</>
	);
}

/** Only the built-in pack judges. Until it is known why, the channel is being asked. */
function NoHouse({reason}: {reason: string | undefined}) {
	const {house} = useTexts().checkerPage;
	if (!reason) return <p class="quiet" role="status">{house.asking}</p>;
	return <p class="notice" role="alert">{fill(house.builtIn, {reason})}</p>;
}

/** Why the newest envelope does not judge: it could not be fetched, was not taken, or cannot serve. */
function whyNot(channel: ChannelStatus, texts: Texts): string | undefined {
	const refused = channel.refusal?.refusal ?? channel.heldRefusal;
	// Elsewhere it is the user who enters keys.
	return refused?.reason === 'unknown-key' ? texts.checkerPage.house.unknownKey : troublesOf(channel, texts)[0]?.says;
}
