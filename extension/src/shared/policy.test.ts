import {describe, expect, it} from 'vitest';
import {fields} from './fields.js';
import {lockable, parsePolicy, policySchema} from './policy.js';
import {initialSettings, parseSettings} from './settings.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const channel = 'https://packs.example.org/v1/channels/staff';

describe('the schema', () => {
	const properties = policySchema()['properties'] as Record<string, unknown>;

	it('lets an organisation set everything but what is the user’s own', () => {
		const own = Object.keys(fields).filter(name => !(name in properties));
		expect(own).toEqual(['officialHandles', 'official', 'field']);
	});

	it('describes each kind of setting', () => {
		expect(properties).toMatchObject({
			org: {type: 'string', enum: ['', 'ec', 'osce', 'un']},
			channel: {type: 'string'},
			keys: {type: 'array', items: {type: 'string'}},
			locked: {type: 'array', items: {type: 'string', enum: ['org', 'channel', 'keys']}},
			guard: {type: 'boolean'},
			appsBanned: {type: 'array', items: {type: 'string'}},
			watchlist: {type: 'array', items: {type: 'object'}},
			contactEthics: {type: 'string'},
			sites: {type: 'object', properties: {x: {type: 'boolean'}}},
			severity: {type: 'object', properties: {offensive: {type: 'string', enum: ['full', 'caution', 'hint', 'off']}}},
		});
	});
});

describe('a policy', () => {
	it.each([undefined, null, {}, [], 'x'])('is none where there is none: %j', managed => {
		expect(parsePolicy(managed)).toEqual({values: {}, locked: [], problems: []});
	});

	it('sets what the user has not changed', () => {
		const policy = parsePolicy({org: 'ec', channel, keys: [key(1)], guard: false, contactEthics: 'ethics@example.org', sites: {facebook: false}, watchlist: [{word: 'Blue Heron'}]});
		expect(policy).toMatchObject({locked: [], problems: []});
		expect(parseSettings({}, policy)).toEqual({
			...initialSettings(), org: 'ec', channel, keys: [key(1)], guard: false, contactEthics: 'ethics@example.org',
			sites: {x: true, linkedin: true, facebook: false}, watchlist: [{word: 'Blue Heron'}],
		});
		const own = {version: 3, org: 'un', guard: true, sites: {x: false}, watchlist: [{word: 'Otter'}], contactEthics: '', channel: ''};
		expect(parseSettings(own, policy)).toMatchObject({
			org: 'un', channel: '', keys: [key(1)], guard: true, sites: {x: false, linkedin: true, facebook: false}, watchlist: [{word: 'Otter'}], contactEthics: '',
		});
	});

	it('locks only organisation, channel and keys, whatever it asks for', () => {
		expect(lockable).toEqual(['org', 'channel', 'keys']);
		const policy = parsePolicy({org: 'ec', channel, keys: [key(1)], guard: false, locked: ['org', 'guard', 'channel', 'keys', 'watchlist', 7]});
		expect(policy.locked).toEqual(['org', 'channel', 'keys']);
		expect(policy.problems.map(({path, got}) => [path.join('.'), got])).toEqual([['policy.locked.1', 'guard'], ['policy.locked.4', 'watchlist'], ['policy.locked.5', 7]]);
		const own = {version: 3, org: 'un', channel: `${channel}-2`, keys: [key(2)], guard: true};
		expect(parseSettings(own, policy)).toMatchObject({org: 'ec', channel, keys: [key(1)], guard: true});
	});

	it('names what does not fit, and uses the rest', () => {
		const policy = parsePolicy({
			org: 'nato', channel: 'http://packs.example.org', keys: [key(1), 'short'], guard: {}, severity: 'off', colour: 'red', field: ['x'], sites: {x: false, other: true},
			watchlist: [{word: 'Otter'}, {word: 'x'}], appsBanned: ['x'], locked: ['org', 'keys'],
		});
		expect(policy.values).toEqual({keys: [key(1)], sites: {x: false, linkedin: true, facebook: true}, watchlist: [{word: 'Otter'}]});
		expect(policy.locked).toEqual(['keys']);
		expect(policy.problems.map(({path, got, want}) => [path.join('.'), got, want.what])).toEqual([
			['policy.org', 'nato', 'choice'], ['policy.channel', 'http://packs.example.org', 'address'], ['policy.keys.1', 'short', 'key'],
			['policy.guard', {}, 'flag'], ['policy.severity', 'off', 'record'], ['policy.colour', 'colour', 'name'], ['policy.field', 'field', 'name'], ['policy.sites.other', 'other', 'name'],
			['policy.watchlist.1.word', 'x', 'word'], ['policy.appsBanned.0', 'x', 'word'], ['policy.locked.0', 'org', 'name'],
		]);
	});

	it('locks in a list: anything else is named', () => {
		expect(parsePolicy({org: 'ec', locked: 'org'})).toMatchObject({locked: [], problems: [{path: ['policy', 'locked'], want: {what: 'list'}}]});
	});

	it('lets words go after their last day', () => {
		const managed = {watchlist: [{word: 'Blue Heron', until: '2027-01-31'}, {word: 'Otter'}]};
		expect(parsePolicy(managed, '2027-01-31').values.watchlist).toHaveLength(2);
		expect(parsePolicy(managed, '2027-02-01').values.watchlist).toEqual([{word: 'Otter'}]);
	});
});
