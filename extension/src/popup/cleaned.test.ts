import {expect, it} from 'vitest';
import {marksOf} from '../content/mark.js';
import type {Finding, Severity, Suggestion} from '../shared/finding.js';
import {cleanedText} from './cleaned.js';

const text = 'Well. The draft note says no. He is a fool and a crook.';

/** A finding at some words, with what may be written instead of the words of each suggestion. */
function finding(words: string, severity: Severity, ...instead: [old: string, text: string][]): Finding {
	const start = text.indexOf(words);
	const suggestions: Suggestion[] = instead.map(([old, written]) => ({
		label: 'l', start: text.indexOf(old), end: text.indexOf(old) + old.length, text: written,
	}));
	return {
		rule: words, category: 'security', severity, start, end: start + words.length, part: 0, shared: false,
		provisions: [], title: 't', message: 'm', advice: 'a', suggestions,
	};
}
const clean = (...findings: Finding[]) => cleanedText(text, marksOf(findings, text));

it('leaves out and replaces, in the order of the text', () => {
	const {text: cleaned, changes} = clean(finding('fool', 'caution', ['fool', 'colleague']), finding('draft note', 'warning', [' The draft note says no.', '']));
	expect(cleaned).toBe('Well. He is a colleague and a crook.');
	expect(changes.map(({start}) => text.slice(start, start + 4))).toEqual([' The', 'fool']);
});

it('leaves one blank where words are left out', () => {
	expect(clean(finding('draft', 'hint', ['draft', ''])).text).toBe(text.replace('draft ', ''));
	expect(clean(finding('Well.', 'hint', ['Well.', ''])).text).toBe('The draft note says no. He is a fool and a crook.');
	expect(clean(finding('crook', 'hint', [' and a crook', ''])).text).toBe(text.replace(' and a crook', ''));
});

it('takes one suggestion a finding, and of two that overlap the graver one', () => {
	expect(clean(finding('fool', 'caution', ['fool', 'F'], ['crook', 'C'])).text).toBe(text.replace('fool', 'F'));
	const hint = finding('crook', 'hint', ['fool and a crook', 'person']);
	expect(clean(hint, finding('fool', 'warning', ['a fool', 'wrong'])).text).toBe(text.replace('a fool', 'wrong'));
	expect(clean(hint).text).toBe('Well. The draft note says no. He is a person.');
});

it('falls back on another suggestion where the first is taken', () => {
	const {text: cleaned} = clean(finding('fool', 'warning', ['a fool', 'wrong']), finding('crook', 'hint', ['fool and a crook', 'x'], ['crook', 'rival']));
	expect(cleaned).toBe('Well. The draft note says no. He is wrong and a rival.');
});

it('adds nothing: a text that only lacks something is left as it is', () => {
	const missing = {...finding('', 'hint'), suggestions: [{label: 'l', start: text.length, end: text.length, text: ' My own views.'}]};
	expect(clean(missing)).toEqual({text, changes: []});
	expect(clean(finding('fool', 'warning'))).toEqual({text, changes: []});
});
