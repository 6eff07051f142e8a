import {describe, expect, it} from 'vitest';
import {editBetween, movePlace} from './edit.js';

describe('editBetween', () => {
	it.each([
		['abc', 'abc', null],
		['', 'abc', {from: 0, oldEnd: 0, newEnd: 3}],
		['abc', '', {from: 0, oldEnd: 3, newEnd: 0}],
		['ab', 'aXb', {from: 1, oldEnd: 1, newEnd: 2}],
		['aXb', 'ab', {from: 1, oldEnd: 2, newEnd: 1}],
		['one two three', 'one 2 three', {from: 4, oldEnd: 7, newEnd: 5}],
		['aa', 'aaa', {from: 2, oldEnd: 2, newEnd: 3}],
		['😀', '😁', {from: 1, oldEnd: 2, newEnd: 2}],
	])('%j to %j', (before, after, edit) => {
		expect(editBetween(before, after)).toEqual(edit);
		if (edit) expect(before.slice(0, edit.from) + after.slice(edit.from, edit.newEnd) + before.slice(edit.oldEnd)).toBe(after);
	});
});

describe('movePlace', () => {
	// `word` in `a word b`, edited into each of these.
	const before = 'a word b';
	const place = {start: 2, end: 6};
	it.each([
		['an edit before it', 'Say: a word b', 'word'],
		['an emoji before it', '😀 a word b', 'word'],
		['a removal before it', 'word b', 'word'],
		['an edit after it', 'a word and b', 'word'],
		['a letter right after it', 'a words b', 'word'],
		['a letter right before it', 'a sword b', 'word'],
		['an edit within it', 'a wXrd b', null],
		['an edit over its start', 'ord b', null],
		['an edit over its end', 'a wor', null],
		['its removal', 'a  b', null],
	])('%s', (_, after, words) => {
		const moved = movePlace(place, editBetween(before, after)!);
		expect(moved && after.slice(moved.start, moved.end)).toBe(words);
	});
});
