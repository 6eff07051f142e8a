import type {BioAnswer} from '../../shared/protocol.js';
import {counted, type ContentTexts} from '../../shared/texts.js';
import {ReminderFrame} from '../reminder-frame.js';
import {type ReadBio, recognisedIn} from './recognised.js';

/** How far the writer has come with the ready text. */
export type Taken = 'copied' | 'not-copied' | 'not-inserted' | null;

interface BioReminderProps {
	read: ReadBio;
	answer: BioAnswer;
	/** Which of the ready texts is shown. */
	chosen: number;
	taken: Taken;
	/** How many UTF-16 code units the ready text is too long by to be inserted; null where there is no form. */
	over: number | null;
	texts: ContentTexts;
	actions: {choose(index: number): void; copy(): void; insert(): void; close(): void};
}

/** Tells whether there is anything to be reminded of. */
export function isWorthSaying({grade, enough, employer, concerns}: BioAnswer): boolean {
	return grade === 'contradicts' || concerns.length > 0 || (employer.length > 0 && !enough);
}

/** What the user's own profile says of them, what it may lack, and a text that would do. */
export function BioReminder(props: BioReminderProps) {
	const {answer, texts, actions} = props;
	const lacks = !answer.enough && answer.grade !== 'contradicts';
	return (
		<ReminderFrame id="bio-title" title={texts.bio.title} closing={texts.bio.close} close={() => actions.close()} foot={lacks ? <Buttons {...props} /> : null}>
			{linesOf(props).map(line => <p class="said" key={line}>{line}</p>)}
			{lacks && answer.texts.length > 0 ? <Ready {...props} /> : null}
		</ReminderFrame>
	);
}

/** What was recognised, a line each; also to be read aloud. */
export function linesOf({read, answer, texts}: Pick<BioReminderProps, 'read' | 'answer' | 'texts'>): string[] {
	const {grade, enough, org} = answer;
	const {employer, disclaimer, concerns} = recognisedIn(read, answer, texts);
	const asks = enough || grade === 'contradicts' ? undefined : texts.bio.asks[org as keyof typeof texts.bio.asks];
	// The words of another text stand for no claim of ours.
	const told = !enough || grade === 'contradicts' ? disclaimer : undefined;
	return [employer, told, asks, ...concerns].filter(line => line !== undefined);
}

/** A text that would do, to take over by a press. */
function Ready({answer: {texts: ready}, chosen, taken, over, texts, actions}: BioReminderProps) {
	const {bio} = texts;
	const one = ready[chosen] ?? ready[0]!;
	return (
		<>
			<h3 id="bio-ready">{bio.ready}</h3>
			{ready.length > 1 ? <Languages ready={ready} chosen={chosen} texts={texts} choose={actions.choose} /> : null}
			<blockquote lang={one.lang} dir="auto" aria-labelledby="bio-ready">{one.text}</blockquote>
			{over !== null && over > 0 ? <p class="where">{counted(bio.tooLong, over)}</p> : null}
			<p class="where" role="status">{taken === 'not-copied' ? bio.notCopied : taken === 'not-inserted' ? bio.notInserted : ''}</p>
		</>
	);
}

function Buttons({answer, taken, over, texts: {bio}, actions}: BioReminderProps) {
	const some = answer.texts.length > 0;
	return (
		<>
			{some && over !== null && over <= 0 ? <button type="button" class="main" onClick={() => actions.insert()}>{bio.insert}</button> : null}
			{some ? <button type="button" class="quiet" onClick={() => actions.copy()}>{taken === 'copied' ? bio.copied : bio.copy}</button> : null}
			<button type="button" class="quiet" onClick={() => actions.close()}>{bio.has}</button>
		</>
	);
}

function Languages({ready, chosen, texts, choose}: {ready: BioAnswer['texts']; chosen: number; texts: ContentTexts; choose(index: number): void}) {
	const names = new Intl.DisplayNames([texts.lang], {type: 'language'});
	return (
		<p class="take" role="group" aria-label={texts.bio.language}>
			{ready.map(({lang}, index) => (
				<button type="button" class="quiet" key={lang} aria-pressed={index === chosen} onClick={() => choose(index)}>{names.of(lang) ?? lang}</button>
			))}
		</p>
	);
}
