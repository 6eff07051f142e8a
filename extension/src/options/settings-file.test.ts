import {describe, expect, it} from 'vitest';
import type {Settings} from '../shared/fields.js';
import {initialSettings, parseSettings, storedForm} from '../shared/settings.js';
import {readSettingsFile, settingsFile} from './settings-file.js';

const settings: Settings = {
	...initialSettings(), org: 'un', field: ['mine action'], watchlist: [{word: 'Blue Heron', until: '2027-01-31'}],
	sites: {x: false, linkedin: true, facebook: true}, contactEthics: 'Ethics Office',
};
const now = new Date('2026-11-22T10:00:00Z');
const write = (withSecret = true) => settingsFile(settings, '0.1.0', withSecret, now);

/** A file whose settings are these lines. */
const fileOf = (lines: string, about: object = {}) => {
	const head = JSON.stringify({product: 'circumspect', version: '0.1.0', form: 2, ...about}).slice(1, -1);
	return `{\n${head},\n"settings": {\n${lines}\n}\n}`;
};
function mistakesOf(text: string) {
	const read = readSettingsFile(text, '0.1.0');
	return 'mistakes' in read ? read.mistakes : [];
}

describe('a file of settings', () => {
	it('gives back what was saved', () => {
		expect(readSettingsFile(write(), '0.1.0')).toEqual({loaded: {settings, unknown: [], leftOut: []}});
		expect(JSON.parse(write())).toMatchObject({product: 'circumspect', version: '0.1.0', form: 3, date: now.toISOString()});
	});

	it('holds the watchlist only where that was asked for', () => {
		expect(write(false)).not.toContain('Heron');
		expect(readSettingsFile(write(false), '0.1.0')).toMatchObject({loaded: {settings: {org: 'un', field: ['mine action']}}});
	});

	it('brings through what only a newer version knows', () => {
		const newer = fileOf('"org": "ec", "colour": {"of": ["night"]}, "acts": "sing"', {version: '0.10.0', form: 3});
		const read = readSettingsFile(newer, '0.9.0');
		expect(read).toEqual({loaded: {settings: {org: 'ec', colour: {of: ['night']}}, unknown: ['colour'], leftOut: ['acts']}});
		const stored = parseSettings({...storedForm(initialSettings()), ...('loaded' in read && read.loaded.settings)});
		expect(JSON.parse(settingsFile(stored, '0.9.0', false))).toMatchObject({settings: {org: 'ec', colour: {of: ['night']}, acts: 'note'}});
	});

	it('does not take a version among the settings for one', () => {
		expect(readSettingsFile(fileOf('"version": 99, "org": "ec"'), '0.1.0')).toEqual({loaded: {settings: {org: 'ec'}, unknown: [], leftOut: []}});
	});

	it('is not fooled by names that objects have', () => {
		const read = readSettingsFile(fileOf('"__proto__": {"org": "ec"}, "constructor": 1'), '0.1.0');
		expect('loaded' in read && read.loaded.unknown).toEqual(['__proto__', 'constructor']);
		expect('loaded' in read && (read.loaded.settings as {org?: string}).org).toBeUndefined();
	});
});

describe('a broken file', () => {
	it.each<[string, string, number, object]>([
		['a switch', '\n"sites": {\n"x": "yes"}', 6, {path: ['settings', 'sites', 'x'], got: 'yes', want: {what: 'flag'}}],
		['a choice', '"org": "nato"', 4, {path: ['settings', 'org'], got: 'nato'}],
		['a flag', '"guard": 1', 4, {path: ['settings', 'guard'], got: 1, want: {what: 'flag'}}],
		['a list', '"field": "trade"', 4, {path: ['settings', 'field'], got: 'trade', want: {what: 'list'}}],
		['a word', '"field": ["trade",\n7]', 5, {path: ['settings', 'field', 1], got: 7, want: {what: 'word'}}],
		['a watched word', '"watchlist": ["Otter"]', 4, {path: ['settings', 'watchlist', 0], want: {what: 'entry'}}],
		['a watched word that is none', '"watchlist": [\n{"until": "2027-01-01"}]', 5, {path: ['settings', 'watchlist', 0, 'word'], got: undefined}],
		['a date', '"watchlist": [{"word": "Otter",\n"until": "2027-02-30"}]', 5, {got: '2027-02-30', want: {what: 'date'}}],
		['a line', '"contactEthics": "a\\nb"', 4, {want: {what: 'line', values: {max: 200}}}],
		['a name', '"severity": {"manners": "hint"}', 4, {path: ['settings', 'severity', 'manners'], want: {what: 'name'}}],
		['a level', '"severity": {"offensive": "loud"}', 4, {path: ['settings', 'severity', 'offensive'], got: 'loud'}],
		['a record', '"sites": [true]', 4, {want: {what: 'record'}}],
		['too many', `"field": ${JSON.stringify(Array.from({length: 31}, (_, number) => `word ${number}`))}`, 4, {got: 31, want: {what: 'most', values: {max: 30}}}],
	])('is told of by line and field: %s', (_name, lines, line, misfit) => {
		const [first, ...more] = mistakesOf(fileOf(lines));
		expect(first).toMatchObject({line, problem: {misfit}});
		expect(more).toEqual([]);
	});

	it('is told of wholly', () => {
		const lines = mistakesOf(fileOf('"org": "nato",\n"guard": "x",\n"field": [1,\n2]')).map(({line}) => line);
		expect(lines).toEqual([4, 5, 6, 7]);
	});

	it.each<[string, number, string]>([
		['', 1, 'empty'],
		['{"product": "circumspect"\n"form": 2}', 2, 'CommaExpected'],
		['{"a": 1,\n}', 2, 'PropertyNameExpected'],
		['// note\n{}', 1, 'InvalidCommentToken'],
		['{"a": yes}', 1, 'InvalidSymbol'],
		['{"a": "b\n"}', 1, 'UnexpectedEndOfString'],
		['{} {}', 1, 'EndOfFileExpected'],
		['{"a": [1, 2', 1, 'CloseBracketExpected'],
	])('is told of where it is no JSON: %j', (text, line, json) => expect(mistakesOf(text)[0]).toEqual({line, problem: {json}}));

	it('may not say a thing twice', () => {
		expect(mistakesOf(fileOf('"org": "ec",\n"org": "un"'))).toEqual([{line: 5, problem: {doubled: ['settings', 'org']}}]);
	});

	it.each([
		['[]', [[]]],
		['{"product": "other", "version": 1, "form": 1, "settings": []}', [['product'], ['version'], ['form'], ['settings']]],
		[fileOf('', {form: 2.5}), [['form']]],
	])('must be one of ours: %s', (text, paths) => {
		expect(mistakesOf(text).map(({problem}) => 'misfit' in problem && problem.misfit.path)).toEqual(paths);
	});
});
