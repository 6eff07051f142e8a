import {expect, it} from 'vitest';
import {en} from './texts/en.js';
import {counted, fill, langOf, textsFor} from './texts.js';

it('falls back to English', () => {
	expect(textsFor('tlh-QS')).toBe(en);
	expect(langOf('en-GB')).toBe('en');
	expect(langOf('constructor')).toBe('en');
});

it('fills in values and leaves unknown places', () => {
	expect(fill('{a} of {b}, {c}', {a: 1, b: 'two'})).toBe('1 of two, {c}');
	expect(fill('{a}', {a: '{a}$&'})).toBe('{a}$&');
});

it('counts', () => {
	const texts = {none: 'no', one: 'one', many: '{count} things'};
	expect([0, 1, 2].map(count => counted(texts, count))).toEqual(['no', 'one', '2 things']);
});
