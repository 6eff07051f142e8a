import {expect, it} from 'vitest';
import {catalogueName, counted, fill, localised} from './texts.js';

it('keeps English where the browser has no other words', () => {
	const english = {a: 'A', b: {c: 'C'}};
	expect(localised(english)).toEqual(english);
});

it('names texts with the signs a catalogue allows', () => {
	expect(catalogueName(['reasons', 'no-organisation'])).toBe('reasons_no@organisation');
});

it('fills in values and leaves unknown places', () => {
	expect(fill('{a} of {b}, {c}', {a: 1, b: 'two'})).toBe('1 of two, {c}');
	expect(fill('{a}', {a: '{a}$&'})).toBe('{a}$&');
});

it('counts as the language does', () => {
	const texts = {none: 'no', one: 'one', few: '{count} few', other: '{count} things'};
	expect([0, 1, 2].map(count => counted(texts, count))).toEqual(['no', 'one', '2 things']);
	expect([1, 3, 7].map(count => counted(texts, count, 'pl'))).toEqual(['one', '3 few', '7 things']);
	expect(counted({one: 'one', other: '{count}'}, 0)).toBe('0');
});
