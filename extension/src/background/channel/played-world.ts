/** A browser, a server and an engine as a channel sees them, played: their clock, storage and alarm do as a test says. */
import type {House, PackInfo} from '../../shared/finding.js';
import type {Failure} from '../../shared/protocol.js';
import type {Pairs, Verified} from '../engine.js';
import type {Fetched} from '../fetch.js';
import {Channel} from './channel.js';
import type {Anchor, Kept} from './kept.js';

export const hour = 3_600_000;
export const [oldKey, newKey] = [1, 2].map(byte => Buffer.alloc(32, byte).toString('base64')) as [string, string];
export const staff: Anchor = {org: 'ec', channel: 'https://packs.example.org/v1/channels/staff', keys: [oldKey]};

/** An envelope as the played engine reads it. */
export const envelope = (version: number, withdraws: string[] = []): Fetched => ({envelope: new TextEncoder().encode(JSON.stringify({version, withdraws}))});
const read = (base64: string) => JSON.parse(atob(base64)) as {version: number; withdraws: string[]};
const houseOf = (version: number): House => ({
	id: 'h', name: 'H', version, channel: 'staff', notBefore: 0, expires: 1, standing: 'fresh', key: '00', rules: 1,
	lowered: [], silenced: [], apps: {recommended: [], discouraged: [], banned: []}, news: [{version, says: `news of ${version}`}, {version: 1, says: 'first'}],
});
export const failed = (failure: Failure): Fetched => ({failure});

/** A browser that remembers, a server that answers in turn, and an engine that takes what is newer. */
export class World {
	now = Date.parse('2027-01-01T00:00:00Z');
	random = 0.5;
	stored: string | undefined;
	room = Infinity;
	alarm: number | undefined;
	allowed = true;
	answers: Fetched[] = [];
	asked: (string | undefined)[] = [];
	verified: Pairs[] = [];
	engineFails = false;
	judging: number | undefined;
	judgedAnew = 0;
	/** Held back until somebody lets the server answer. */
	gate: Promise<void> = Promise.resolve();
	channel = this.newChannel();

	newChannel(): Channel {
		return new Channel({
			now: () => this.now,
			random: () => this.random,
			read: async () => (this.stored === undefined ? undefined : JSON.parse(this.stored) as unknown),
			write: async kept => {
				const text = kept && JSON.stringify(kept);
				if ((text?.length ?? 0) > this.room) throw new Error('quota');
				this.stored = text;
			},
			alarm: async () => this.alarm,
			setAlarm: async when => void (this.alarm = when),
			mayAsk: async () => this.allowed,
			ask: async (_address, digest, end) => {
				this.asked.push(digest);
				const answer = this.answers.shift() ?? failed({kind: 'unreachable'});
				await Promise.race([this.gate, new Promise(resolve => end.addEventListener('abort', resolve))]);
				return answer;
			},
			verify: async pairs => this.verify(pairs),
			pack: async () => this.pack,
			useHeld: async () => {
				this.judgedAnew++;
				await this.judge(staff);
			},
			tell: () => undefined,
		});
	}

	verify(pairs: Pairs): Verified {
		if (this.engineFails) throw new Error('engine: trap');
		this.verified.push(pairs);
		const [of, floor] = [new Map(pairs), Number(new Map(pairs).get('floor'))];
		const {version, withdraws} = read(of.get('envelope') ?? '');
		if (version < floor) return {refusal: {reason: 'not-newer', got: String(version), want: String(floor)}};
		return {house: houseOf(version), digest: `digest-${version}`, withdraws, changes: of.has('previous') ? [{kind: 'words'}] : []};
	}

	/** What the checker would do: judge by what is held for these settings. */
	async judge(anchor: Anchor): Promise<void> {
		const held = new Map(await this.channel.pairs(anchor)).get('envelope');
		this.judging = held === undefined ? undefined : read(held).version;
	}

	get pack(): PackInfo {
		return {...(this.judging !== undefined && {house: houseOf(this.judging)})} as PackInfo;
	}

	get kept(): Kept {
		return JSON.parse(this.stored ?? 'null') as Kept;
	}

	/** Lets time pass; alarms ring on the way. */
	async pass(hours: number): Promise<void> {
		const until = this.now + hours * hour;
		while (this.alarm !== undefined && this.alarm <= until) {
			this.now = Math.max(this.now, this.alarm);
			this.alarm = undefined;
			await this.channel.look();
		}
		this.now = until;
	}

	/** The browser stops the background and starts it again. */
	async restart(anchor = staff): Promise<void> {
		this.channel = this.newChannel();
		await this.judge(anchor);
		await this.channel.use(anchor);
	}

	status() {
		return this.channel.status({pack: this.pack});
	}
}
