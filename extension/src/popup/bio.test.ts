import {expect, it} from 'vitest';
import type {BioAnswer} from '../shared/protocol.js';
import {en} from '../shared/texts/en.js';
import {linesOf} from './bio.js';

const bio = 'Official account, European Commission. Views mine. Not my employer’s.';
const spanOf = (words: string): [number, number] => [bio.indexOf(words), bio.indexOf(words) + words.length];
const linesFor = (changes: Partial<BioAnswer>): string[] => linesOf({
	grade: 'none', enough: false, employer: [spanOf('European Commission')], disclaimer: [], concerns: [], lang: 'en', seen: false, org: 'ec', texts: [], ...changes,
}, bio, en);

it('says what contradicts what: all the disclaimer says, and whom the profile speaks for', () => {
	const both = [spanOf('Views mine'), spanOf('Not my employer’s')];
	expect(linesFor({grade: 'contradicts', disclaimer: both})).toEqual([
		'It names your employer: “European Commission”.',
		'“Views mine”, “Not my employer’s” says the views are yours, “European Commission” that you speak for your organisation. One of them should go.',
	]);
	expect(linesFor({grade: 'contradicts', employer: [], disclaimer: [both[0]!]})).toEqual([
		en.check.noEmployer,
		'“Views mine” says the views are yours, other words that you speak for an organisation. One of them should go.',
	]);
});

it('says of any profile whether it names the employer, and quotes what gives concern', () => {
	const [start, end] = spanOf('Official account');
	expect(linesFor({employer: [], concerns: [{kind: 'official-looking', where: 'bio', start, end}]})).toEqual([
		en.check.noEmployer, en.bio.none, '“Official account” may look like an official account.',
	]);
});
