// @vitest-environment jsdom
import {render} from 'preact';
import {describe, expect, it, vi} from 'vitest';
import type {BioAnswer} from '../../shared/protocol.js';
import {en} from '../../shared/texts/en.js';
import {BioReminder, isWorthSaying, linesOf} from './bio-reminder.js';

const read = {bio: 'Clerk, European Commission. Views mine. a@b.eu', name: 'EC News', handle: 'ec_news'};
const answerOf = (changes: Partial<BioAnswer> = {}): BioAnswer => ({
	grade: 'none', enough: false, employer: [[7, 26]], disclaimer: [], concerns: [], lang: 'en', seen: false, org: 'ec',
	texts: [{lang: 'en', text: 'My own words.'}, {lang: 'fr', text: 'Mes propres mots.'}], ...changes,
});

function show(changes: Partial<Parameters<typeof BioReminder>[0]> = {}) {
	const actions = {choose: vi.fn(), copy: vi.fn(), insert: vi.fn(), close: vi.fn()};
	const place = document.createElement('div');
	render(<BioReminder read={read} answer={answerOf()} chosen={0} taken={null} over={-10} texts={en} actions={actions} {...changes} />, place);
	const button = (name: string) => [...place.querySelectorAll('button')].find(one => one.textContent === name);
	return {place, actions, button, text: place.textContent};
}

describe('whether a profile is worth a reminder', () => {
	it('is by what it names and lacks, what contradicts itself, and what gives concern', () => {
		expect(isWorthSaying(answerOf())).toBe(true);
		expect(isWorthSaying(answerOf({enough: true}))).toBe(false);
		expect(isWorthSaying(answerOf({employer: []}))).toBe(false);
		expect(isWorthSaying(answerOf({grade: 'contradicts', enough: true, employer: []}))).toBe(true);
		expect(isWorthSaying(answerOf({enough: true, concerns: [{kind: 'emblem', where: 'name', start: 0, end: 2}]}))).toBe(true);
	});
});

describe('the reminder on a profile', () => {
	const lines = (changes: Partial<BioAnswer>) => linesOf({read, answer: answerOf(changes), texts: en}).join('\n');

	it('quotes what was recognised, says what the pack asks, and never that anything is invalid', () => {
		expect(lines({})).toBe(['It names your employer: “European Commission”.', en.bio.none, en.bio.asks.ec].join('\n'));
		expect(lines({grade: 'short', disclaimer: [[28, 38]]})).toContain('“Views mine” is half');
		expect(lines({org: 'elsewhere'})).not.toContain('Guidelines');
		expect(JSON.stringify(en.bio)).not.toMatch(/invalid/iu);
	});

	it('says what contradicts what', () => {
		const said = lines({grade: 'contradicts', disclaimer: [[28, 38]]});
		expect(said).toContain('“Views mine” says the views are yours, “European Commission”');
		expect(said).not.toContain(en.bio.asks.ec);
		expect(lines({grade: 'contradicts', employer: [], disclaimer: [[28, 38]]})).toContain('“Views mine” says the views are yours, other words');
	});

	it('has a line for each concern, with the words where they stand', () => {
		const said = lines({enough: true, concerns: [
			{kind: 'work-email', where: 'bio', start: 40, end: 46},
			{kind: 'official-looking', where: 'name', start: 0, end: 7},
			{kind: 'official-looking', where: 'handle', start: 0, end: 2},
		]});
		expect(said.split('\n').slice(1)).toEqual([
			'“a@b.eu” is a work address: better a private one here.',
			'“EC News” may look like an official account.',
			'“ec” may look like an official account.',
		]);
	});

	it('inserts, copies and is closed by presses, in the language one chooses', () => {
		const {button, actions, place} = show();
		for (const name of [en.bio.insert, en.bio.copy, en.bio.has, 'French'] as const) button(name)!.click();
		for (const done of [actions.insert, actions.copy, actions.close]) expect(done).toHaveBeenCalledOnce();
		expect(actions.choose).toHaveBeenCalledWith(1);
		expect(place.querySelector('blockquote')?.lang).toBe('en');
		expect(show({chosen: 1}).place.querySelector('blockquote')?.textContent).toBe('Mes propres mots.');
	});

	it('offers no insertion on a page, nor where there is no room, and says why', () => {
		expect(show({over: null}).button(en.bio.insert)).toBeUndefined();
		const long = show({over: 1});
		expect(long.button(en.bio.insert)).toBeUndefined();
		expect(long.text).toContain('1 character too long');
		expect(show({over: 12}).text).toContain('12 characters too long');
	});

	it('offers nothing where nothing is lacking', () => {
		const {place} = show({answer: answerOf({enough: true, concerns: [{kind: 'emblem', where: 'name', start: 0, end: 2}]})});
		expect(place.querySelector('blockquote')).toBeNull();
		expect([...place.querySelectorAll('button')].map(one => one.ariaLabel)).toEqual([en.bio.close]);
	});
});
