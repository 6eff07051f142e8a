// @vitest-environment jsdom
import {describe, expect, it} from 'vitest';
import {initialSettings} from '../shared/settings.js';
import {type ChannelFile, parseChannelFile, withChannel} from './channel-file.js';

const key = `${'A'.repeat(43)}=`;
const good: ChannelFile = {channel: 'staff', organisation: 'ec', keys: [key]};

describe('what the server says of its organisation', () => {
	it('is taken as it stands', () => {
		expect(parseChannelFile(good)).toEqual(good);
		expect(parseChannelFile({...good, keys: [key, key], more: 1})).toEqual({...good, keys: [key, key]});
	});

	it.each<[unknown, string]>([
		[null, 'got no record'],
		[[], 'got no record'],
		[{...good, channel: '../packs'}, 'channel: got "../packs", want up to 32'],
		[{...good, channel: 'a'.repeat(33)}, 'channel: got'],
		[{...good, channel: 7}, 'channel: got 7'],
		[{...good, organisation: 'nato'}, 'organisation: got "nato", want ec, osce, un'],
		[{...good, keys: []}, 'keys: got []'],
		[{...good, keys: [key, key, key]}, 'want 1 or 2 keys'],
		[{...good, keys: ['A']}, 'keys: got ["A"]'],
		[{...good, keys: key}, 'want 1 or 2 keys'],
	])('%j is refused', (value, says) => expect(parseChannelFile(value)).toContain(says));
});

describe('the channel of the server', () => {
	const settings = {...initialSettings(), org: 'ec' as const};

	it('is asked at its own origin only', () => {
		expect(withChannel(settings, good)).toEqual({...settings, channel: `${location.origin}/v1/channels/staff`, keys: [key]});
	});

	it('is left alone where it is for another organisation, unreadable or not there', () => {
		expect(withChannel({...settings, org: 'un'}, good).channel).toBe('');
		expect(withChannel(settings, 'checker.json: got no record, want one').channel).toBe('');
		expect(withChannel(settings, null).channel).toBe('');
	});
});
