import {describe, expect, it} from 'vitest';
import {calendarFile} from './calendar.js';

/** Reads a calendar as RFC 5545 says: lines end in CRLF, have 75 octets at most, and go on after a blank. */
function parse(file: string): {name: string; parameters: string; value: string}[] {
	expect(file.endsWith('\r\n')).toBe(true);
	const folded = file.slice(0, -2).split('\r\n');
	for (const line of folded) {
		expect(line).not.toMatch(/[\r\n]/u);
		expect(new TextEncoder().encode(line).length, line).toBeLessThanOrEqual(75);
	}
	const lines = folded.join('\r\n').replace(/\r\n[ \t]/gu, '').split('\r\n');
	return lines.map(line => {
		const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/u.exec(line) ?? [];
		expect(name, line).not.toBe('');
		return {name, parameters, value};
	});
}

const unescaped = (value: string) => value.replace(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
const hard = 'Rémi, "a"; b: c\\d\nBEGIN:VEVENT 🚀🚀🚀 ' + 'wörd '.repeat(40);

describe('the calendar file', () => {
	const file = calendarFile([
		{id: 'one@circumspect', day: '2026-12-31', title: hard, about: 'To be confirmed.'},
		{id: 'two@circumspect', day: '2028-02-29', title: 'Over', about: hard},
	]);
	const lines = parse(file);
	const all = (name: string) => lines.filter(line => line.name === name);

	it('is one calendar of version 2.0 with an event for each day', () => {
		expect(lines[0]).toMatchObject({name: 'BEGIN', value: 'VCALENDAR'});
		expect(lines.at(-1)).toMatchObject({name: 'END', value: 'VCALENDAR'});
		expect(all('VERSION').map(({value}) => value)).toEqual(['2.0']);
		expect(all('PRODID')).toHaveLength(1);
		expect(all('BEGIN').map(({value}) => value)).toEqual(['VCALENDAR', 'VEVENT', 'VEVENT']);
		expect(all('END').map(({value}) => value)).toEqual(['VEVENT', 'VEVENT', 'VCALENDAR']);
	});

	it('has whole days without a time or a time zone', () => {
		expect(all('DTSTART')).toEqual([
			{name: 'DTSTART', parameters: ';VALUE=DATE', value: '20261231'},
			{name: 'DTSTART', parameters: ';VALUE=DATE', value: '20280229'},
		]);
		expect(file).not.toContain('TZID');
		expect(all('TRANSP').map(({value}) => value)).toEqual(['TRANSPARENT', 'TRANSPARENT']);
	});

	it('has a UID and a stamp in UTC for each', () => {
		expect(all('UID').map(({value}) => value)).toEqual(['one@circumspect', 'two@circumspect']);
		for (const {value} of all('DTSTAMP')) expect(value).toMatch(/^\d{8}T\d{6}Z$/u);
		expect(all('DTSTAMP')).toHaveLength(2);
	});

	it('keeps every sign of the words, and lets none of them be read as lines', () => {
		expect(all('SUMMARY').map(({value}) => unescaped(value))).toEqual([hard, 'Over']);
		expect(all('DESCRIPTION').map(({value}) => unescaped(value))).toEqual(['To be confirmed.', hard]);
	});
});
