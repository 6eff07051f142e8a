import {describe, expect, it} from 'vitest';
import {organisations} from '../shared/fields.js';
import {en} from '../shared/texts/en.js';
import {datesOf, emptyPublication, mostDays, noticeEntries, noticeText, type Publication} from './notice.js';
import {openPlaces} from './places.js';

const places = Object.values(en.desk.publication.places);
const told: Publication = {
	title: 'Rivers of Europe', kind: 'book', where: 'A publisher', wished: '2027-03-01', subject: 'Water policy', authority: 'Head of unit', given: '2026-11-23', days: 30,
};

describe('the notice', () => {
	it('holds all that was told and no place but the name', () => {
		const text = noticeText(en, 'ec', told);
		for (const said of ['Rivers of Europe', 'Book or chapter', 'A publisher', 'Water policy', 'Head of unit', 'Article 17a', 'Monday, March 1, 2027', 'Monday, November 23, 2026']) expect(text).toContain(said);
		expect(text).toContain('30 working days are over at the end of Monday, January 4, 2027');
		expect(openPlaces(text, places)).toEqual([en.desk.publication.places.name]);
	});

	it.each(['', ...organisations] as const)('leaves a place for everything that was not told (%s)', org => {
		const text = noticeText(en, org, {...emptyPublication(org, ''), wished: ''});
		expect(openPlaces(text, places)).toHaveLength(places.length);
		expect(text).not.toMatch(/[{}]|NaN|Invalid/u);
	});

	it('names Article 17a for the Commission alone, and counts no days of others by itself', () => {
		for (const org of ['osce', 'un'] as const) {
			const mine = emptyPublication(org, '2026-11-23');
			expect(noticeText(en, org, mine)).not.toContain('17a');
			expect(datesOf(mine)).toEqual({tooEarly: false});
			expect(datesOf({...mine, days: 10})).toEqual({over: '2026-12-07', tooEarly: false});
		}
		expect(datesOf(emptyPublication('ec', '2026-11-23'))).toEqual({over: '2027-01-04', tooEarly: false});
	});
});

describe('the dates', () => {
	it('tell when the wished day comes too early', () => {
		expect(datesOf(told)).toEqual({over: '2027-01-04', by: '2027-01-15', tooEarly: false});
		expect(datesOf({...told, wished: '2027-01-04'}).tooEarly).toBe(true);
		expect(datesOf({...told, wished: '2027-01-05'})).toEqual({over: '2027-01-04', by: '2026-11-23', tooEarly: false});
	});

	it.each([0, -1, 2.5, Number.NaN, mostDays + 1])('are not counted for %s days', days => {
		expect(datesOf({...told, days})).toEqual({tooEarly: false});
	});

	it('go into the calendar, each with an id of its own and a word of doubt', () => {
		const entries = noticeEntries(en, 'ec', told, 'id');
		expect(entries.map(({id, day, title}) => [id, day, title])).toEqual([
			['id-by', '2027-01-15', 'Last day to give notice: Rivers of Europe'],
			['id-over', '2027-01-04', '30 working days are over: Rivers of Europe'],
		]);
		for (const {about} of entries) expect(about).toContain('To be confirmed');
		expect(noticeEntries(en, 'ec', {...told, wished: ''}, 'id')).toHaveLength(1);
	});
});
