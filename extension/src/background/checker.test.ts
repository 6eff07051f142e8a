import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Settings} from '../shared/fields.js';
import {initialSettings, parseSettings} from '../shared/settings.js';
import type {BioRequest} from '../shared/protocol.js';
import {bioPairs, Checker, NotChecked} from './checker.js';
import {Engine, EngineError, EngineGone, frame, type Pairs, type Recognised} from './engine.js';

const wasm = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'engine.wasm');
const ec: Settings = {...initialSettings(), org: 'ec'};
const risky: Pairs = [['text', 'Just came out of the meeting: the internal memo is not public yet.'], ['surface', 'post'], ['site', 'x']];

type Change = (real: WebAssembly.Exports) => WebAssembly.Exports;

/** Starts the real engine; `change` may put a fault between us and it. */
function startReal(change: Change = real => real): Promise<Engine> {
	return Engine.start(async imports => {
		const {instance} = await WebAssembly.instantiate(readFileSync(wasm), imports);
		return change === undefined ? instance : withExports(instance, change({...instance.exports}));
	});
}

/** wasm_exec.js runs the real instance; only what our wrapper calls is changed. */
function withExports(instance: WebAssembly.Instance, exports: WebAssembly.Exports): WebAssembly.Instance {
	return Object.setPrototypeOf({exports}, WebAssembly.Instance.prototype) as typeof instance;
}

/** Asks for a negative buffer: Go panics outside any recover and its program ends. */
const panicsOnce: Change = real => {
	const reserve = real['reserve'] as (bytes: number) => number;
	return {...real, reserve: () => reserve(-1)};
};

/** A trap, as when the stack runs out. */
const traps: Change = real => ({...real, check: () => {
	throw new RangeError('Maximum call stack size exceeded');
}});

function newChecker(start: () => Promise<Engine>, lastGood: {kept?: Settings} = {}, stored = initialSettings()) {
	return new Checker({
		start,
		stored: () => Promise.resolve(stored),
		lastGood: {read: () => Promise.resolve(lastGood.kept), write: good => void (lastGood.kept = good)},
		lang: 'en',
	});
}

describe('frame', () => {
	it.each<[Pairs, string]>([
		[[['text', 'a'], ['surface', 'post']], 'text\0a\0surface\0post'],
		[[['text', 'a\0b']], 'text\0a\uFFFDb'],
		[[['text', 'x\uD83Dy']], 'text\0x\uFFFDy'],
		[[['text', '']], 'text\0'],
	])('%j', (pairs, want) => expect(new TextDecoder().decode(frame(pairs))).toBe(want));
});

/** Read by wasm/browser/wire/bio_test.go too. */
const bioContract = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'testdata', 'contract', 'bio.json'), 'utf8')) as
	{request: BioRequest; pairs: Pairs; answer: Recognised};

describe('bioPairs', () => {
	it('asks as the engine reads', () => expect(bioPairs(bioContract.request)).toEqual(bioContract.pairs));
	it('leaves out what is not known', () => expect(bioPairs({bio: '', site: 'none'})).toEqual([['text', ''], ['site', 'none']]));
});

describe('a checker whose engine cannot start', () => {
	it('says so, tries three times and then no more', async () => {
		let starts = 0;
		const checker = newChecker(() => Promise.reject(new Error(`start ${++starts}`)));
		await checker.use(ec);
		expect(checker.status()).toEqual({engine: 'off', reason: 'Error: start 1', pack: null});
		for (let turn = 0; turn < 5; turn++) await expect(checker.check(risky)).rejects.toMatchObject({reason: 'engine-off'});
		expect(starts).toBe(3);
	});
});

describe.skipIf(!existsSync(wasm))('with the real engine', () => {
	it('judges by a choice it was not told of', async () => {
		const checker = newChecker(startReal, {}, ec);
		await checker.use(initialSettings());
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
		expect(checker.status()).toMatchObject({engine: 'ready', pack: {id: 'ec'}});
	});

	it('finds something, and again after a long text made the memory grow', async () => {
		const engine = await startReal();
		expect(engine.activate([['org', 'ec'], ['status', 'official'], ['lang', 'en']])).toMatchObject({id: 'ec'});
		const {findings} = engine.check(risky);
		expect(findings.length).toBeGreaterThan(0);
		expect(engine.check([['text', 'word '.repeat(100_000)]]).notes).toContainEqual({kind: 'cut', what: '200000'});
		expect(engine.check(risky).findings).toEqual(findings);
	});

	it('can be asked again after an error', async () => {
		const engine = await startReal();
		expect(() => engine.check(risky)).toThrow(EngineError);
		expect(() => engine.activate([['org', 'nowhere']])).toThrow(EngineError);
		engine.activate([['org', 'ec']]);
		expect(engine.check(risky).findings.length).toBeGreaterThan(0);
	});

	it('is known to be dead after a panic, and never answers garbage', async () => {
		const engine = await startReal(panicsOnce);
		expect(() => engine.activate([['org', 'ec']])).toThrow(EngineGone);
		expect(engine.dead).toBe(true);
		expect(() => engine.check(risky)).toThrow(EngineGone);
	});

	it('reads a bio, also after a panic, and with the keys of the contract', async () => {
		let starts = 0;
		const checker = newChecker(() => startReal(++starts === 1 ? panicsOnce : undefined));
		await checker.use(ec);
		const {texts, ...answer} = await checker.bio({bio: '😀 Lawyer, DG TRADE. Views my own', handle: 'EU_Lawyer', site: 'x', limit: 160});
		expect(answer).toEqual({
			grade: 'short', enough: false, employer: [[11, 19]], disclaimer: [[21, 33]], lang: '',
			concerns: [{kind: 'official-looking', where: 'handle', start: 0, end: 9}],
		});
		expect(Object.keys({...answer, texts}).sort()).toEqual(Object.keys(bioContract.answer).sort());
		expect(texts[0]?.text).toMatch(/^I am responsible/);
	});

	it('reads no bio before an organisation is chosen', async () => {
		await expect(newChecker(startReal).bio({bio: 'x', site: 'x'})).rejects.toEqual(new NotChecked('no-organisation'));
	});

	it.each([['a panic', panicsOnce], ['a trap', traps]])('is replaced after %s', async (_name, fault) => {
		let starts = 0;
		const checker = newChecker(() => startReal(++starts === 1 ? fault : undefined));
		await checker.use(ec);
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
		expect(starts).toBe(2);
		expect(checker.status()).toMatchObject({engine: 'ready', pack: {id: 'ec'}});
	});

	it('gives a text up that kills every engine', async () => {
		const checker = newChecker(() => startReal(traps));
		await expect(checker.use(ec).then(() => checker.check(risky))).rejects.toMatchObject({reason: 'engine-failed'});
	});

	it('takes every word that the settings let through', async () => {
		const letters = ['ab', '中', '한', '2/3', 'C++', "can't", '*~[3]|(x', '=LIMITE', 'é'.repeat(40), 'ж'.repeat(40), '界'.repeat(26), '1'.repeat(80)];
		const settings = parseSettings({...ec, watchlist: letters, field: letters});
		expect(settings.watchlist.map(({word}) => word)).toEqual(letters);
		const checker = newChecker(startReal);
		await checker.use(settings);
		expect(checker.status()).toEqual({engine: 'ready', pack: expect.objectContaining({id: 'ec'}) as unknown});
	});

	it('judges nothing before an organisation is chosen', async () => {
		const checker = newChecker(startReal);
		await checker.use(initialSettings());
		await expect(checker.check(risky)).rejects.toEqual(new NotChecked('no-organisation'));
		await checker.use(ec);
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
	});

	it('keeps the last good pack when a new one does not load, also after a restart', async () => {
		const bad = {...ec, org: 'nowhere'} as unknown as Settings;
		const lastGood: {kept?: Settings} = {};
		const checker = newChecker(startReal, lastGood);
		await checker.use(ec);
		await checker.use(bad);
		expect(checker.status()).toMatchObject({engine: 'ready', pack: {id: 'ec'}, packProblem: expect.stringContaining('nowhere') as string});
		const restarted = newChecker(startReal, lastGood);
		await restarted.use(bad);
		expect(restarted.status()).toMatchObject({pack: {id: 'ec'}, packProblem: expect.stringContaining('nowhere') as string});
		expect((await restarted.check(risky)).findings.length).toBeGreaterThan(0);
	});

	it('says so when there is no last good pack', async () => {
		const checker = newChecker(startReal);
		await checker.use({...ec, org: 'nowhere'} as unknown as Settings);
		await expect(checker.check(risky)).rejects.toMatchObject({reason: 'no-pack'});
	});

	it('forgets the last good pack when the choice is taken back', async () => {
		const lastGood: {kept?: Settings} = {};
		const checker = newChecker(startReal, lastGood);
		await checker.use(ec);
		await checker.use(parseSettings({}));
		expect(lastGood.kept?.org).toBe('');
		expect(checker.status().pack).toBeNull();
	});

	it('answers a check that came while the engine started', async () => {
		const checker = newChecker(startReal);
		void checker.use(ec);
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
	});
});
