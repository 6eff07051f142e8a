import {describe, expect, it} from 'vitest';
import type {PackInfo} from '../shared/finding.js';
import {initialSettings} from '../shared/settings.js';
import {contactsOf, type OwnRoles} from './contacts.js';
import {addressIn, longestLink, mailLink} from './mail.js';

const roles: OwnRoles = [['contactEthics', 'Ethics'], ['contactCommunication', 'Communication'], ['contactSecurity', 'Security']];
const pack = {contacts: [{role: 'Ethics Office'}, {role: 'Press', address: 'press@example.org'}]} as PackInfo;
const settings = (own: object) => ({...initialSettings(), ...own});
const names = (own: object, given: PackInfo | null = pack) => contactsOf(settings(own), given, roles).map(({role, origin}) => `${role} ${origin}`);

describe('contacts', () => {
	it('begin with the ethics service of the user, otherwise of the pack', () => {
		expect(names({contactEthics: 'Ann', contactSecurity: 'Desk'})).toEqual(['Ethics settings', 'Security settings', 'Ethics Office pack', 'Press pack']);
		expect(names({contactCommunication: 'Unit'})).toEqual(['Ethics Office pack', 'Communication settings', 'Press pack']);
		expect(names({contactEthics: ' '})).toEqual(['Ethics Office pack', 'Press pack']);
		expect(names({contactCommunication: 'Unit'}, null)).toEqual(['Communication settings']);
		expect(names({}, null)).toEqual([]);
	});

	it('have an address where one was written', () => {
		const [own] = contactsOf(settings({contactEthics: 'Ethics service <ethics@example.org>'}), null, roles);
		expect(own).toEqual({role: 'Ethics', line: 'Ethics service <ethics@example.org>', address: 'ethics@example.org', origin: 'settings'});
		expect(contactsOf(settings({contactEthics: 'Ann, room 5'}), null, roles)[0]).not.toHaveProperty('address');
		expect(contactsOf(settings({}), pack, roles)[1]).toEqual({role: 'Press', address: 'press@example.org', origin: 'pack'});
	});

	it.each([['a.b@c.example', 'a.b@c.example'], ['me (a@b.example), or phone', 'a@b.example'], ['a@b', undefined], ['@ab.example', undefined], ['a@b.example.', 'a@b.example']])('%s holds %s', (line, address) => {
		expect(addressIn(line)).toBe(address);
	});
});

describe('the address of an e-mail', () => {
	it('gives back every sign', () => {
		const link = mailLink({to: 'a+b@c.example', subject: 'A & B? #1', body: 'One\nTwo = 100 % ü 🚀\ud800'});
		const url = new URL(link ?? '');
		expect(url.protocol).toBe('mailto:');
		expect(decodeURIComponent(url.pathname)).toBe('a+b@c.example');
		expect([...url.searchParams]).toEqual([['subject', 'A & B? #1'], ['body', 'One\r\nTwo = 100 % ü 🚀\ufffd']]);
	});

	it('cannot be led astray by an address', () => {
		const url = new URL(mailLink({to: 'a@b.example?bcc=x@y.example&', subject: 's', body: 'b'}) ?? '');
		expect(url.searchParams.has('bcc')).toBe(false);
	});

	it('has no recipient where none is known, and is given up where it is too long', () => {
		expect(mailLink({subject: 's', body: 'b'})).toBe('mailto:?subject=s&body=b');
		const spare = longestLink - 'mailto:?subject=s&body='.length;
		expect(mailLink({subject: 's', body: 'b'.repeat(spare)})).toHaveLength(longestLink);
		expect(mailLink({subject: 's', body: 'b'.repeat(spare + 1)})).toBeUndefined();
	});
});
