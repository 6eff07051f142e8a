import type {Finding, Severity, Suggestion} from '../shared/finding.js';
import {movePlace, type Edit, type Place} from './edit.js';

/** A finding at its present place in the text; the finding's own offsets are those of the answer. */
export interface Mark extends Place {
	readonly finding: Finding;
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
	if (finding.shared) return {finding, start: 0, end: 0, phrase: '', suggestions: []};
	const {start, end, suggestions} = finding;
	return {finding, start, end, phrase: text.slice(start, end), suggestions};
}

function inOrder(a: Mark, b: Mark): number {
	return a.start - b.start || gravity[b.finding.severity] - gravity[a.finding.severity] || a.end - b.end;
}

/** Moves marks along with an edit and leaves out those the edit went through. */
export function moveMarks(marks: readonly Mark[], edit: Edit): Mark[] {
	return marks.flatMap(mark => moveMark(mark, edit) ?? []);
}

/** A finding without words of its own (on the whole post, or on what is shared) stays until the next answer. */
function moveMark(mark: Mark, edit: Edit): Mark | null {
	const moved = mark.phrase === '' ? mark : movePlace(mark, edit);
	return moved && {...moved, suggestions: mark.suggestions.flatMap(one => movePlace(one, edit) ?? [])};
}

/** The mark among `marks` that speaks of the same as `mark` did before a new answer: same rule and words, nearest to it. */
export function sameMark(mark: Mark, marks: readonly Mark[]): Mark | undefined {
	return marks
		.filter(other => markKey(other) === markKey(mark))
		.sort((a, b) => Math.abs(a.start - mark.start) - Math.abs(b.start - mark.start))[0];
}

/** The gravest severity among marks. */
export function gravest(marks: readonly Mark[]): Severity {
	return marks.reduce<Severity>((worst, {finding}) => (gravity[finding.severity] > gravity[worst] ? finding.severity : worst), 'hint');
}

/** What tells a finding from the others of a text: its rule and the words it marks. */
export function markKey(mark: Mark): string {
	return `${mark.finding.rule}\n${mark.phrase.toLowerCase()}`;
}
