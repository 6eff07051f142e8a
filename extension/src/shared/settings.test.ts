import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {en} from './texts/en.js';
import {type Field, fields, organisations, statuses} from './fields.js';
import {parsePolicy} from './policy.js';
import {initialSettings, migrations, parseSettings, profilePairs, settingsVersion, storedForm} from './settings.js';
import {tidyWords, unfitWords} from './words.js';

const repository = path.join(import.meta.dirname, '..', '..', '..');
const all = Object.entries(fields) as [keyof typeof fields, Field][];

describe('parseSettings', () => {
	it('gives the initial settings for whatever is none', () => {
		for (const stored of [undefined, null, 7, 'x', [], {}, {version: 99}, {version: -3}]) {
			expect(parseSettings(stored)).toEqual(initialSettings());
		}
	});

	it('gives back what was stored', () => {
		const settings = {
			...initialSettings(), org: 'osce', status: 'former', field: ['mine action'], device: 'corporate', official: true,
			watchlist: [{word: 'Blue Heron', until: '2027-01-31'}, {word: 'Otter'}], sites: {x: false, linkedin: true, facebook: true},
		} as const;
		expect(parseSettings(structuredClone(storedForm(settings)))).toEqual(settings);
	});

	it('leaves out what does not fit and keeps the rest', () => {
		const stored = {version: 1, org: 'nato', status: 'intern', field: 'not a list', official: 'yes', sites: {x: 'no', linkedin: false, other: true}};
		expect(parseSettings(stored)).toEqual({
			...initialSettings(), status: 'intern', sites: {x: true, linkedin: false, facebook: true},
		});
	});

	it('has one step for every version there was', () => {
		expect(migrations).toHaveLength(settingsVersion);
		expect(parseSettings({org: 'un'}).org).toBe('un');
		expect(parseSettings({version: 1, watchlist: ['Blue Heron']}).watchlist).toEqual([{word: 'Blue Heron'}]);
		expect(parseSettings({version: 2, watchlist: [{word: 'Otter', until: '2027-02-30'}, {word: 'Otter'}, 'x', {until: '2027-01-01'}]}).watchlist)
			.toEqual([{word: 'Otter'}]);
	});

	it('takes from before version 3 only what differs from the beginning: all was stored then', () => {
		const policy = parsePolicy({guard: false, acts: 'hold'});
		const before = {version: 2, guard: true, acts: 'note', media: false, sites: {x: true, linkedin: true, facebook: true}};
		expect(parseSettings(before, policy)).toMatchObject({guard: false, acts: 'hold', media: false});
		expect(parseSettings({...before, version: 3}, policy)).toMatchObject({guard: true, acts: 'note', media: false});
	});

	it('keeps what only a newer version knows', () => {
		const newer = {version: 9, org: 'ec', colour: {of: 'night'}};
		expect(storedForm(parseSettings(newer))).toMatchObject({org: 'ec', colour: {of: 'night'}});
	});

	it('never hands out the same initial list twice', () => {
		expect(initialSettings().field).not.toBe(initialSettings().field);
	});
});

describe('tidyWords', () => {
	const field = {kind: 'words', group: 'words', initial: [], max: 3, maxBytes: 9} as const;
	it.each([
		[['  a  b ', 'a b', ''], ['a b']],
		[['one', 'two', 'three', 'four'], ['one', 'two', 'three']],
		// Too short or too long for the engine; one letter may be a word in Chinese.
		[['x', 'é', '!!', '😀', '中', 'Ω', '2/3'], ['中', '2/3']],
		[['123456789', '1234567890', 'жжжж', 'жжжжж'], ['123456789', 'жжжж']],
		[['\u200b\u200b', 'ﷺ'], []],
		[['a\0b'], ['a b']],
		[[1, null, 'xy'], ['xy']],
	])('%j becomes %j', (given, want) => expect(tidyWords(field, given)).toEqual(want));

	it('tells which words were left out', () => {
		expect(unfitWords(field, ['one', ' x ', 'far too long', 'x', 7])).toEqual(['x', 'far too long']);
	});
});

describe('the contract with engine/profile.go', () => {
	const contract = JSON.parse(readFileSync(path.join(repository, 'testdata/contract/profile.json'), 'utf8')) as {
		fields: Record<string, {key: string; kind: string; values?: string[]}>;
		cases: {settings: object; lang: string; pairs: [string, string][]}[];
	};

	it('names the same fields, keys and values', () => {
		const told = Object.fromEntries(all.filter(([, field]) => field.profile).map(([name, field]) => [name, {
			key: field.profile, kind: field.kind, ...('values' in field && {values: field.values}),
		}]));
		expect(told).toEqual(Object.fromEntries(Object.entries(contract.fields).map(([name, {key, kind, values}]) => [name, {key, kind, ...(values && {values})}])));
	});

	it('tells the engine the same', () => {
		expect(contract.cases.length).toBeGreaterThanOrEqual(3);
		for (const {settings, lang, pairs} of contract.cases) expect(profilePairs(parseSettings(settings), lang)).toEqual(pairs);
	});
});

describe('the form', () => {
	it('has words for every setting and every value', () => {
		for (const [name, field] of all) {
			const wording: {label: string; about: string; values?: Record<string, string>} = en.settings[name];
			expect(wording.label).not.toBe('');
			if (field.kind === 'choice') expect(Object.keys(wording.values ?? {}).sort()).toEqual([...field.values].sort());
			if (field.kind === 'switches') expect(Object.keys(wording.values ?? en.sites)).toEqual(field.names);
			if (field.kind === 'levels') {
				expect(Object.keys(en.categories)).toEqual(field.names);
				expect(Object.keys(wording.values ?? {})).toEqual(field.values);
			}
		}
	});

	it('offers the organisations there are packs for', () => {
		const packs = readdirSync(path.join(repository, 'rules/packs')).map(file => path.parse(file).name).sort();
		expect([...organisations].sort()).toEqual(packs);
		expect(new Set(statuses).size).toBe(6);
	});
});
