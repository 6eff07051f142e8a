import {describe, expect, it} from 'vitest';
import {categories} from '../shared/fields.js';
import type {CheckAnswer, Handed} from '../shared/protocol.js';
import {en} from '../shared/texts/en.js';
import {appended, askMessage, citedBy, type DraftCheck, draftState} from './message.js';

const draft = 'My very own words about Blue Heron.';
const provisions = {
	A: {id: 'A', document: 'Guidelines', place: '2.b', says: 'Keep what is not public inside.'},
	B: {id: 'B', document: 'Guidelines', place: '4', says: 'Nobody cites this.'},
};
const finding = (category: string) => ({rule: `${category}/one`, category, title: 'A title', message: 'A message', provisions: ['A']});
const handed = (...of: string[]): Handed => ({tool: 'ask', site: 'linkedin', surface: 'post', draft, findings: of.map(finding), provisions});
const answer = (...of: string[]) => ({findings: of.map(finding), notes: [], provisions: {}}) as unknown as CheckAnswer;

const byPhone = ['confidentiality', 'security', 'personal-data', 'account-security'];

describe('the draft', () => {
	it.each(categories)('goes along for a finding of %s only where it may', category => {
		const may = byPhone.includes(category) ? 'phone' : 'may';
		expect(draftState(handed(category), draft, answer())).toBe(may);
		expect(draftState(handed('reputation', category), draft, answer())).toBe(may);
		// The card knew of one place; the check of the whole draft finds another.
		expect(draftState(handed('reputation'), draft, answer('offensive', category))).toBe(may);
		expect(draftState(null, draft, answer(category))).toBe(may);
	});

	it.each(byPhone)('never goes out for %s, ticked or not, whatever the check says', category => {
		for (const check of ['checking', 'failed', answer()] satisfies DraftCheck[]) {
			for (const ticked of [true, false]) {
				expect(appended('Intro', draft, draftState(handed(category), draft, check), ticked)).toBe('');
			}
		}
	});

	it('goes out only when it was checked and ticked', () => {
		for (const check of ['checking', 'failed'] as const) expect(appended('Intro', draft, draftState(handed('reputation'), draft, check), true)).toBe('');
		expect(appended('Intro', draft, draftState(handed('reputation'), draft, answer()), false)).toBe('');
		expect(appended('Intro', draft, draftState(handed('reputation'), draft, answer()), true)).toBe(`\n\nIntro\n\n${draft}`);
		expect(draftState(handed('reputation'), ' \n', answer())).toBe('none');
	});
});

describe('the message', () => {
	it('asks one question, names the site and cites each provision once, in our words', () => {
		const text = askMessage(en, handed('reputation', 'offensive'));
		expect(text.match(/\?/gu)).toHaveLength(1);
		expect(text).toContain('on LinkedIn');
		expect(text.match(/Keep what is not public inside\. \(Guidelines, 2\.b\)/gu)).toHaveLength(1);
		expect(text).not.toContain('Nobody cites this.');
		expect(text.match(/- A title/gu)).toHaveLength(1);
	});

	it.each(categories)('never holds the draft, also for %s', category => {
		expect(askMessage(en, handed(category))).not.toContain('Blue Heron');
	});

	it.each(byPhone)('asks for a call, without details, for %s', category => {
		const text = askMessage(en, handed(category));
		expect(text).toContain('phone');
		expect(text).not.toContain('A title');
		expect(text.match(/\?/gu)).toHaveLength(1);
	});

	it('leaves a place for the question where nothing was handed over', () => {
		const text = askMessage(en, null);
		expect(text).toContain(en.desk.ask.place);
		expect(text).not.toContain('- ');
		expect(text).not.toContain('{');
	});

	it('cites nothing it was not given', () => {
		expect(citedBy({...handed('reputation'), provisions: {}})).toEqual([]);
		expect(citedBy(null)).toEqual([]);
	});
});
