import {describe, expect, it} from 'vitest';
import {channelName, channelPattern, isAddress, isKey, tidyKeys} from './channel.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('the address of a channel', () => {
	it.each([
		'https://packs.example.org/v1/channels/staff',
		'https://packs.example.org:8443/v1/channels/pilot-2',
		'https://xn--bcher-kva.example/v1/channels/a',
		'https://packs/v1/channels/0',
		'https://192.0.2.7/v1/channels/staff',
		`https://packs.example.org/v1/channels/${'a'.repeat(32)}`,
	])('may be %s', address => expect(isAddress(address)).toBe(true));

	it.each([
		'', 'staff', 'http://packs.example.org/v1/channels/staff', 'https://packs.example.org/v1/channels/',
		'https://packs.example.org/v1/channels/Staff', 'https://packs.example.org/v1/channels/staff/',
		'https://packs.example.org/v1/channels/staff?user=7', 'https://packs.example.org/v1/channels/staff#7',
		'https://packs.example.org/v1/channels/a/../staff', 'https://packs.example.org/v1/channels/%73taff',
		'https://packs.example.org/v2/channels/staff', 'https://packs.example.org/x/v1/channels/staff',
		'https://me@packs.example.org/v1/channels/staff', 'https://packs.example.org@evil.example/v1/channels/staff',
		'https://packs.example.org:443/v1/channels/staff', 'https://packs.example.org:99999/v1/channels/staff',
		'https://packs.example.org:/v1/channels/staff', 'https://Packs.example.org/v1/channels/staff',
		'https://bücher.example/v1/channels/staff', 'https://packs..example/v1/channels/staff', 'https://-packs.example/v1/channels/staff',
		'https://packs.example.org./v1/channels/staff', 'https://127.1/v1/channels/staff', 'https://[::1]/v1/channels/staff',
		'https://*/v1/channels/staff', ' https://packs.example.org/v1/channels/staff', 'https://packs.example.org/v1/channels/staff\n',
		`https://packs.example.org/v1/channels/${'a'.repeat(33)}`, `https://${'a.'.repeat(200)}example/v1/channels/staff`, 7, null,
	])('may not be %j', address => expect(isAddress(address)).toBe(false));

	it('names the channel and its one host', () => {
		expect(channelName('https://packs.example.org:8443/v1/channels/pilot-2')).toBe('pilot-2');
		expect(channelPattern('https://packs.example.org:8443/v1/channels/pilot-2')).toBe('https://packs.example.org/*');
	});
});

describe('a key', () => {
	it('is base64 of 32 bytes, written in one way', () => {
		for (const byte of [0, 1, 127, 255]) expect(isKey(key(byte))).toBe(true);
		for (const wrong of ['', key(1).slice(0, -1), `${key(1)}=`, key(1).replace(/.=$/u, 'B='), Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), key(255).replaceAll('/', '_'), 7]) {
			expect(isKey(wrong)).toBe(false);
		}
	});

	it('is listed once, two at most, in order', () => {
		expect(tidyKeys([` ${key(3)}\n`, key(3), 'x', null, key(1), key(2)])).toEqual([key(3), key(1)]);
	});
});
