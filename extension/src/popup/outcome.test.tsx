// @vitest-environment jsdom
import {render} from 'preact';
import {act} from 'preact/test-utils';
import {describe, expect, it} from 'vitest';
import {findingAt} from '../content/finding-sample.js';
import {type Mark, marksOf} from '../content/mark.js';
import type {Reading} from '../content/found.js';
import type {Finding, Severity} from '../shared/finding.js';
import {Outcome} from './outcome.js';

const text = 'The draft note says no, you fool.';

function found(words: string, severity: Severity, title: string): Finding {
	const start = text.indexOf(words);
	return {...findingAt(start, start + words.length, severity), title};
}

const marks = marksOf([found('fool', 'caution', 'Rude'), found('draft note', 'warning', 'Internal')], text);
const provisions = {'P-1': {id: 'P-1', document: 'Guidelines', place: '2.1', says: 's'}};
const reading: Reading = {text, state: {kind: 'nothing'}, marks: [], notes: [], langs: ['en'], provisions};
const pack = {
	id: 'ec', name: 'Some Commission', version: '1', sources: [], credits: [], contacts: [], disclaimers: {}, media: [], provisions: {},
	checkup: [], rules: 7,
} as unknown as NonNullable<Parameters<typeof Outcome>[0]['pack']>;

function show(part: Partial<Reading> | undefined, open: (mark: Mark) => void = () => undefined): HTMLElement {
	document.body.innerHTML = '<main></main>';
	const main = document.querySelector('main') as HTMLElement;
	void act(() => render(<Outcome reading={part && {...reading, ...part}} surface="comment" pack={pack} open={open} />, main));
	return main;
}
const says = (part?: Partial<Reading>) => show(part).textContent;

describe('what came of a text', () => {
	it('says nothing of a text that is not there', () => {
		expect(says()).toContain('kept nowhere');
		expect(says({text: ' \n'})).toContain('kept nowhere');
	});

	it('says of nothing found what was checked, in which language, and that it is no clearance', () => {
		const said = says({});
		for (const words of ['Nothing found', 'no clearance', '7 rules', 'Some Commission', 'a comment', 'English', 'another language was not checked']) {
			expect(said).toContain(words);
		}
	});

	it('tells what the organisation has silenced, beside whatever else came of it', () => {
		const notes = [{kind: 'silenced', what: 'Internal matters'} as const];
		expect(says({notes})).toMatch(/Nothing found.*Silenced by your organisation: Internal matters\./u);
		const both = show({state: {kind: 'findings', count: 2, severity: 'warning'}, marks, notes: [...notes, {kind: 'cut', what: '9'}]});
		expect([...both.querySelectorAll('.outcome')].map(one => [one.className, one.textContent])).toEqual([
			['outcome unchecked', 'Only the first 9 characters were checked.'],
			['outcome', 'Silenced by your organisation: Internal matters.'],
		]);
	});

	it('says where the organisation has changed how grave a finding is', () => {
		const changed = marksOf([{...found('fool', 'hint', 'Rude'), was: 'caution'}], text);
		expect(says({state: {kind: 'findings', count: 1, severity: 'hint'}, marks: changed})).toContain('Changed by your organisation (was: Caution)');
	});

	it('does not name a language it could not tell', () => {
		expect(says({langs: []})).toContain('Too short to tell');
	});

	it('is honest about what was not checked, and never calls that nothing found', () => {
		const reason = 'part of this text could not be checked';
		const said = says({state: {kind: 'unchecked', reason}, langs: [], notes: [{kind: 'language', what: 'fr'}]});
		expect(said).toContain('Not checked');
		expect(said).toContain('French');
		expect(said).not.toMatch(/Nothing found|Held against|Too short/u);
		expect(says({state: {kind: 'unchecked', reason}, langs: [], notes: [{kind: 'skipped', what: 'de'}]})).toContain('German');
		expect(says({state: {kind: 'unchecked', reason: 'the checker could not start'}})).toContain('the checker could not start');
		expect(says({state: {kind: 'unchecked', reason}, notes: [{kind: 'cut', what: '200000'}]})).toContain('200000');
	});

	it('lists what was found, the gravest first, with words, advice and provision', () => {
		const main = show({state: {kind: 'findings', count: 2, severity: 'warning'}, marks});
		expect([...main.querySelectorAll('h3')].map(heading => heading.textContent)).toEqual(['Warning (1)', 'Caution (1)']);
		expect([...main.querySelectorAll('button')].map(button => button.textContent)).toEqual(
			['Warning: Internal “draft note”', 'Caution: Rude “fool”']);
		expect(main.textContent).toContain('Advice');
		expect(main.textContent).toContain('Guidelines, 2.1');
	});

	it('names what was left out beside what was found', () => {
		expect(says({state: {kind: 'findings', count: 2, severity: 'warning'}, marks, notes: [{kind: 'cut', what: '200000'}]})).toContain('200000');
	});

	it('leads to the words of a finding', () => {
		const opened: Mark[] = [];
		const main = show({state: {kind: 'findings', count: 2, severity: 'warning'}, marks}, mark => opened.push(mark));
		main.querySelectorAll('button')[1]?.click();
		expect(opened.map(({phrase}) => phrase)).toEqual(['fool']);
	});
});
