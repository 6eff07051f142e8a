import {describe, expect, it} from 'vitest';
import {countsOf, weighted} from './counts.js';

describe('the length of a text as X counts it', () => {
	it.each<[string, number]>([
		['', 0],
		['a fish', 6],
		['Ünï', 3],
		['“so” — he said', 14],
	['…', 2],
		['море', 4],
		['漁業', 4],
		['🚀', 2],
		['👩‍👩‍👧‍👧', 2],
		['❤️', 2],
		['🇪🇺', 2],
		['1, 2 and #', 10],
		['e\u0301', 1],
		['see https://commission.europa.eu/about/a-page?with=much#behind it', 30],
		['http://a.eu https://b.eu', 47],
	])('%j is %i', (text, want) => expect(weighted(text)).toBe(want));
});

describe('how much a text fills', () => {
	it('is told for each site that takes it as such, in its own units', () => {
		expect(countsOf('漁業', 'post')).toEqual([
			{site: 'x', limit: 280, used: 4}, {site: 'linkedin', limit: 3000, used: 2}, {site: 'facebook', limit: 63_206, used: 2},
		]);
		expect(countsOf('漁業', 'bio')).toContainEqual({site: 'x', limit: 160, used: 2});
	});

	it('is not told where no limit is known', () => {
		expect(countsOf('a', 'dm')).toEqual([]);
		expect(countsOf('a', 'article')).toEqual([]);
	});
});
