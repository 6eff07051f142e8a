import {describe, expect, it} from 'vitest';
import {Bios} from './bios.js';

/** A shelf that keeps what is written the way the browser's storage does: as JSON. */
function newShelf() {
	const shelf = {
		json: undefined as string | undefined,
		read: () => Promise.resolve(shelf.json === undefined ? undefined : JSON.parse(shelf.json) as unknown),
		write: (value: unknown) => {
			shelf.json = JSON.stringify(value);
			return Promise.resolve();
		},
	};
	return shelf;
}
const bio = 'Desk officer at the Commission.\nViews my own.';
const today = () => '2026-11-22';

describe('Bios', () => {
	it('knows a bio again after a restart, until the text changes', async () => {
		const shelf = newShelf();
		await new Bios(shelf, today).add(bio, false);
		const after = new Bios(shelf, today);
		expect(await after.has(bio)).toBe(true);
		expect(await after.has('desk officer at the Commission. Views my own. ')).toBe(true);
		expect(await after.has(`${bio} And cats.`)).toBe(false);
	});

	it('stores a hash and a date, nothing else', async () => {
		const shelf = newShelf();
		await new Bios(shelf, today).add(bio, false);
		const {kept} = JSON.parse(shelf.json ?? '') as {kept: object[]};
		expect(kept).toEqual([{mac: expect.stringMatching(/^[\w+/]{22}==$/), date: '2026-11-22'}]);
		expect(shelf.json).not.toMatch(/commission|officer/i);
	});

	it('writes nothing from a private window', async () => {
		const shelf = newShelf();
		const bios = new Bios(shelf, today);
		await bios.add(bio, true);
		expect(await bios.has(bio)).toBe(true);
		expect(shelf.json).toBeUndefined();
		expect(await new Bios(shelf, today).has(bio)).toBe(false);
	});

	it('forgets all, the key too', async () => {
		const shelf = newShelf();
		const bios = new Bios(shelf, today);
		await bios.add(bio, false);
		const before = shelf.json;
		await bios.forget();
		expect(await bios.has(bio)).toBe(false);
		const keyOf = (json: string | undefined) => (JSON.parse(json ?? '') as {key: string}).key;
		expect(keyOf(shelf.json)).not.toBe(keyOf(before));
	});

	it('starts anew where what is stored is broken, and leaves out what is no entry', async () => {
		const shelf = newShelf();
		shelf.json = '{"key":7}';
		expect(await new Bios(shelf, today).has(bio)).toBe(false);
		await new Bios(shelf, today).add(bio, false);
		const stored = JSON.parse(shelf.json) as {kept: object[]};
		shelf.json = JSON.stringify({...stored, kept: [...stored.kept, {mac: 7}, null]});
		const after = new Bios(shelf, today);
		expect(await after.has(bio)).toBe(true);
		await after.add('Another bio', false);
		expect((JSON.parse(shelf.json) as {kept: object[]}).kept).toHaveLength(2);
	});
});
