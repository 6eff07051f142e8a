import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Settings} from '../../shared/fields.js';
import {initialSettings} from '../../shared/settings.js';
import {Checker} from '../checker.js';
import {Engine, type Pairs} from '../engine.js';
import type {Fetched} from '../fetch.js';
import {Channel} from './channel.js';

const root = path.join(import.meta.dirname, '..', '..', '..', '..');
const wasm = path.join(root, 'dist', 'engine.wasm');

/** testdata/signed/README.md tells what they are. */
const signed = (name: string) => ({envelope: new Uint8Array(readFileSync(path.join(root, 'testdata', 'signed', `${name}.envelope`)))});
const [oldKey, newKey, oldId] = ['PzEektpGpijwwa33Ssh3HxiFHr/5Xx3M8w1ySle1370=', '1wzzCVVMcbY++PoSv5OOXckJo1BnBOQxyy6ct7w8FaM=', 'e0cd100214173e6d'];
const acme: Settings = {...initialSettings(), org: 'un', channel: 'https://packs.example.org/v1/channels/staff', keys: [oldKey, newKey]};
const risky: Pairs = [['text', 'Just came out of the meeting: the internal memo is not public yet.'], ['surface', 'post'], ['site', 'x']];

type Change = (real: WebAssembly.Exports) => WebAssembly.Exports;

/** Starts the real engine; `change` may put a fault between us and it. */
const startReal = (change: Change = real => real): Promise<Engine> => Engine.start(async imports => {
	const {instance} = await WebAssembly.instantiate(readFileSync(wasm), imports);
	return Object.setPrototypeOf({exports: change({...instance.exports})}, WebAssembly.Instance.prototype) as typeof instance;
});

const trap = () => {
	throw new RangeError('Maximum call stack size exceeded');
};
/** Only with an envelope is a frame that long. */
const withEnvelope = 500;

/** Dies while an envelope is activated. */
const diesOverIt: Change = real => ({...real, activate: (length: number) => (length > withEnvelope ? trap() : (real['activate'] as (length: number) => number)(length))});

/** Dies at every text once an envelope is active. */
function diesUnderIt(real: WebAssembly.Exports): WebAssembly.Exports {
	let isActive = false;
	return {
		...real,
		activate(length: number) {
			isActive = length > withEnvelope;
			return (real['activate'] as (length: number) => number)(length);
		},
		check: (length: number) => (isActive ? trap() : (real['check'] as (length: number) => number)(length)),
	};
}

/** A checker and a channel as the background has them, on 1 February 2027. */
function newBackground(org: Settings['org'], change?: Change) {
	const at = {now: Date.parse('2027-02-01T00:00:00Z'), answers: [] as Fetched[], stored: undefined as string | undefined, started: 0};
	const settings = {...acme, org};
	const checker = new Checker({
		start: () => {
			at.started++;
			return startReal(change);
		},
		stored: () => Promise.resolve(settings),
		lastGood: {read: () => Promise.resolve(undefined), write: () => undefined},
		held: now => channel.pairs(now),
		lang: 'en',
	});
	const channel: Channel = new Channel({
		now: () => at.now, random: () => 0.5,
		read: async () => (at.stored === undefined ? undefined : JSON.parse(at.stored) as unknown),
		write: async kept => void (at.stored = kept && JSON.stringify(kept)),
		alarm: async () => undefined, setAlarm: async () => undefined, mayAsk: async () => true,
		ask: async () => at.answers.shift() ?? {failure: {kind: 'unreachable'}},
		verify: pairs => checker.verify(pairs),
		pack: () => checker.settled.then(() => checker.pack),
		useHeld: () => checker.useHeld(),
		tell: () => undefined,
	});
	const use = async () => {
		await checker.use(settings);
		await channel.use(settings);
	};
	const take = async (answer: Fetched) => {
		at.answers = [answer];
		await channel.checkNow();
		return channel.status(checker);
	};
	return {at, checker, channel, use, take};
}

/** The organisation that the signed samples extend. */
const org = 'un';

describe.skipIf(!existsSync(wasm))('a channel with the real engine', () => {
	it('takes what is newer, remembers the withdrawn key and says what changed', async () => {
		const {at, checker, use, take} = newBackground(org);
		await use();
		expect(checker.pack?.house).toBeUndefined();
		const first = await take(signed('acme-3'));
		expect(first?.refusal).toBeUndefined();
		expect(first?.house).toMatchObject({id: 'acme', version: 3, standing: 'fresh', key: oldId, silenced: [{rule: 'accuracy/hearsay'}]});
		const second = await take(signed('acme-4'));
		expect(second).toMatchObject({house: {version: 4}, digest: createHash('sha256').update(signed('acme-4').envelope).digest('hex'), news: {from: 0, to: 4}});
		expect(JSON.parse(at.stored ?? '')).toMatchObject({floor: 4, withdrawn: [oldId], digest: second?.digest});
		expect((await take(signed('acme-3')))?.refusal?.refusal.reason).toBe('withdrawn-key');
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
		expect(checker.pack?.house?.version).toBe(4);
	});

	it.each([
		['2026-12-31', 'not-yet-valid'], ['2027-04-01', 'expired'],
	])('refuses by its own clock: %s is %s', async (day, reason) => {
		const {at, checker, use, take} = newBackground(org);
		at.now = Date.parse(`${day}T00:00:00Z`);
		await use();
		expect((await take(signed('acme-3')))?.refusal?.refusal.reason).toBe(reason);
		expect(checker.pack?.house).toBeUndefined();
	});

	it('lets what is held grow stale, and then does without it', async () => {
		const {at, channel, checker, use, take} = newBackground(org);
		await use();
		await take(signed('acme-3'));
		at.now = Date.parse('2027-05-01T00:00:00Z');
		await channel.look();
		expect(checker.pack?.house).toMatchObject({version: 3, standing: 'stale'});
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
		at.now = Date.parse('2027-12-01T00:00:00Z');
		await channel.look();
		expect(checker.pack).toMatchObject({id: org, house: {standing: 'lapsed'}});
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
	});

	it('says that it is for another organisation', async () => {
		const {checker, use, take} = newBackground('ec');
		await use();
		expect((await take(signed('acme-3')))?.refusal?.refusal.reason).toBe('unfit');
		expect(checker.pack?.house).toBeUndefined();
	});

	it.each<[string, Change]>([['dies over it', diesOverIt], ['dies at every text under it', diesUnderIt]])('goes on checking where the engine %s', async (_name, change) => {
		const {checker, use, take, channel} = newBackground(org, change);
		await use();
		await take(signed('acme-3'));
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
		expect(checker.status()).toMatchObject({engine: 'ready', pack: {id: org}});
		expect(checker.pack?.house).toBeUndefined();
		expect(await channel.status(checker)).toMatchObject({house: null, failure: {failure: {kind: 'engine'}}});
	});

	it('goes on checking where the engine dies over what came', async () => {
		const {checker, use, take} = newBackground(org, real => ({...real, verify: trap}));
		await use();
		expect(await take(signed('acme-3'))).toMatchObject({house: null, failure: {failure: {kind: 'engine'}, times: 2}});
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
	});

	it('goes on checking where the storage cannot be read', async () => {
		const checker = new Checker({
			start: () => startReal(), stored: () => Promise.resolve(acme), lang: 'en',
			lastGood: {read: () => Promise.resolve(undefined), write: () => undefined},
			held: () => Promise.reject(new Error('no storage')),
		});
		await checker.use(acme);
		expect((await checker.check(risky)).findings.length).toBeGreaterThan(0);
	});
});
