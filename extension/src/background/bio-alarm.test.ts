import {expect, it} from 'vitest';
import type {Settings} from '../shared/fields.js';
import {BioAlarm} from './bio-alarm.js';

/** A clock that stands still until it is moved, and a browser that remembers. */
function clockAt(day: string) {
	const clock = {
		today: Date.parse(`${day}T09:00:00Z`),
		chosen: 'never' as Settings['bioMonths'],
		stored: undefined as unknown,
		alarm: undefined as number | undefined,
		reminders: 0,
		now: () => clock.today,
		months: async () => clock.chosen,
		read: async () => clock.stored,
		write: async (due: unknown) => void (clock.stored = due),
		time: async () => clock.alarm,
		set: async (when: number | undefined) => void (clock.alarm = when),
		remind: async () => void clock.reminders++,
	};
	const alarm = new BioAlarm(clock);
	const choose = (months: Settings['bioMonths']) => {
		clock.chosen = months;
		return alarm.use(months);
	};
	return {clock, alarm, choose};
}
const dayOf = (when: number | undefined) => when !== undefined && new Date(when).toISOString().slice(0, 10);

it('is set so many months ahead, and cleared again', async () => {
	const {clock, choose} = clockAt('2026-11-22');
	await choose('3');
	expect(dayOf(clock.alarm)).toBe('2027-02-22');
	await choose('12');
	expect(dayOf(clock.alarm)).toBe('2027-11-22');
	await choose('never');
	expect(clock).toMatchObject({alarm: undefined, stored: undefined});
});

it('is not moved by a start or by other settings, and comes back when the browser forgot it', async () => {
	const {clock, choose} = clockAt('2026-11-22');
	await choose('6');
	clock.today += 40 * 86_400_000;
	await choose('6');
	expect(dayOf(clock.alarm)).toBe('2027-05-22');
	clock.alarm = undefined;
	await choose('6');
	expect(dayOf(clock.alarm)).toBe('2027-05-22');
});

it('reminds when it is time, and then so many months later again', async () => {
	const {clock, alarm, choose} = clockAt('2026-11-22');
	await choose('3');
	clock.today = Date.parse('2027-03-01T08:00:00Z');
	clock.alarm = undefined;
	await alarm.ring();
	expect(clock.reminders).toBe(1);
	expect(dayOf(clock.alarm)).toBe('2027-06-01');
});

it('does not remind early, whatever rings', async () => {
	const {clock, alarm, choose} = clockAt('2026-11-22');
	await choose('6');
	clock.alarm = undefined;
	await alarm.ring();
	expect(clock.reminders).toBe(0);
	expect(dayOf(clock.alarm)).toBe('2027-05-22');
	clock.today = Date.parse('2028-01-01T00:00:00Z');
	clock.chosen = 'never';
	await alarm.ring();
	expect(clock.reminders).toBe(0);
});

it('ends with the last of two choices made at once', async () => {
	const {clock, choose} = clockAt('2026-11-22');
	await Promise.all([choose('3'), choose('12')]);
	expect(dayOf(clock.alarm)).toBe('2027-11-22');
	await Promise.all([choose('6'), choose('never')]);
	expect(clock.alarm).toBeUndefined();
});

it('starts anew from what it cannot read', async () => {
	const {clock, choose} = clockAt('2026-11-22');
	clock.stored = {months: '3', when: 'soon'};
	await choose('3');
	expect(dayOf(clock.alarm)).toBe('2027-02-22');
});
