// @vitest-environment jsdom
import {render} from 'preact';
import {act} from 'preact/test-utils';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {type Field, fields, initialSettings, type SettingName, type Settings} from '../shared/settings.js';
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
const valueOf = (main: HTMLElement) => main.querySelector('textarea')?.value;

afterEach(() => void vi.useRealTimers());

describe('the form', () => {
	const names = Object.entries(fields) as [SettingName, Field][];
	it.each(names)('has a named control for %s', (name, field) => {
		const main = show(name);
		const controls = [...main.querySelectorAll<HTMLInputElement>('input, select, textarea')];
		expect(controls).toHaveLength(field.kind === 'switches' ? field.names.length : 1);
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
		const main = show('watchlist');
		type(main, 'Blue Heron\n');
		type(main, 'Blue Heron\n\n  second  word ');
		expect(changes).toEqual([]);
		void act(() => void vi.advanceTimersByTime(400));
		expect(changes).toEqual([{watchlist: ['Blue Heron', 'second word']}]);
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
