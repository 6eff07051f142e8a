import type {Finding, Severity, Suggestion} from '../shared/finding.js';
import {movePlace, type Edit, type Place} from './edit.js';

/** A finding at its present places in the text; the finding's own offsets are those of the answer. */
export interface Mark {
	readonly finding: Finding;
	/** What is underlined, in the order of the text: the words that weighed, or else the phrase. */
	readonly places: readonly Place[];
	/** The words found, as they were when answered; empty where the whole post or what it shares is meant. */
	readonly phrase: string;
	/** What may be written instead, at its present place; without those an edit went through. */
	readonly suggestions: readonly Suggestion[];
}

const gravity: Readonly<Record<Severity, number>> = {hint: 0, caution: 1, warning: 2};

/** Makes marks of an answer, in the order of the text, the graver first where two begin together. */
export function marksOf(findings: readonly Finding[], text: string): Mark[] {
	return findings.map(finding => markOf(finding, text)).sort(inOrder);
}

function markOf(finding: Finding, text: string): Mark {
	if (finding.shared) return {finding, places: [], phrase: '', suggestions: []};
	const {start, end, suggestions} = finding;
	return {finding, places: placesOf(finding), phrase: text.slice(start, end), suggestions};
}

function placesOf({start, end, weighed = []}: Finding): Place[] {
	if (weighed.length > 0) return weighed.map(([from, to]) => ({start: from, end: to}));
	return start < end ? [{start, end}] : [];
}

function inOrder(a: Mark, b: Mark): number {
	return startOf(a) - startOf(b) || gravity[b.finding.severity] - gravity[a.finding.severity] || endOf(a) - endOf(b);
}

/** Where the first underlined words of a mark begin; 0 where none are underlined. */
export function startOf({places}: Mark): number {
	return places[0]?.start ?? 0;
}

function endOf({places}: Mark): number {
	return places.at(-1)?.end ?? 0;
}

/** Moves marks along with an edit and leaves out those the edit went through. */
export function moveMarks(marks: readonly Mark[], edit: Edit): Mark[] {
	return marks.flatMap(mark => moveMark(mark, edit) ?? []);
}

/** A finding without words of its own (on the whole post, or on what is shared) stays until the next answer. */
function moveMark(mark: Mark, edit: Edit): Mark | null {
	const [places, suggestions] = [moveAll(mark.places, edit), moveAll(mark.suggestions, edit)];
	// Without one of its words a judgement may no longer hold.
	return places.length < mark.places.length ? null : {...mark, places, suggestions};
}

function moveAll<P extends Place>(places: readonly P[], edit: Edit): P[] {
	return places.flatMap(place => movePlace(place, edit) ?? []);
}

/** The mark among `marks` that speaks of the same as `mark` did before a new answer: same rule and words, nearest to it. */
export function sameMark(mark: Mark, marks: readonly Mark[]): Mark | undefined {
	return marks
		.filter(other => markKey(other) === markKey(mark))
		.sort((a, b) => Math.abs(startOf(a) - startOf(mark)) - Math.abs(startOf(b) - startOf(mark)))[0];
}

/** The gravest severity among marks. */
export function gravest(marks: readonly Mark[]): Severity {
	return marks.reduce<Severity>((worst, {finding}) => (gravity[finding.severity] > gravity[worst] ? finding.severity : worst), 'hint');
}

/** What tells a finding from the others of a text: its rule and the words it marks. */
export function markKey(mark: Mark): string {
	return `${mark.finding.rule}\n${mark.phrase.toLowerCase()}`;
}
