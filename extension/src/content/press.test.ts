// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from 'vitest';
import type {SendKeys, Venue} from './adapters/site.js';
import {sends} from './press.js';
import type {Session} from './session.js';

let box: HTMLElement;
let button: HTMLElement;

beforeEach(() => {
	document.body.innerHTML = '<form><div id="box" contenteditable="true"><b></b></div><button type="button"><span></span></button></form><p></p>';
	box = document.querySelector('#box')!;
	button = document.querySelector('button')!;
});

/** A session as `sends` sees it, whose box is sent with `keys`; `known` tells whether the site's adapter knows it. */
function sessionWith(keys: SendKeys, known: boolean): Session {
	const venue: Pick<Venue, 'known' | 'boxes' | 'button' | 'keys'> = {known, boxes: () => [box], button: () => button, keys: () => keys};
	return {venue} as Session;
}

/** What `sends` says of an event while it is on its way. */
function told(keys: SendKeys, target: Element, event: Event, known = true): boolean {
	let answer: boolean | undefined;
	const listen = (heard: Event) => (answer = sends(sessionWith(keys, known), heard));
	addEventListener(event.type, listen, {capture: true});
	target.dispatchEvent(event);
	removeEventListener(event.type, listen, {capture: true});
	return answer!;
}

const enter = (rest: KeyboardEventInit = {}) => new KeyboardEvent('keydown', {key: 'Enter', keyCode: 13, bubbles: true, ...rest});
const inBox = (keys: SendKeys, rest?: KeyboardEventInit) => told(keys, box.firstElementChild!, enter(rest));

describe('a key in the box', () => {
	it('sends by what the site makes of it', () => {
		expect((['none', 'mod-enter', 'enter', 'any-enter'] as const).map(keys => inBox(keys))).toEqual([false, false, true, true]);
		for (const mod of [{ctrlKey: true}, {metaKey: true}]) {
			expect((['none', 'mod-enter', 'enter', 'any-enter'] as const).map(keys => inBox(keys, mod))).toEqual([false, true, false, true]);
		}
	});

	it('only breaks the line with Shift or Alt', () => {
		for (const rest of [{shiftKey: true}, {altKey: true}]) expect(inBox('enter', rest)).toBe(false);
	});

	it('never sends while a word is composed', () => {
		for (const keys of ['mod-enter', 'enter', 'any-enter'] as const) {
			for (const mod of [{}, {ctrlKey: true}]) {
				expect(inBox(keys, {...mod, isComposing: true})).toBe(false);
				// Safari and some input methods tell of it only by this code.
				expect(inBox(keys, {...mod, keyCode: 229})).toBe(false);
			}
		}
	});

	it('sends nothing when it is another one, or elsewhere', () => {
		expect(inBox('any-enter', {key: 'a', keyCode: 65})).toBe(false);
		expect(told('any-enter', document.querySelector('p')!, enter())).toBe(false);
	});
});

describe('the button', () => {
	it('sends by mouse and by the keys that press buttons', () => {
		const inside = button.firstElementChild!;
		expect(told('none', inside, new MouseEvent('click', {bubbles: true}))).toBe(true);
		expect(told('none', button, enter())).toBe(true);
		expect(told('none', button, enter({key: ' '}))).toBe(true);
		expect(told('none', button, enter({key: 'Tab'}))).toBe(false);
		expect(told('none', box, new MouseEvent('click', {bubbles: true}))).toBe(false);
	});
});

describe('a form', () => {
	it('sends the box that stands in it', () => {
		const submit = () => new Event('submit', {bubbles: true});
		expect(told('none', document.querySelector('form')!, submit())).toBe(true);
		const other = document.body.appendChild(document.createElement('form'));
		expect(told('none', other, submit())).toBe(false);
	});

	it('sends nothing that we would hold where the box is unknown', () => {
		const submit = new Event('submit', {bubbles: true});
		expect(told('none', document.querySelector('form')!, submit, false)).toBe(false);
		expect(told('any-enter', box, enter(), false)).toBe(false);
	});
});
