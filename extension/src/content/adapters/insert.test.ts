import {describe, expect, it} from 'vitest';
import {insert, type Writable} from './insert.js';

/** An editor that does what `write` says with its selection. */
function editor(text: string, write: (before: string, start: number, end: number, text: string) => string) {
	let now = text;
	let selected = [0, 0] as [number, number];
	const one: Writable & {text(): string} = {
		text: () => now,
		read: () => ({text: now, range: () => null, offset: () => null}),
		select: (start, end) => {
			selected = [start, end];
			return end <= now.length;
		},
		write: words => {
			now = write(now, ...selected, words);
		},
	};
	return one;
}

const rightly = (before: string, start: number, end: number, text: string) => before.slice(0, start) + text + before.slice(end);

describe('insert', () => {
	it('writes over the place and sees that it stands there', async () => {
		const box = editor('a bad word', rightly);
		expect(await insert(box, 2, 5, 'good')).toBe(true);
		expect(box.text()).toBe('a good word');
	});

	it('does not claim what an editor ignored or did otherwise', async () => {
		expect(await insert(editor('a bad word', before => before), 2, 5, 'good')).toBe(false);
		expect(await insert(editor('a bad word', before => `${before}good`), 2, 5, 'good')).toBe(false);
	});

	it('writes nothing where the place is gone', async () => {
		const box = editor('a', rightly);
		expect(await insert(box, 5, 9, 'x')).toBe(false);
		expect(box.text()).toBe('a');
	});

	it('writes nothing when the text changed while the selection settled', async () => {
		let read = 0;
		const box = editor('a bad word', rightly);
		const moving = {...box, read: () => ({...box.read(), text: read++ === 0 ? 'a bad word' : 'a bad words'})};
		expect(await insert(moving, 2, 5, 'good')).toBe(false);
		expect(box.text()).toBe('a bad word');
	});
});
