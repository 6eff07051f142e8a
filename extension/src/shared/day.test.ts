import {afterEach, describe, expect, it} from 'vitest';
import {isDay, localDay, nextMidnight} from './day.js';

const zone = process.env['TZ'];
afterEach(() => {
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
});

describe('the day', () => {
	it('is one that exists', () => {
		expect(['2026-02-28', '2028-02-29'].map(isDay)).toEqual([true, true]);
		const none = ['2026-02-29', '2026-13-01', '', '2026-1-1', 'tomorrow', '12026-01-01', 20260228, undefined];
		expect(none.filter(isDay)).toEqual([]);
	});

	it.each([
		['Pacific/Kiritimati', '2027-02-01', '2027-02-01T10:00:00.000Z'],
		['Etc/UTC', '2027-01-31', '2027-02-01T00:00:00.000Z'],
		['America/Los_Angeles', '2027-01-31', '2027-02-01T08:00:00.000Z'],
	])('is that of the clock in %s', (place, day, midnight) => {
		process.env['TZ'] = place;
		const moment = new Date('2027-01-31T23:30:00Z');
		expect(localDay(moment)).toBe(day);
		expect(new Date(nextMidnight(moment)).toISOString()).toBe(midnight);
	});

	it('ends at midnight also when the clocks are changed', () => {
		process.env['TZ'] = 'Europe/Brussels';
		expect(new Date(nextMidnight(new Date('2027-03-28T00:30:00Z'))).toISOString()).toBe('2027-03-28T22:00:00.000Z');
	});
});
