import type {Mark} from '../content/mark.js';
import type {Severity, Suggestion} from '../shared/finding.js';

/** A text with what could be mended by itself. */
export interface Cleaned {
	text: string;
	/** What was changed, in the order of the text; places are those of the text before. */
	changes: readonly Suggestion[];
}

const graverFirst: readonly Severity[] = ['warning', 'caution', 'hint'];

/** Applies the suggestions that only leave out or replace words: one a finding, the gravest first, none over another. */
export function cleanedText(text: string, marks: readonly Mark[]): Cleaned {
	const chosen: Suggestion[] = [];
	const sorted = marks.toSorted((a, b) => graverFirst.indexOf(a.finding.severity) - graverFirst.indexOf(b.finding.severity));
	for (const {suggestions} of sorted) {
		const fitting = suggestions.find(one => one.start < one.end && !chosen.some(other => overlap(one, other)));
		if (fitting) chosen.push(fitting);
	}
	const changes = chosen.toSorted((a, b) => a.start - b.start);
	// From the end, so that the places before stay right.
	const cleaned = changes.reduceRight(changed, text);
	return {text: cleaned, changes};
}

function changed(text: string, {start, end, text: instead}: Suggestion): string {
	const [before, after] = [text.slice(0, start), text.slice(end)];
	// Words that are left out leave one blank behind, not two.
	const isDouble = instead === '' && /(?:^|\s)$/u.test(before) && after.startsWith(' ');
	return before + instead + (isDouble ? after.slice(1) : after);
}

function overlap(a: Suggestion, b: Suggestion): boolean {
	return a.start < b.end && b.start < a.end;
}
