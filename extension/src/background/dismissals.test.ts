import {describe, expect, it} from 'vitest';
import {Dismissals} from './dismissals.js';

/** A shelf that keeps what is written the way the browser's storage does: as JSON. */
function newShelf(first?: unknown) {
	const shelf = {
		json: first === undefined ? undefined : JSON.stringify(first),
		writes: 0,
		read: () => Promise.resolve(shelf.json === undefined ? undefined : JSON.parse(shelf.json) as unknown),
		write: (value: unknown) => {
			shelf.json = JSON.stringify(value);
			shelf.writes++;
			return Promise.resolve();
		},
	};
	return shelf;
}
const phrase = {rule: 'confidentiality/internal-document', phrase: 'the draft note'};
const today = () => '2026-11-21';

describe('Dismissals', () => {
	it('knows a phrase again, also after a restart, whatever its case and blanks', async () => {
		const shelf = newShelf();
		await new Dismissals(shelf, today).add(phrase, 'x', false);
		const after = new Dismissals(shelf, today);
		expect(await after.has([phrase, {...phrase, phrase: 'The  DRAFT\nnote '}])).toEqual([true, true]);
		expect(await after.has([{...phrase, phrase: 'the final note'}, {...phrase, rule: 'a/b'}])).toEqual([false, false]);
		expect(await after.list()).toHaveLength(1);
	});

	it('stores rule, site and date beside a hash, and never the phrase', async () => {
		const shelf = newShelf();
		await new Dismissals(shelf, today).add(phrase, 'x', false);
		const {key, kept} = JSON.parse(shelf.json ?? '') as {key: string; kept: object[]};
		expect(kept).toEqual([{mac: expect.stringMatching(/^[\w+/]{22}==$/), rule: phrase.rule, site: 'x', date: '2026-11-21'}]);
		expect(atob(key)).toHaveLength(32);
		expect(shelf.json).not.toContain('draft');
	});

	it('hashes with a key of this installation', async () => {
		const [one, other] = [newShelf(), newShelf()];
		await new Dismissals(one, today).add(phrase, 'x', false);
		await new Dismissals(other, today).add(phrase, 'x', false);
		const macOf = ({json}: {json: string | undefined}) => (JSON.parse(json ?? '') as {kept: {mac: string}[]}).kept[0]?.mac;
		expect(macOf(one)).not.toBe(macOf(other));
	});

	it('writes nothing from a private window, and yet is quiet while it lives', async () => {
		const shelf = newShelf();
		const dismissals = new Dismissals(shelf, today);
		await dismissals.add(phrase, 'x', true);
		expect(await dismissals.has([phrase])).toEqual([true]);
		expect(shelf.writes).toBe(0);
		expect(await new Dismissals(shelf, today).has([phrase])).toEqual([false]);
	});

	it('forgets everything, the key too', async () => {
		const shelf = newShelf();
		const dismissals = new Dismissals(shelf, today);
		await dismissals.add(phrase, 'x', false);
		const before = (JSON.parse(shelf.json ?? '') as {key: string}).key;
		await dismissals.forget();
		expect(await dismissals.list()).toHaveLength(0);
		expect(await dismissals.has([phrase])).toEqual([false]);
		expect((JSON.parse(shelf.json ?? '') as {key: string}).key).not.toBe(before);
	});

	it('reads again what somebody else wrote', async () => {
		const shelf = newShelf();
		const dismissals = new Dismissals(shelf, today);
		await dismissals.add(phrase, 'x', false);
		const backup = shelf.json;
		await dismissals.forget();
		shelf.json = backup;
		dismissals.drop();
		expect(await dismissals.has([phrase])).toEqual([true]);
	});

	it('lists what is known, newest first, and takes one back', async () => {
		const shelf = newShelf();
		const dismissals = new Dismissals(shelf, today);
		await dismissals.add(phrase, 'x', false);
		await dismissals.add({rule: 'a/b', phrase: 'second'}, 'linkedin', false);
		const [second, first] = await dismissals.list();
		expect(second).toEqual({mac: expect.any(String), rule: 'a/b', site: 'linkedin', date: '2026-11-21'});
		await dismissals.restore(first?.mac ?? '');
		expect(await dismissals.has([phrase, {rule: 'a/b', phrase: 'second'}])).toEqual([false, true]);
		expect(await new Dismissals(shelf, today).list()).toEqual([second]);
		await dismissals.restore('unknown');
		expect(shelf.writes).toBe(3);
	});

	it('counts what is stored where nothing can be written', async () => {
		const shelf = newShelf();
		const dismissals = new Dismissals(shelf, today);
		await dismissals.add(phrase, 'x', false);
		shelf.write = () => Promise.reject(new Error('full'));
		await expect(dismissals.add({rule: 'a/b', phrase: 'second'}, 'x', false)).rejects.toThrow('full');
		expect(await dismissals.list()).toHaveLength(1);
	});

	it('takes back what was dismissed in a private window', async () => {
		const dismissals = new Dismissals(newShelf(), today);
		await dismissals.add(phrase, 'x', true);
		await dismissals.restore((await dismissals.list())[0]?.mac ?? '');
		expect(await dismissals.has([phrase])).toEqual([false]);
	});

	it('keeps a phrase once and the newest thousand', async () => {
		const shelf = newShelf();
		const dismissals = new Dismissals(shelf, today);
		for (let number = 0; number < 1002; number++) await dismissals.add({rule: 'a/b', phrase: `phrase ${number}`}, 'x', false);
		await dismissals.add({rule: 'a/b', phrase: 'phrase 1001'}, 'x', false);
		expect(await dismissals.list()).toHaveLength(1000);
		expect(await dismissals.has([{rule: 'a/b', phrase: 'phrase 0'}, {rule: 'a/b', phrase: 'phrase 1001'}])).toEqual([false, true]);
	});

	it.each([7, {key: 'x'}, {kept: []}, {key: 1, kept: 'x'}])('starts anew when %j is stored', async stored => {
		expect(await new Dismissals(newShelf(stored), today).list()).toHaveLength(0);
	});
});
