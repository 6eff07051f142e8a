import type {BioAnswer, Concern} from '../../shared/protocol.js';
import {fill, type ContentTexts} from '../../shared/texts.js';

/** A profile as it was read; the answer's spans are in `bio`, `name` and `handle`. */
export interface ReadBio {
	bio: string;
	name?: string;
	handle?: string;
}

/** What was recognised in a profile, in sentences that quote its words. */
export interface Recognised {
	/** Undefined where no employer is named. */
	employer: string | undefined;
	disclaimer: string;
	concerns: string[];
}

/** Says what was recognised in a profile. */
export function recognisedIn(read: ReadBio, answer: BioAnswer, {bio: texts, box}: Pick<ContentTexts, 'bio' | 'box'>): Recognised {
	const quoted = (spans: readonly Span[]) => quote(spans.map(([start, end]) => read.bio.slice(start, end)), box.quoted);
	const [employer, disclaimer] = [quoted(answer.employer), quoted(answer.disclaimer)];
	// It may speak for an organisation that is not named, or not the user's own.
	const grade = answer.grade === 'contradicts' && !employer ? 'contradictsUnnamed' : answer.grade;
	return {
		employer: employer ? fill(texts.employer, {words: employer}) : undefined,
		disclaimer: fill(texts[grade], {words: disclaimer, other: employer}),
		concerns: answer.concerns.map(concern => fill(texts.concerns[concern.kind], {words: quote([wordsOf(concern, read)], box.quoted)})),
	};
}

type Span = readonly [start: number, end: number];

/** Each of the words once, in quotation marks. */
function quote(words: readonly string[], form: string): string {
	return [...new Set(words.map(one => fill(form, {words: one.trim()})))].join(', ');
}

function wordsOf({where, start, end}: Concern, read: ReadBio): string {
	return (read[where] ?? '').slice(start, end);
}
