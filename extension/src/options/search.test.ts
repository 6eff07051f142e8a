import {describe, expect, it} from 'vitest';
import {fields} from '../shared/fields.js';
import {en} from '../shared/texts/en.js';
import {search, sections, settingsOf, titleOf} from './search.js';

const found = (query: string) => {
	const {settings, sections: shown, count} = search(query, en);
	return {settings: [...settings], sections: [...shown], count};
};

describe('search', () => {
	it('leaves everything in sight where nothing is sought', () => {
		expect(found('  ').sections).toEqual(sections);
		expect(found('').settings).toHaveLength(Object.keys(fields).length);
	});

	it('finds by label, explanation, value and group', () => {
		expect(found('contractor').settings).toEqual(['status']);
		expect(found('insults').settings).toEqual(['severity']);
		expect(found('nicknames').settings).toEqual(['watchlist']);
		expect(found('before you post').settings).toEqual(['guard', 'guardSites', 'acts', 'media']);
		expect(found('fingerprint')).toEqual({settings: [], sections: ['dismissed', 'start'], count: 2});
		expect(found('ETHÍCS').settings).toEqual(['contactEthics']);
		expect(found('zebra')).toEqual({settings: [], sections: [], count: 0});
	});

	it('knows a heading for every section, and every setting in one', () => {
		expect(sections.map(section => titleOf(section, en)).every(Boolean)).toBe(true);
		expect(sections.flatMap(settingsOf).sort()).toEqual(Object.keys(fields).sort());
	});
});
