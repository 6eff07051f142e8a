import {lang} from '../../locales/en/content.json';
import {Channel} from '../background/channel/channel.js';
import {Checker, NotChecked} from '../background/checker.js';
import {Engine} from '../background/engine.js';
import {askChannel} from '../background/fetch.js';
import {answerOf, pairsOf} from '../background/messages/check.js';
import type {Settings} from '../shared/fields.js';
import type {Answer} from '../shared/protocol.js';
import {initialSettings} from '../shared/settings.js';
import {readKept, writeKept} from './kept-channel.js';
import type {Order, Orders, Returned, Sent, Standing} from './orders.js';

/**
 * The thread of the engine: checker and channel of the extension's background, asked by the page. A text lives here
 * as long as the answer takes.
 */

/** Put in by the build: the address of the engine, with the hash of what it holds. */
declare const WASM: string;

/** The choices of the visitor, with the channel of the server. */
let chosen: Settings = initialSettings();
/** The last ones that could be used; only while the page is open. */
let lastGood: Settings | undefined;

/** Compiled once, as an engine that died is started anew. */
let compiled: Promise<WebAssembly.Module> | undefined;

async function load(imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
	compiled ??= WebAssembly.compileStreaming(fetch(WASM, {credentials: 'omit'}));
	try {
		return await WebAssembly.instantiate(await compiled, imports);
	} catch (error) {
		compiled = undefined;
		throw error;
	}
}

const startedAt = Date.now();
const checker: Checker = new Checker({
	start: () => Engine.start(load),
	stored: () => Promise.resolve(chosen),
	lastGood: {read: () => Promise.resolve(lastGood), write: good => void (lastGood = good)},
	held: settings => channel.pairs(settings),
	lang,
});
const channel: Channel = new Channel({
	now: () => Date.now(),
	random: () => Math.random(),
	read: readKept,
	write: writeKept,
	// A page asks when it is opened, and needs nobody to wake it.
	alarm: () => Promise.resolve(undefined),
	setAlarm: () => Promise.resolve(),
	mayAsk: () => Promise.resolve(true),
	ask: askChannel,
	verify: pairs => checker.verify(pairs),
	pack: () => checker.settled.then(() => checker.pack),
	useHeld: () => checker.useHeld().then(() => tell(true)),
	tell: () => void tell(false),
});
checker.start();

async function standing(): Promise<Standing> {
	const {pack, houseProblem} = checker;
	return {...checker.status(), channel: await channel.status({pack, houseProblem})};
}

const send = (returned: Returned) => postMessage(returned);
const tell = async (anew: boolean) => send({standing: await standing(), anew});

/** Looks for a newer envelope, once a visit. What is held judges meanwhile. */
async function lookAtChannel(settings: Settings): Promise<void> {
	await channel.use(settings);
	const {checkedAt = 0} = (await standing()).channel ?? {};
	if (checkedAt < startedAt) await channel.checkNow();
}

/** Settled by the first choices: a text that comes before them waits. */
let begin = (): void => undefined;
const begun = new Promise<void>(resolve => {
	begin = resolve;
});

async function ready(): Promise<void> {
	await begun;
	await checker.settled;
}

const answers: {readonly [O in Order]: (request: Orders[O]['request']) => Promise<Orders[O]['answer']>} = {
	async use(settings) {
		chosen = settings;
		const used = checker.use(settings);
		begin();
		await used;
		void lookAtChannel(settings).then(() => tell(false));
		return standing();
	},
	async check(request) {
		await ready();
		return answerOf(await checker.check(pairsOf(request)), checker.pack);
	},
	async bio(request) {
		await ready();
		return {...await checker.bio(request), seen: false, org: checker.pack?.id ?? ''};
	},
};

async function answerTo<O extends Order>({order, request}: Sent<O>): Promise<Answer<Orders[O]['answer']>> {
	try {
		return {ok: true, value: await (answers[order] as (request: unknown) => Promise<Orders[O]['answer']>)(request)};
	} catch (error) {
		const reason = error instanceof NotChecked ? error.reason : 'engine-failed';
		return {ok: false, reason, detail: error instanceof Error ? error.message : String(error)};
	}
}

addEventListener('message', ({data}: MessageEvent<Sent>) => {
	void answerTo(data).then(answer => send({number: data.number, answer}));
});
