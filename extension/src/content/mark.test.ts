import {describe, expect, it} from 'vitest';
import type {Finding} from '../shared/finding.js';
import {editBetween} from './edit.js';
import {findingAt} from './finding-sample.js';
import {gravest, markKey, marksOf, moveMarks, sameMark, startOf, type Mark} from './mark.js';

const text = 'one two three';
const wordsOf = ({places}: Mark, whole: string) => places.map(({start, end}) => whole.slice(start, end));

/** A finding on `two` that was made by the words at `weighed`. */
function weighing(...weighed: [number, number][]): Finding {
	return {...findingAt(4, 7), weighed};
}

describe('marks', () => {
	it('come in the order of the text, the graver first', () => {
		const marks = marksOf([findingAt(8, 13), findingAt(0, 3, 'hint', 'b/b'), findingAt(0, 3, 'caution')], text);
		expect(marks.map(mark => [mark.phrase, mark.finding.severity])).toEqual([['one', 'caution'], ['one', 'hint'], ['three', 'warning']]);
		expect(gravest(marks)).toBe('warning');
	});

	it('move with their suggestions, and go when edited through', () => {
		const marks = marksOf([findingAt(4, 7), findingAt(8, 13)], text);
		const through = moveMarks(marks, editBetween(text, 'one tXwo three')!);
		expect(through.map(mark => mark.phrase)).toEqual(['three']);
		const after = 'zero one two three';
		const whole = moveMarks(marks, editBetween(text, after)!);
		expect(whole.map(mark => wordsOf(mark, after))).toEqual([['two'], ['three']]);
		expect(whole.map(({suggestions: [one]}) => after.slice(one!.start, one!.end))).toEqual(['two', 'three']);
	});

	it('lose a suggestion that reaches over an edit, and stay', () => {
		const wide = {...findingAt(4, 7), suggestions: [{label: 'Remove', start: 0, end: 13, text: ''}]};
		const [mark] = moveMarks(marksOf([wide], text), editBetween(text, 'one two threes')!);
		expect(mark?.suggestions).toHaveLength(1);
		const [other] = moveMarks(marksOf([wide], text), editBetween(text, 'one two thXree')!);
		expect([other?.phrase, other?.suggestions]).toEqual(['two', []]);
	});

	it('of the whole post stay wherever one writes', () => {
		const [mark] = moveMarks(marksOf([findingAt(0, 0)], text), editBetween(text, 'X')!);
		expect(mark).toMatchObject({phrase: '', places: []});
	});

	it('of what is shared have no words here', () => {
		const [mark] = marksOf([{...weighing([0, 3]), shared: true}], text);
		expect(mark).toMatchObject({phrase: '', places: [], suggestions: []});
	});

	it('are known again after a new answer by rule and words, the nearest first', () => {
		const twice = 'bad and bad';
		const [first, second] = marksOf([findingAt(0, 3), findingAt(8, 11)], twice);
		const next = marksOf([findingAt(2, 5), findingAt(10, 13)], '  bad and BAD');
		expect(sameMark(second!, next)).toBe(next[1]);
		expect(sameMark(first!, next)).toBe(next[0]);
		expect(sameMark({...first!, phrase: 'other'}, next)).toBeUndefined();
		expect(markKey(first!)).toBe(markKey(next[1]!));
	});

	it('lie at the words that weighed, and are still known by their phrase', () => {
		const [mark] = marksOf([weighing([0, 3], [8, 13])], text);
		expect([mark!.phrase, wordsOf(mark!, text), startOf(mark!)]).toEqual(['two', ['one', 'three'], 0]);
		expect(markKey(mark!)).toBe(markKey(marksOf([weighing([8, 13])], text)[0]!));
	});

	it.each([
		['before all of them', 'So: one two three', ['one', 'three']],
		['between them, even in the phrase', 'one tXwo or so three', ['one', 'three']],
		['after them', 'one two three four', ['one', 'three']],
		['in the first', 'oXne two three', null],
		['in the last', 'one two thXree', null],
		['over the last', 'one two', null],
	])('of several words move with an edit %s, and go with any one of them', (_, after, words) => {
		const [mark] = moveMarks(marksOf([weighing([0, 3], [8, 13])], text), editBetween(text, after)!);
		expect(mark ? wordsOf(mark, after) : null).toEqual(words);
	});
});
