import {describe, expect, it} from 'vitest';
import {initialsOf, readPasted} from './pasted.js';

const field = {max: 5, maxBytes: 80};
const read = (text: string, there = [{word: 'Otter'}]) => readPasted(text, field, there, '2026-11-22');

describe('a pasted list', () => {
	it('has a word a line, and perhaps a last day', () => {
		expect(read('Blue Heron\r\n  File 2026/17 \t2027-01-31\n\nSwan;2026-11-22\rCrane, 2027-02-28\t\n')).toEqual({wrong: [], add: [
			{word: 'Blue Heron'}, {word: 'File 2026/17', until: '2027-01-31'}, {word: 'Swan', until: '2026-11-22'}, {word: 'Crane', until: '2027-02-28'},
		]});
	});

	it('tells which lines cannot be added, and why', () => {
		const {add, wrong} = read('Heron\nx\nSwan; tomorrow\nCrane, 2027-02-30\nStork\t2026-11-21\nOtter\nHeron\nA b, c, 2027-01-01');
		expect(add).toEqual([{word: 'Heron'}]);
		expect(wrong.map(({line, trouble}) => [line, trouble])).toEqual([
			[2, 'unfit'], [3, 'date'], [4, 'date'], [5, 'over'], [6, 'double'], [7, 'double'], [8, 'date'],
		]);
		expect(wrong[1]).toMatchObject({text: 'Swan; tomorrow', word: 'Swan', day: 'tomorrow'});
	});

	it('ends where the list is full', () => {
		const {add, wrong} = read('aa\nbb\ncc\ndd\nee');
		expect(add).toHaveLength(4);
		expect(wrong).toMatchObject([{line: 5, trouble: 'full'}]);
	});
});

describe('initials', () => {
	it.each([
		['Ada Example', 'A.E.'], [' Élodie  O’Sample ', 'É.O.'], ['Иван Образец', 'И.О.'],
		['Example', undefined], ['blue heron', undefined], ['EU Council', undefined], ['Ada B Example', undefined], ['File 2026', undefined],
	])('of %j are %j', (word, initials) => expect(initialsOf(word)).toBe(initials));
});
