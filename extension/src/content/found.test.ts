import {expect, it} from 'vitest';
import type {CheckAnswer} from '../shared/protocol.js';
import {en} from '../shared/texts/en.js';
import {findingAt} from './finding-sample.js';
import {Found} from './found.js';
import type {TextMap} from './text-map.js';

const mapOf = (text: string): TextMap => ({text, range: () => null, offset: () => null});
const answerOf = (part: Partial<CheckAnswer> = {}): CheckAnswer => ({findings: [findingAt(4, 7)], notes: [], langs: ['en'], provisions: {}, ...part});
/** A box that holds `one two` and has its answer. */
function answered(part?: Partial<CheckAnswer>): Found {
	const found = new Found(mapOf('one two'), en, () => undefined);
	found.take(answerOf(part), 0, 'one two');
	return found;
}
const placesIn = (found: Found) => found.scene.marks.flatMap(({places}) => places);

it('is checking before the first answer and while one is overdue', () => {
	expect(new Found(mapOf('one'), en, () => undefined).state(false)).toEqual({kind: 'checking'});
	expect(answered().state(true)).toEqual({kind: 'checking'});
	expect(answered().state(false)).toEqual({kind: 'findings', count: 1, severity: 'warning'});
});

it('moves what was found with the text, also where the text went on before the answer', () => {
	const found = answered();
	expect(found.edited(mapOf('one two'))).toBe(false);
	expect(found.edited(mapOf('now one two'))).toBe(true);
	expect(placesIn(found)).toEqual([{start: 8, end: 11}]);
	found.take(answerOf(), 0, 'one two');
	expect(placesIn(found)).toEqual([{start: 8, end: 11}]);
	found.take(answerOf({findings: [{...findingAt(0, 3), part: 1}]}), 0, 'now one two');
	expect(placesIn(found)).toEqual([]);
});

it('never says nothing found of what was not all looked at', () => {
	expect(answered({findings: []}).state(false)).toEqual({kind: 'nothing'});
	const partly = answered({findings: [], notes: [{kind: 'language', what: 'fr'}]});
	expect(partly.state(false)).toEqual({kind: 'unchecked', reason: en.box.partly});
	expect(partly.noteLines).toHaveLength(1);
});

it('keeps what was found where an answer is only late, and nothing where it is refused', () => {
	const found = answered();
	found.refused('no-answer');
	expect([found.scene.marks.length, found.state(false)]).toEqual([1, {kind: 'unchecked', reason: en.reasons['no-answer']}]);
	found.refused('engine-off');
	expect(found.scene.marks).toEqual([]);
});

it('shows nothing on a site that is switched off, until it is asked again', () => {
	const found = answered();
	found.refused('site-off');
	expect([found.silent, found.scene.marks, found.warnings]).toEqual([true, [], []]);
	found.unsilence();
	expect(found.silent).toBe(false);
});

it('holds warnings until they are accepted, and again in a new text', () => {
	const found = answered();
	expect(found.warnings).toHaveLength(1);
	found.pass(found.warnings);
	expect([found.warnings.length, found.scene.marks.length]).toEqual([0, 1]);
	found.edited(mapOf(''));
	found.edited(mapOf('one two'));
	found.take(answerOf(), 0, 'one two');
	expect(found.warnings).toHaveLength(1);
});
