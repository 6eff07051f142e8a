// @vitest-environment jsdom
import {render} from 'preact';
import {describe, expect, it, vi} from 'vitest';
import {en} from '../shared/texts/en.js';
import {Badge, stateText, type BadgeState} from './badge.js';
import {Card, type CardView} from './card.js';
import {findingAt} from './finding-sample.js';
import {marksOf} from './mark.js';

const texts = en;
const provisions = {'P-1': {id: 'P-1', document: 'Guidelines', place: 'section 2', says: 'What is not public stays so.'}};

function show(view: CardView) {
	const actions = {apply: vi.fn(), dismiss: vi.fn(), undo: vi.fn(), step: vi.fn(), copy: vi.fn(), handOver: vi.fn(), resized: vi.fn(), close: vi.fn()};
	const place = document.createElement('div');
	render(<Card view={view} provisions={provisions} texts={texts} actions={actions} />, place);
	const button = (name: string) => [...place.querySelectorAll('button')].find(one => (one.ariaLabel ?? one.textContent)?.includes(name));
	return {place, actions, button, dialog: place.querySelector('[role=dialog]')!};
}

function finding(changes: Partial<Extract<CardView, {kind: 'finding'}>> = {}) {
	const [mark] = marksOf([findingAt(4, 7)], 'one two');
	return show({kind: 'finding', mark: mark!, text: 'one two', index: 0, count: 2, failed: null, copied: false, lasting: true, tools: ['ask'], ...changes});
}

describe('the card of a finding', () => {
	it('is a dialog that is named and described, and does not claim to be modal', () => {
		const {dialog, place} = finding();
		expect(dialog.getAttribute('aria-modal')).toBeNull();
		expect(dialog.getAttribute('tabindex')).toBe('-1');
		expect(place.querySelector(`#${dialog.getAttribute('aria-labelledby')}`)?.textContent).toBe('Title');
		expect(place.querySelector(`#${dialog.getAttribute('aria-describedby')}`)?.textContent).toBe('Message');
	});

	it('gives severity, reason, provision and advice', () => {
		const {place} = finding();
		for (const words of ['Warning', 'Message', 'Guidelines, section 2', 'What is not public stays so.', 'Advice', '1 of 2']) {
			expect(place.textContent).toContain(words);
		}
		expect(place.textContent).not.toContain('test/rule');
	});

	it('names the words that weighed, each once and the long ones cut, also to screen readers', () => {
		const text = `they two they ${'long'.repeat(20)}`;
		const weighed: [number, number][] = [[0, 4], [9, 13], [14, text.length]];
		const [mark] = marksOf([{...findingAt(5, 8), weighed}], text);
		const {dialog, place} = finding({mark: mark!, text});
		const line = place.querySelector('#weighed')!.textContent;
		expect(line).toBe(`Words that weighed: “they”, “${'long'.repeat(6)}lo…g${'long'.repeat(3)}”`);
		expect(dialog.getAttribute('aria-describedby')).toBe('message weighed');
	});

	it('says that the organisation has changed how grave it is', () => {
		const [mark] = marksOf([{...findingAt(4, 7, 'hint'), was: 'warning'}], 'one two');
		expect(finding({mark: mark!}).place.textContent).toContain('Changed by your organisation (was: Warning)');
		expect(finding().place.textContent).not.toContain('Changed');
	});

	it('has no such line where one phrase made the finding', () => {
		expect(finding().place.textContent).not.toContain('weighed');
	});

	it('folds away what else helps, unless there is room', () => {
		const {place, button, actions} = finding({tools: ['ask', 'publication', 'record']});
		expect([...place.querySelectorAll('details button')].map(one => one.textContent)).toEqual(Object.values(texts.tools).slice(1));
		expect(place.querySelector('summary')?.textContent).toBe(texts.tools.more);
		button(texts.tools.publication)?.click();
		expect(actions.handOver).toHaveBeenCalledWith('publication');
		const [whole] = marksOf([{...findingAt(0, 0), suggestions: []}], 'one two');
		expect(finding({mark: whole!}).place.querySelector('details')).toBeNull();
	});

	it('offers to dismiss for good only where something is kept', () => {
		expect(finding().button(texts.box.never)).toBeTruthy();
		expect(finding({lasting: false}).button(texts.box.never)).toBeFalsy();
		expect(finding({lasting: false}).button(texts.box.dismiss)).toBeTruthy();
	});

	it('names every button', () => {
		const buttons = [...finding().place.querySelectorAll('button')];
		expect(buttons).toHaveLength(7);
		for (const button of buttons) {
			expect(button.type).toBe('button');
			expect((button.ariaLabel ?? button.getAttribute('aria-label') ?? button.textContent)?.trim()).not.toBe('');
		}
	});

	it('says what a suggestion will do before it does it', () => {
		const {button, actions, place} = finding();
		expect(place.textContent).toContain('Removes “two”');
		button('Remove')!.click();
		expect(actions.apply).toHaveBeenCalledWith({label: 'Remove', start: 4, end: 7, text: ''});
	});

	it('dismisses here or for good', () => {
		const {button, actions} = finding();
		button(texts.box.dismiss)!.click();
		button(texts.box.never)!.click();
		expect(actions.dismiss.mock.calls).toEqual([[false], [true]]);
	});

	it('offers no *never* where no words are marked', () => {
		const [mark] = marksOf([findingAt(0, 0)], 'one two');
		const {button, place} = finding({mark: mark!});
		expect(button(texts.box.never)).toBeUndefined();
		expect(place.textContent).toContain(texts.box.wholePost);
	});

	it('offers to copy what could not be written, and says so aloud', () => {
		const {place, button, actions} = finding({failed: {label: 'x', start: 0, end: 0, text: ' new words'}});
		expect(place.querySelector('[role=alert]')?.textContent).toContain(texts.box.notApplied);
		button(texts.box.copy)!.click();
		expect(actions.copy).toHaveBeenCalledWith(' new words');
	});
});

describe('the other cards', () => {
	it('offer to undo a dismissal', () => {
		const {button, actions} = show({kind: 'dismissed', never: true});
		button(texts.box.undo)!.click();
		expect(actions.undo).toHaveBeenCalledOnce();
	});

	it('explain the badge', () => {
		const {dialog, place} = show({kind: 'notice', title: 'Not checked', lines: ['Why.', 'More.']});
		expect(place.querySelector(`#${dialog.getAttribute('aria-describedby')}`)?.textContent).toBe('Why.More.');
	});
});

describe('the badge', () => {
	const states: [BadgeState, string][] = [
		[{kind: 'checking'}, 'Checking…'],
		[{kind: 'findings', count: 1, severity: 'hint'}, '1 finding'],
		[{kind: 'findings', count: 12, severity: 'warning'}, '12 findings'],
		[{kind: 'nothing'}, 'Nothing found'],
		[{kind: 'unchecked', reason: 'because'}, 'Not checked'],
	];

	it.each(states)('%o reads %s', (state, words) => {
		const place = document.createElement('div');
		render(<Badge state={state} texts={texts} small={false} long={false} unguarded={false} open={false} press={() => {}} />, place);
		const button = place.querySelector('button')!;
		expect(button.textContent).toBe(words);
		expect(button.getAttribute('aria-label')).toContain(stateText(state, texts));
		expect(button.getAttribute('aria-expanded')).toBe('false');
	});

	it('keeps its name when there is room for a sign only', () => {
		const place = document.createElement('div');
		render(<Badge state={states[2]![0]} texts={texts} small long={false} unguarded={false} open press={() => {}} />, place);
		expect(place.querySelector('button')?.getAttribute('aria-label')).toContain('12 findings');
		expect(place.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
	});

	it('says where posting is not paused', () => {
		const place = document.createElement('div');
		render(<Badge state={{kind: 'nothing'}} texts={texts} small={false} long={false} unguarded open={false} press={() => {}} />, place);
		expect(place.textContent).toBe('Nothing foundno pause');
		expect(place.querySelector('button')?.title).toContain('does not pause before you post');
	});

	it('never says that all is well', () => {
		const said = states.map(([state]) => stateText(state, texts)).join(' ');
		expect(said).not.toMatch(/\b(ok|okay|safe|clear|fine|good|✓)\b/i);
	});
});
