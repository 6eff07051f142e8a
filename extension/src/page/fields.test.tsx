// @vitest-environment jsdom
import {render} from 'preact';
import {act} from 'preact/test-utils';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {type Field, fields, type SettingName, type Settings} from '../shared/fields.js';
import {initialSettings} from '../shared/settings.js';
import {SettingField} from './fields.js';

let settings: Settings;
const changes: Partial<Settings>[] = [];

/** Shows one field the way a page does: what it changes comes back as its value. */
function show(name: SettingName, given: Settings = initialSettings()): HTMLElement {
	settings = given;
	changes.length = 0;
	document.body.innerHTML = '<main></main>';
	const main = document.querySelector('main') as HTMLElement;
	const draw = () => act(() => render(<SettingField name={name} settings={settings} change={change => {
		changes.push(change);
		settings = {...settings, ...change};
		void draw();
	}} />, main));
	void draw();
	return main;
}

function type(main: HTMLElement, text: string): void {
	const area = main.querySelector('textarea') as HTMLTextAreaElement;
	void act(() => {
		area.value = text;
		area.dispatchEvent(new Event('input', {bubbles: true}));
	});
}
/** Presses the button of that name. */
function press(main: HTMLElement, name: string): void {
	const button = [...main.querySelectorAll('button')].find(one => (one.getAttribute('aria-label') ?? one.textContent) === name);
	if (!button) throw new Error(`button: got none called ${name}, want one`);
	void act(() => button.click());
}

/** Gives an input a value, as by a person. */
function enter(input: HTMLInputElement | HTMLTextAreaElement | null | undefined, text: string): void {
	void act(() => {
		if (input) input.value = text;
		input?.dispatchEvent(new Event('input', {bubbles: true}));
	});
}
const valueOf = (main: HTMLElement) => main.querySelector('textarea')?.value;

afterEach(() => void vi.useRealTimers());

describe('the form', () => {
	const named = Object.entries(fields) as [SettingName, Field][];
	// Address and keys have a form of their own among the options.
	const names = named.filter(([, {group}]) => group !== 'channel');
	it.each(names)('has a named control for %s', (name, field) => {
		const main = show(name);
		const controls = [...main.querySelectorAll<HTMLInputElement>('input, select, textarea')];
		expect(controls).toHaveLength('names' in field ? field.names.length : field.kind === 'watched' ? 3 : 1);
		for (const control of controls) {
			expect(control.labels?.[0]?.textContent).toBeTruthy();
			const described = control.getAttribute('aria-describedby')?.split(' ') ?? [];
			for (const id of described) expect(document.getElementById(id)).not.toBeNull();
		}
	});

	it('changes a choice at once', () => {
		const main = show('org');
		const select = main.querySelector('select') as HTMLSelectElement;
		void act(() => {
			select.value = 'un';
			select.dispatchEvent(new Event('change', {bubbles: true}));
		});
		expect(changes).toEqual([{org: 'un'}]);
	});

	it('switches one site and leaves the others', () => {
		const main = show('sites');
		void act(() => main.querySelector('input')?.click());
		expect(changes).toEqual([{sites: {x: false, linkedin: true, facebook: true}}]);
	});
});

describe('a field of words', () => {
	it('keeps tidy words after a pause and leaves what is typed alone', () => {
		vi.useFakeTimers();
		const main = show('field');
		type(main, 'Blue Heron\n');
		type(main, 'Blue Heron\n\n  second  word ');
		expect(changes).toEqual([]);
		void act(() => void vi.advanceTimersByTime(400));
		expect(changes).toEqual([{field: ['Blue Heron', 'second word']}]);
		expect(valueOf(main)).toBe('Blue Heron\n\n  second  word ');
	});

	it('keeps at once when the field is left', () => {
		vi.useFakeTimers();
		const main = show('field');
		type(main, 'fisheries');
		void act(() => void main.querySelector('textarea')?.dispatchEvent(new FocusEvent('focusout', {bubbles: true})));
		void act(() => void main.querySelector('textarea')?.dispatchEvent(new FocusEvent('blur')));
		expect(changes).toEqual([{field: ['fisheries']}]);
		void act(() => void vi.advanceTimersByTime(1000));
		expect(changes).toHaveLength(1);
	});

	it('changes nothing when it is left as it was', () => {
		const main = show('field', {...initialSettings(), field: ['trade']});
		void act(() => void main.querySelector('textarea')?.dispatchEvent(new FocusEvent('blur')));
		expect(changes).toEqual([]);
	});

	it('suggests what people of the organisation work on, and adds it to what is typed', () => {
		vi.useFakeTimers();
		expect(show('field').querySelectorAll('.chip')).toHaveLength(0);
		const main = show('field', {...initialSettings(), org: 'osce', field: ['Elections']});
		const names = () => [...main.querySelectorAll<HTMLButtonElement>('.chip')].map(chip => chip.textContent);
		expect(names()).not.toContain('elections');
		type(main, 'Elections\nsome typed');
		press(main, 'Add mediation');
		expect(changes).toEqual([{field: ['Elections', 'some typed', 'mediation']}]);
		expect(valueOf(main)).toBe('Elections\nsome typed\nmediation');
		expect(names()).not.toContain('mediation');
		void act(() => void vi.advanceTimersByTime(1000));
		expect(changes).toHaveLength(1);
	});

	it('says when there are too many', () => {
		const words = Array.from({length: 31}, (_, number) => `word ${number}`);
		vi.useFakeTimers();
		const main = show('field');
		type(main, words.join('\n'));
		void act(() => void vi.advanceTimersByTime(400));
		expect(changes[0]?.field).toHaveLength(30);
		expect(main.textContent).toContain('30 of 30');
		expect(main.textContent).toContain('Only the first 30 are kept.');
	});
});

describe('the watchlist', () => {
	const listed = {...initialSettings(), watchlist: [{word: 'Lighthouse', until: '2099-01-31'}, {word: 'Otter'}]};
	const addOne = (main: HTMLElement, word: string, day = '') => {
		enter(main.querySelector<HTMLInputElement>('input[type=text]'), word);
		enter(main.querySelector<HTMLInputElement>('input[type=date]'), day);
		void act(() => void main.querySelector('form')?.dispatchEvent(new Event('submit', {bubbles: true, cancelable: true})));
	};

	it('says first what does not belong there', () => {
		const [first] = show('watchlist').querySelectorAll('p');
		expect(first?.textContent).toMatch(/^No classified names/u);
	});

	it('hides the words, also from screen readers, until they are asked for', () => {
		const main = show('watchlist', listed);
		expect(main.innerHTML).not.toMatch(/Lighthouse|Otter/u);
		expect(main.textContent).toContain('until January 31, 2099');
		press(main, 'Show the words');
		expect([...main.querySelectorAll('.word')].map(word => word.textContent)).toEqual(['Lighthouse', 'Otter']);
		press(main, 'Hide the words');
		expect(main.innerHTML).not.toMatch(/Lighthouse|Otter/u);
	});

	it('removes a word and brings it back where it was', () => {
		const main = show('watchlist', listed);
		press(main, 'Remove Hidden word 1');
		expect(changes).toEqual([{watchlist: [{word: 'Otter'}]}]);
		expect(document.activeElement?.textContent).toBe('Undo');
		press(main, 'Undo');
		expect(settings.watchlist).toEqual(listed.watchlist);
	});

	it('adds a word with a last day', () => {
		const main = show('watchlist', listed);
		addOne(main, '  Grey   Swan ', '2099-02-01');
		expect(settings.watchlist).toEqual([...listed.watchlist, {word: 'Grey Swan', until: '2099-02-01'}]);
		expect(main.querySelector<HTMLInputElement>('input[type=text]')?.value).toBe('');
	});

	it.each([['x', '', /Too short/u], ['Otter', '', /there already/u], ['Swan', '2020-01-01', /day is over/u]])('refuses %s %s', (word, day, why) => {
		const main = show('watchlist', listed);
		addOne(main, word, day);
		expect(changes).toEqual([]);
		expect(main.querySelector('[role=alert]')?.textContent).toMatch(why);
	});

	it('offers initials for what looks like a name', () => {
		const main = show('watchlist');
		enter(main.querySelector<HTMLInputElement>('input[type=text]'), 'Ada Example');
		press(main, 'Use A.E.');
		expect(main.querySelector<HTMLInputElement>('input[type=text]')?.value).toBe('A.E.');
	});

	it('adds pasted lines when they are confirmed, and keeps the wrong ones for mending', () => {
		const main = show('watchlist', listed);
		enter(main.querySelector('textarea'), 'Swan\nStork; soon\nCrane; 2099-03-01');
		expect(changes).toEqual([]);
		expect(main.textContent).toContain('Line 2: “soon” is no date');
		press(main, 'Add 2 words');
		expect(settings.watchlist).toEqual([...listed.watchlist, {word: 'Swan'}, {word: 'Crane', until: '2099-03-01'}]);
		expect(valueOf(main)).toBe('Stork; soon');
	});
});

describe('levels', () => {
	it('show what was changed, and put it back', () => {
		const main = show('severity', {...initialSettings(), severity: {...initialSettings().severity, offensive: 'hint'}});
		expect([...main.querySelectorAll('li')].map(line => line.textContent)).toEqual(['Insults and rude words: A hint at most']);
		press(main, 'Put all back');
		expect(settings.severity).toEqual(initialSettings().severity);
		expect(main.textContent).toContain('Everything as the guidelines say.');
	});
});
