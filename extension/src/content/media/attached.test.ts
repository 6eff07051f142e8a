// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {watchAttached} from './attached.js';

const photo = new File(['1'], 'photo.jpg', {type: 'image/jpeg'});
const clip = new File(['22'], 'clip.mp4', {type: 'video/mp4'});
const phone = new File(['333'], 'IMG_1.HEIC');
const notes = new File(['4444'], 'notes.pdf', {type: 'application/pdf'});

let life: AbortController;
const attached = vi.fn<(box: HTMLElement, files: readonly File[]) => void>();
const scopeOf = vi.fn((path: readonly EventTarget[]) => (path.includes(composer) ? box : null));
let composer: HTMLElement;
let box: HTMLElement;

beforeEach(() => {
	vi.useFakeTimers();
	life = new AbortController();
	document.body.innerHTML = '<div id="composer"><div id="box"></div><div id="host"></div></div><aside></aside>';
	composer = document.querySelector('#composer')!;
	box = document.querySelector('#box')!;
	for (const type of ['input', 'change', 'drop', 'paste']) addEventListener(type, mark, {capture: true, signal: life.signal});
	watchAttached(scopeOf, attached, life.signal);
});

afterEach(() => {
	life.abort();
	vi.useRealTimers();
	vi.clearAllMocks();
});

/** The events that stand for what a user does. */
const users = new WeakSet<Event>();

/** Makes them as trusted as a browser does; jsdom keeps that mark inside. */
function mark(event: Event): void {
	const [inside] = Object.getOwnPropertySymbols(event);
	(event as unknown as Record<symbol, {isTrusted: boolean}>)[inside!]!.isTrusted = users.has(event);
}

function fire(type: string, target: EventTarget, rest: object = {}, {trusted = true, composed = true} = {}): Event {
	const event = Object.assign(new Event(type, {bubbles: true, cancelable: true, composed}), rest);
	if (trusted) users.add(event);
	target.dispatchEvent(event);
	return event;
}

function inputIn(parent: Node, ...files: File[]): HTMLInputElement {
	const input = Object.assign(document.createElement('input'), {type: 'file'});
	Object.defineProperty(input, 'files', {value: files});
	parent.appendChild(input);
	return input;
}

const drop = (target: EventTarget, ...files: File[]) => fire('drop', target, {dataTransfer: {files}});
const paste = (target: EventTarget, types: string[], ...files: File[]) => fire('paste', target, {clipboardData: {files, types}});

function told(): [HTMLElement, readonly File[]][] {
	vi.runAllTimers();
	return attached.mock.calls;
}

describe('what is told', () => {
	it('files that are chosen, once although two events tell of them', () => {
		const input = inputIn(composer, photo, clip);
		fire('input', input);
		fire('change', input, {}, {composed: false});
		expect(told()).toEqual([[box, [photo, clip]]]);
	});

	it('files that are chosen in a shadow root, which only one event leaves', () => {
		const input = inputIn(document.querySelector('#host')!.attachShadow({mode: 'open'}), photo);
		fire('change', input, {}, {composed: false});
		expect(told()).toEqual([]);
		fire('input', input);
		expect(told()).toEqual([[box, [photo]]]);
	});

	it('files that are dropped, once although an input below takes them', () => {
		const input = inputIn(composer, photo);
		drop(input, photo);
		fire('input', input);
		fire('change', input);
		expect(told()).toEqual([[box, [photo]]]);
	});

	it('files that are pasted', () => {
		paste(box, ['Files'], photo);
		expect(told()).toEqual([[box, [photo]]]);
	});

	it('pictures without a type, by their ending', () => {
		drop(box, phone);
		expect(told()).toEqual([[box, [phone]]]);
	});

	it('each time anew', () => {
		drop(box, photo);
		drop(box, clip);
		expect(told()).toEqual([[box, [photo]], [box, [clip]]]);
	});

	it('the same file again after a while', () => {
		const now = vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(1000);
		drop(box, photo);
		now.mockReturnValue(1900);
		drop(box, photo);
		expect(told()).toHaveLength(1);
		now.mockReturnValue(3000);
		drop(box, photo);
		expect(told()).toHaveLength(2);
		now.mockRestore();
	});
});

describe('what is not', () => {
	it('other files', () => {
		drop(box, notes);
		expect(told()).toEqual([]);
		drop(box, notes, photo);
		expect(told()).toEqual([[box, [photo]]]);
	});

	it('files that go elsewhere', () => {
		drop(document.querySelector('aside')!, photo);
		expect(told()).toEqual([]);
		expect(scopeOf).toHaveBeenCalledOnce();
	});

	it('text, nor the picture that an office program copies along with it', () => {
		paste(box, ['text/plain']);
		paste(box, ['text/plain', 'text/html', 'Files'], photo);
		fire('input', box);
		expect(told()).toEqual([]);
		expect(scopeOf).not.toHaveBeenCalled();
	});

	it('what a script of the page fakes', () => {
		fire('drop', box, {dataTransfer: {files: [photo]}}, {trusted: false});
		fire('change', inputIn(composer, photo), {}, {trusted: false});
		expect(told()).toEqual([]);
	});

	it('anything once the life of it has ended', () => {
		drop(box, photo);
		life.abort();
		drop(box, clip);
		expect(told()).toEqual([]);
	});
});

describe('the page', () => {
	it('hears of it first, and unhindered', () => {
		const heard = vi.fn(() => expect(attached).not.toHaveBeenCalled());
		box.addEventListener('drop', heard);
		const event = drop(box, photo);
		expect(heard).toHaveBeenCalledOnce();
		expect(event.defaultPrevented).toBe(false);
		expect(told()).toHaveLength(1);
	});

	it('never sees an error of ours', () => {
		const seen = vi.fn();
		addEventListener('error', seen);
		scopeOf.mockImplementationOnce(() => {
			throw new Error('ours');
		});
		attached.mockImplementationOnce(() => {
			throw new Error('ours');
		});
		drop(box, photo);
		drop(box, clip);
		expect(told()).toHaveLength(1);
		expect(seen).not.toHaveBeenCalled();
		removeEventListener('error', seen);
	});
});
