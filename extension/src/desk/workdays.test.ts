import {describe, expect, it} from 'vitest';
import {inWords, noticeBy, noticeDays, workdaysAfter} from './workdays.js';

const oneDayMs = 24 * 60 * 60 * 1000;
const next = (day: string, days = 1) => new Date(Date.parse(`${day}T00:00:00Z`) + days * oneDayMs).toISOString().slice(0, 10);
const isWorkday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Counts one by one, by other means than the code. */
function countedAfter(from: string, count: number): string {
	let day = from;
	for (let left = count; left > 0; left -= isWorkday(day) ? 1 : 0) day = next(day);
	return day;
}

const fourYears = Array.from({length: 4 * 366}, (_, index) => next('2026-01-01', index));

describe('working days', () => {
	it('are counted from the day after', () => {
		expect(workdaysAfter('2026-11-23', 1)).toBe('2026-11-24');
		expect(workdaysAfter('2026-11-27', 1)).toBe('2026-11-30');
		expect(workdaysAfter('2026-11-28', 1)).toBe('2026-11-30');
		// Six weeks to the day.
		expect(workdaysAfter('2026-11-23', noticeDays)).toBe('2027-01-04');
	});

	it('are those one counts on one’s fingers, for every day of four years', () => {
		for (const day of fourYears) expect(workdaysAfter(day, noticeDays), day).toBe(countedAfter(day, noticeDays));
	});

	it('backwards leave all of them before the wished day, and not a working day more', () => {
		for (const wished of fourYears) {
			const by = noticeBy(wished, noticeDays);
			expect(isWorkday(by), wished).toBe(true);
			expect(countedAfter(by, noticeDays) < wished, wished).toBe(true);
			expect(countedAfter(countedAfter(by, 1), noticeDays) >= wished, wished).toBe(true);
		}
	});

	it('are told in words with the day of the week', () => {
		expect(inWords('2027-01-04', 'en')).toBe('Monday, January 4, 2027');
	});
});
