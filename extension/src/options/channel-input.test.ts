import {describe, expect, it} from 'vitest';
import {en} from '../shared/texts/en.js';
import {addressProblem, keysProblem, pastedChannel, tidyAddress, wordsOf} from './channel-input.js';

const address = 'https://packs.example.org/v1/channels/staff';
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('a typed address', () => {
	it('is written as the browser would write it', () => {
		expect(tidyAddress(` ${address}\n`)).toBe(address);
		expect(tidyAddress('HTTPS://Packs.Example.org:443/v1/channels/staff')).toBe(address);
		expect(tidyAddress('packs')).toBe('packs');
		expect(addressProblem(address)).toBeUndefined();
	});

	it.each([
		['', 'missing'],
		['packs.example.org/v1/channels/staff', 'https'],
		['http://packs.example.org/v1/channels/staff', 'https'],
		['https://', 'address'],
		['https://me@packs.example.org/v1/channels/staff', 'user'],
		[`${address}?user=7`, 'rest'],
		[`${address}#7`, 'rest'],
		[`${address}/`, 'path'],
		['https://packs.example.org/v1/channels/Staff', 'path'],
		['https://packs.example.org/', 'path'],
		['https://[::1]/v1/channels/staff', 'host'],
		[`https://${'a.'.repeat(200)}example/v1/channels/staff`, 'host'],
	])('%s: %s', (typed, what) => {
		expect(addressProblem(tidyAddress(typed))?.what).toBe(what);
		expect(en.house.form.problems).toHaveProperty(what);
	});
});

describe('typed keys', () => {
	it('are one or two, each once', () => {
		expect(keysProblem(wordsOf(` ${key(1)}\n\n${key(2)} `))).toBeUndefined();
		expect(keysProblem([])).toEqual({what: 'noKey'});
		expect(keysProblem([key(1), key(1)])).toEqual({what: 'twice'});
		expect(keysProblem([key(1), key(2), key(3)])).toEqual({what: 'keys'});
		expect(keysProblem([key(1), 'abc'])).toEqual({what: 'key', key: 'abc'});
		expect(keysProblem(['x'.repeat(80)])?.key).toHaveLength(51);
	});
});

describe('a pasted message', () => {
	it('fills both fields where it holds both', () => {
		const mail = `Dear all,\nuse <${address}>, key "${key(7)}"; older key:\n\t${key(1)}\nRegards`;
		expect(pastedChannel(mail)).toEqual({address, keys: [key(7), key(1)]});
	});

	it('does nothing special where it holds one only, or two addresses', () => {
		for (const text of [address, key(1), '', `${address} ${address}2 ${key(1)}`]) expect(pastedChannel(text)).toBeUndefined();
	});
});
