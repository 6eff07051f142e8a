import type {Provision} from '../../shared/finding.js';
import {fill, type ContentTexts} from '../../shared/texts.js';
import {Icon} from '../icon.js';
import {ReminderFrame} from '../reminder-frame.js';

const mostNames = 2;
/** What is kept of a long file name: enough to know it by. */
const [nameStart, nameEnd] = [14, 12];

/** Something to ask oneself about a picture or video; yes is the good answer. */
export interface MediaAsk {
	/** In the reader's language. */
	ask: string;
	/** Ids of provisions of the active pack. */
	provisions: readonly string[];
}

interface ReminderProps {
	questions: readonly MediaAsk[];
	/** What is known of the provisions; an id that is not among them is not shown. */
	provisions?: Readonly<Record<string, Provision>>;
	/** Names of the pictures that carry the place where they were taken. */
	withPlace: readonly string[];
	texts: ContentTexts;
	close(): void;
}

/** A quiet list of what to look for in what was just attached. It does not take the focus and wants no answer. */
export function Reminder({questions, provisions = {}, withPlace, texts, close}: ReminderProps) {
	if (questions.length === 0 && withPlace.length === 0) return null;
	return (
		<ReminderFrame id="media-title" title={texts.media.title} closing={texts.media.close} close={close}>
			{withPlace.length > 0 ? <Carried names={withPlace} texts={texts} /> : null}
			{questions.length > 0 ? <Questions questions={questions} provisions={provisions} texts={texts} /> : null}
		</ReminderFrame>
	);
}

/** Names the pictures that carry a place, and how to leave it out. */
function Carried({names, texts}: {names: readonly string[]; texts: ContentTexts}) {
	return (
		<div class="carried">
			<Icon name="caution" />
			<div>
				<p class="what">{carriedText(names, texts)}</p>
				<p>{texts.media.without}</p>
			</div>
		</div>
	);
}

/** Says which pictures carry the place where they were taken, also to be read aloud. At least one name. */
function carriedText(names: readonly string[], texts: ContentTexts): string {
	const {carries, more} = texts.media;
	const shown = names.slice(0, mostNames).map(name => fill(texts.box.quoted, {words: shortName(name)})).join(', ');
	const left = names.length - mostNames;
	const all = left > 0 ? fill(more, {names: shown, count: left}) : shown;
	return fill(names.length === 1 ? carries.one : carries.other, {names: all});
}

/** Cut in the middle, so that beginning and ending can be read. */
function shortName(name: string): string {
	const letters = [...name];
	if (letters.length <= nameStart + nameEnd + 1) return name;
	return `${letters.slice(0, nameStart).join('')}…${letters.slice(-nameEnd).join('')}`;
}

function Questions({questions, provisions, texts}: Required<Pick<ReminderProps, 'questions' | 'provisions' | 'texts'>>) {
	const cited = questions.map(question => question.provisions.flatMap(id => provisions[id] ?? []));
	const documents = new Set(cited.flatMap(([first]) => first?.document ?? []));
	return (
		<>
			<p class="where" id="media-how">{texts.media.how}</p>
			<ul class="questions" aria-labelledby="media-how">
				{questions.map(({ask}, index) => (
					<li key={ask}>
						{ask}
						{cited[index]?.[0] ? <small> {cited[index][0].place}</small> : null}
					</li>
				))}
			</ul>
			{[...documents].map(document => <p class="where" key={document}>{document}</p>)}
		</>
	);
}
