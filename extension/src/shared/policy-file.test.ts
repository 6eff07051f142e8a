import {readFile} from 'node:fs/promises';
import {expect, it} from 'vitest';
import {readSettingsFile} from '../options/settings-file.js';
import {parsePolicy} from './policy.js';

/** What `circumspect pack policy` and `pack settings` print; the tests of the tool write these files. */
const printed = async (name: string) => readFile(new URL(`../../../testdata/packs/${name}.json`, import.meta.url), 'utf8');

it('reads the policy that the tool prints', async () => {
	const {policies} = JSON.parse(await printed('policy')) as {policies: {'3rdparty': {Extensions: Record<string, unknown>}}};
	const policy = parsePolicy(policies['3rdparty'].Extensions['circumspect@extension'], '2026-11-22');
	expect(policy.problems).toEqual([]);
	expect(policy.locked).toEqual(['org', 'channel']);
	expect(policy.values).toMatchObject({
		org: 'ec', channel: 'https://packs.inland-harbours.example/v1/channels/staff', contactEthics: 'Ethics correspondent',
		watchlist: [{word: 'Blue Heron', until: '2027-02-28'}, {word: 'Otter'}],
	});
	expect(policy.values.keys).toHaveLength(2);
});

it('reads the settings file that the tool prints', async () => {
	const read = readSettingsFile(await printed('settings'), '1.0');
	expect(read).toMatchObject({loaded: {settings: {org: 'ec', watchlist: [{word: 'Otter'}], contactSecurity: 'Duty officer'}, unknown: [], leftOut: []}});
});
