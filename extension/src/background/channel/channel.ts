import {channelName} from '../../shared/channel.js';
import type {PackInfo} from '../../shared/finding.js';
import type {ChannelStatus, Failure} from '../../shared/protocol.js';
import type {Pairs, Verified} from '../engine.js';
import type {Fetched} from '../fetch.js';
import {type Anchor, freshKept, type Kept, keptFor, parseKept} from './kept.js';
import {type Look, statusOf} from './status.js';
import {afterAnswer, afterFailure, isDue} from './times.js';

/** What a channel needs from around it. */
export interface Around {
	/** Milliseconds since 1970. */
	now(): number;
	/** From 0 to 1. */
	random(): number;
	read(): Promise<unknown>;
	/** Stores what is held, or forgets it. */
	write(kept: Kept | undefined): Promise<void>;
	/** When the browser's alarm will ring, undefined where none is set. */
	alarm(): Promise<number | undefined>;
	/** Sets the browser's alarm, or takes it back. */
	setAlarm(when: number | undefined): Promise<void>;
	/** Tells whether the extension may reach the host of this address. */
	mayAsk(address: string): Promise<boolean>;
	/** Asks the channel; see askChannel. */
	ask(address: string, digest: string | undefined, end: AbortSignal): Promise<Fetched>;
	/** Asks the engine about an envelope. Throws where the engine fails. */
	verify(pairs: Pairs): Promise<Verified>;
	/** The pack that judges now, once the newest settings are in use. */
	pack(): Promise<PackInfo | undefined>;
	/** What is held has changed, or may have become too old: judge by it. */
	useHeld(): Promise<void>;
	/** Things stand otherwise than before: pages want to show it. */
	tell(): void;
}

/** Changes beyond this many are not kept for the user to look at. */
const maxChanges = 300;

/**
 * Keeps the newest envelope of the organisation's channel. Whatever fails here, the last good envelope or our own
 * pack goes on judging. Without an organisation, an address and a key nothing is ever asked.
 */
export class Channel {
	readonly #around: Around;
	#anchor: Anchor | undefined;
	/** What is stored, read once. */
	#kept: Promise<Kept | undefined> | undefined;
	/** Ends the request that is under way. */
	#asking: AbortController | undefined;
	#last: Promise<void> = Promise.resolve();

	constructor(around: Around) {
		this.#around = around;
	}

	/** Takes on settings. A request for others is given up. */
	use({org, channel, keys}: Anchor): Promise<void> {
		const anchor = {org, channel, keys};
		if (this.#anchor && JSON.stringify(anchor) !== JSON.stringify(this.#anchor)) this.#asking?.abort();
		this.#anchor = anchor;
		return this.#next(() => this.#settle());
	}

	/** Looks again: the alarm rang, or the user gave or took the permission. */
	look(): Promise<void> {
		return this.#next(async () => {
			await this.#settle();
			// What is held grows stale while nobody looks.
			if ((await this.#held())?.envelope !== undefined) await this.#around.useHeld();
		});
	}

	/** Asks now, whenever the channel was asked last; or waits for the request that is under way. */
	checkNow(): Promise<void> {
		if (this.#asking) return this.#last;
		return this.#next(async () => {
			const anchor = this.#anchor;
			if (anchor?.channel && !await this.#obstacle(anchor)) await this.#check(anchor);
		});
	}

	/** The user has looked at what changed. */
	newsSeen(): Promise<void> {
		return this.#next(async () => {
			const kept = await this.#held();
			if (kept && kept.seen < kept.floor) await this.#keep({...kept, seen: kept.floor, changes: []});
			this.#around.tell();
		});
	}

	/** Forgets all that is held; the storage is cleared by whoever asks for it. */
	forget(): Promise<void> {
		this.#asking?.abort();
		this.#anchor = undefined;
		return this.#next(async () => {
			const held = (await this.#read())?.envelope;
			this.#kept = Promise.resolve(undefined);
			if (held !== undefined) await this.#around.useHeld();
		});
	}

	/** The envelope for these settings and whom to trust for it, as the engine wants them; nothing where none is held. */
	async pairs(anchor: Anchor): Promise<Pairs> {
		if (!anchor.channel) return [];
		const kept = keptFor(await this.#read(), anchor);
		return kept?.envelope === undefined ? [] : [...this.#trusted(kept), ['envelope', kept.envelope]];
	}

	/** How the channel stands; null where the settings name none. */
	async status(look: Look): Promise<ChannelStatus | null> {
		const anchor = this.#anchor;
		if (!anchor?.channel) return null;
		const [kept, obstacle] = await Promise.all([this.#held(), this.#obstacle(anchor)]);
		return {
			...statusOf(anchor.channel, kept, look, this.#around.now()),
			...(obstacle ? {obstacle} : kept?.next !== undefined && {next: kept.next}),
			checking: this.#asking !== undefined,
		};
	}

	/** One after the other, so that nothing overtakes a newer choice. */
	#next(run: () => Promise<void>): Promise<void> {
		const done = this.#last.then(run);
		this.#last = done.catch(() => undefined);
		return done;
	}

	/** Brings storage and alarm in line with the settings, and asks where it is time. */
	async #settle(): Promise<void> {
		const anchor = this.#anchor;
		if (!anchor) return;
		if (!anchor.channel) {
			await this.#ring(undefined);
			return this.#drop();
		}
		const kept = await this.#keptFor(anchor);
		if (await this.#obstacle(anchor)) return this.#ring(undefined);
		if (isDue(kept.next, this.#around.now())) return this.#check(anchor);
		await this.#ring(kept.next);
	}

	async #drop(): Promise<void> {
		if (await this.#read() === undefined) return;
		this.#kept = Promise.resolve(undefined);
		await this.#around.write(undefined);
		this.#around.tell();
	}

	/** What is held for these settings. What was held for others is deleted. */
	async #keptFor(anchor: Anchor): Promise<Kept> {
		const before = await this.#read();
		const kept = keptFor(before, anchor) ?? freshKept(anchor);
		// Nothing is stored of a channel that was never asked. Where there is no room, what is stored is for others and never used.
		if (before !== undefined && kept !== before && !await this.#stored(kept)) this.#kept = Promise.resolve(kept);
		return kept;
	}

	async #obstacle({org, channel, keys}: Anchor): Promise<ChannelStatus['obstacle']> {
		if (!org) return 'no-organisation';
		if (keys.length === 0) return 'no-keys';
		return await this.#around.mayAsk(channel) ? undefined : 'no-permission';
	}

	async #check(anchor: Anchor): Promise<void> {
		const kept = await this.#keptFor(anchor);
		const asking = new AbortController();
		this.#asking = asking;
		try {
			// Before the request: a background that is stopped in the middle must not ask again at once.
			const later = afterFailure(this.#around.now(), kept.failures + 1, this.#around.random());
			await this.#ring(later);
			if (!await this.#stored({...kept, next: later})) return await this.#noRoom(kept, later);
			this.#around.tell();
			const after = await this.#take(await this.#ask(anchor, kept, asking.signal), kept, anchor);
			if (asking.signal.aborted) return;
			await this.#ring(after.next);
			if (!await this.#stored(after)) return await this.#noRoom(kept, later);
			if (after.envelope !== kept.envelope) await this.#around.useHeld();
		} finally {
			this.#asking = undefined;
			this.#around.tell();
		}
	}

	/** The validator is sent only where what is held serves: otherwise it would never be mended. */
	async #ask({channel}: Anchor, kept: Kept, end: AbortSignal): Promise<Fetched> {
		const serves = (await this.#around.pack())?.house?.version === kept.floor;
		return this.#around.ask(channel, serves ? kept.digest : undefined, end);
	}

	/** What is known after an answer, or after none. */
	async #take(fetched: Fetched, kept: Kept, anchor: Anchor): Promise<Kept> {
		const now = this.#around.now();
		if (fetched !== 'same' && 'failure' in fetched) return this.#failed(kept, fetched.failure);
		const answered: Kept = {...kept, failures: 0, checkedAt: now, next: afterAnswer(now, this.#around.random())};
		delete answered.failure;
		delete answered.refusal;
		if (fetched === 'same') return answered;
		if ('refusal' in fetched) return {...answered, refusal: {refusal: fetched.refusal, at: now}};
		return this.#judge(base64(fetched.envelope), kept, answered, anchor);
	}

	/** Lets the engine judge an envelope. */
	async #judge(envelope: string, kept: Kept, answered: Kept, {org}: Anchor): Promise<Kept> {
		if (envelope === kept.envelope) return answered;
		const now = this.#around.now();
		const held: Pairs = [
			['org', org], ...this.#trusted(kept), ['floor', String(kept.floor)],
			...(kept.digest === undefined ? [] : [['held', kept.digest] as const]),
			...(kept.envelope === undefined ? [] : [['previous', kept.envelope] as const]),
		];
		try {
			const verified = await this.#around.verify([...held, ['envelope', envelope]]);
			if ('refusal' in verified) return {...answered, refusal: {refusal: verified.refusal, at: now}};
			const {house: {version}, digest, withdraws, changes} = verified;
			return {
				...answered, envelope, digest, fetchedAt: now,
				floor: Math.max(kept.floor, version),
				withdrawn: [...new Set([...kept.withdrawn, ...withdraws])],
				changes: [...kept.changes, ...changes].slice(-maxChanges),
			};
		} catch (error) {
			return this.#failed(kept, {kind: 'engine', got: String(error)});
		}
	}

	#failed(kept: Kept, failure: Failure): Kept {
		const [now, failures] = [this.#around.now(), kept.failures + 1];
		return {...kept, failures, failure: {failure, at: now}, checkedAt: now, next: afterFailure(now, failures, this.#around.random())};
	}

	/** What came could not be stored, so what was held stays. Where not even that can be, it is known as long as the background lives. */
	async #noRoom(kept: Kept, next: number): Promise<void> {
		const failed = {...this.#failed(kept, {kind: 'storage'}), next};
		if (!await this.#stored(failed)) this.#kept = Promise.resolve(failed);
		await this.#ring(next);
	}

	/** Whom to trust, the withdrawn keys too, and the time in seconds, as the engine wants them. */
	#trusted({address, keys, withdrawn}: Kept): Pairs {
		return [
			['channel', channelName(address)],
			...keys.map(key => ['key', key] as const),
			...withdrawn.map(id => ['withdrawn', id] as const),
			['now', String(Math.floor(this.#around.now() / 1000))],
		];
	}

	#read(): Promise<Kept | undefined> {
		// What cannot be read is fetched again.
		this.#kept ??= this.#around.read().then(parseKept, () => undefined);
		return this.#kept;
	}

	/** What is held for the settings of now. */
	async #held(): Promise<Kept | undefined> {
		return this.#anchor && keptFor(await this.#read(), this.#anchor);
	}

	async #keep(kept: Kept): Promise<void> {
		await this.#around.write(kept);
		this.#kept = Promise.resolve(kept);
	}

	#stored(kept: Kept): Promise<boolean> {
		return this.#keep(kept).then(() => true, () => false);
	}

	async #ring(when: number | undefined): Promise<void> {
		if (await this.#around.alarm() !== when) await this.#around.setAlarm(when);
	}
}

/** Bytes in standard base64. In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
	const letters: string[] = [];
	for (let at = 0; at < bytes.length; at += 0x8000) letters.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
	return btoa(letters.join(''));
}
