import {expect, it} from 'vitest';
import {current} from './words.js';

it('keeps a word through its whole last day, and those without one', () => {
	const words = [{word: 'over', until: '2027-01-30'}, {word: 'last day', until: '2027-01-31'}, {word: 'always'}];
	expect(current(words, '2027-01-31').map(({word}) => word)).toEqual(['last day', 'always']);
	expect(current(words, '2027-02-01').map(({word}) => word)).toEqual(['always']);
});
