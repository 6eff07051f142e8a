import type {PackInfo, Result} from '../shared/finding.js';
import type {BioRequest, Reason, StatusAnswer} from '../shared/protocol.js';
import type {Settings} from '../shared/fields.js';
import {profilePairs} from '../shared/settings.js';
import {type Engine, EngineGone, type Pairs, type Recognised, type Verified} from './engine.js';

/** Thrown where a text cannot be judged; `reason` is what the asker is told. */
export class NotChecked extends Error {
	override name = 'NotChecked';
	readonly reason: Reason;
	constructor(reason: Reason, detail = '') {
		super(detail);
		this.reason = reason;
	}
}

/** What the checker needs from around it. */
export interface Surroundings {
	/** Starts a new engine. */
	start(): Promise<Engine>;
	/** The settings as they are stored now. */
	stored(): Promise<Settings>;
	/** The settings that could be activated last, kept across restarts of the background. */
	lastGood: {read(): Promise<Settings | undefined>; write(settings: Settings): void};
	/** The organisation's envelope that is held for these settings and whom to trust for it; nothing where there is none. */
	held?(settings: Settings): Promise<Pairs>;
	/** The language of the messages. */
	lang: string;
}

/** What judges now. */
interface Active {
	pack: PackInfo;
	settings: Settings;
}

/** A background that failed to start its engine this often in a row stops trying. */
const maxStarts = 3;

/** A text as long as a usual post, so that the first real one finds the code warm. */
const warmUpText = 'Just out of a long meeting, and looking forward to telling you more soon. '.repeat(4);

/** Keeps one engine running and the pack of the settings active in it. */
export class Checker {
	readonly #around: Surroundings;
	#engine: Engine | undefined;
	#starting: Promise<Engine> | undefined;
	#failedStarts = 0;
	#offBecause: string | undefined;
	#settings: Settings | undefined;
	#active: Active | undefined;
	#packProblem: string | undefined;
	/** Why the engine does without the envelope that is held: it died over it, or refused the frame. */
	#houseProblem: string | undefined;
	#waiting = 0;
	#settled = Promise.resolve();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** Starts the engine ahead of the first question. What fails is told then. */
	start(): void {
		this.#running().catch(() => undefined);
	}

	/** Judges by these settings from now on. Never throws. */
	use(settings: Settings): Promise<void> {
		const used = this.#use(settings);
		this.#settled = Promise.all([this.#settled, used]).then(() => undefined);
		return used;
	}

	/** Waits until the newest settings are in use or have failed. */
	get settled(): Promise<void> {
		return this.#settled;
	}

	/**
	 * Looks at what is stored where no organisation is known. While the background starts, its
	 * listeners are not known to the browser yet, and it may not be told of the choice.
	 */
	async lookAgain(): Promise<void> {
		if (!this.#settings?.org) await this.#around.stored().then(stored => this.use(stored), () => undefined);
	}

	async #use(settings: Settings): Promise<void> {
		if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
		this.#settings = settings;
		try {
			const engine = await this.#running();
			// While the engine started, newer settings may have come.
			if (this.#settings !== settings) return;
			// A check that came meanwhile may have applied them already.
			if (this.#active?.settings !== settings) await this.#apply(engine).catch((error: unknown) => this.#applyAnew(error));
			if (this.#active && this.#waiting === 0) engine.check([['text', warmUpText]]);
		} catch (error) {
			this.#note(error);
		}
	}

	/** Judges by the envelope that is held now: it has changed, or may have become too old. Never throws. */
	useHeld(): Promise<void> {
		const used = this.#useHeld();
		this.#settled = Promise.all([this.#settled, used]).then(() => undefined);
		return used;
	}

	async #useHeld(): Promise<void> {
		this.#houseProblem = undefined;
		try {
			await this.#apply(await this.#running(), true).catch((error: unknown) => this.#applyAnew(error));
		} catch (error) {
			this.#note(error);
		}
	}

	/** Where the engine died over the envelope that is held, a new one does without it. */
	async #applyAnew(error: unknown): Promise<void> {
		if (this.#houseProblem === undefined) throw error;
		await this.#apply(await this.#running());
	}

	/** Tells whether an envelope may become active. Throws where the engine fails. */
	async verify(pairs: Pairs): Promise<Verified> {
		return (await this.#running()).verify([...pairs, ['lang', this.#around.lang]]);
	}

	/** Why the envelope that is held does not judge though nothing is said against it. */
	get houseProblem(): string | undefined {
		return this.#houseProblem;
	}

	/** The pack that judges now. */
	get pack(): PackInfo | undefined {
		return this.#active?.pack;
	}

	/** How things stand, without the sites and the channel. */
	status(): Omit<StatusAnswer, 'sites' | 'channel'> {
		const engine = this.#offBecause !== undefined ? 'off' : this.#engine ? 'ready' : 'starting';
		return {
			engine,
			pack: this.pack ?? null,
			...(this.#offBecause !== undefined && {reason: this.#offBecause}),
			...(this.#packProblem !== undefined && {packProblem: this.#packProblem}),
		};
	}

	/** Judges one text. */
	check(pairs: Pairs): Promise<Result> {
		return this.#ask(engine => engine.check(pairs));
	}

	/** Tells what a bio says of the writer. */
	bio(request: BioRequest): Promise<Recognised> {
		return this.#ask(engine => engine.bio(bioPairs(request)));
	}

	/** Asks the engine. A dead one is replaced and asked once more. */
	async #ask<T>(question: (engine: Engine) => T): Promise<T> {
		this.#waiting++;
		try {
			await this.lookAgain();
			return await this.#try(question).catch((error: unknown) => {
				if (!(error instanceof EngineGone)) throw error;
				// Whatever killed it, checking goes on; without what others wrote it is likelier to.
				if (this.#active?.pack.house) this.#houseProblem = error.message;
				return this.#try(question);
			});
		} catch (error) {
			throw error instanceof NotChecked ? error : new NotChecked('engine-failed', String(error));
		} finally {
			this.#waiting--;
		}
	}

	async #try<T>(question: (engine: Engine) => T): Promise<T> {
		const engine = await this.#running();
		if (!this.#active && this.#packProblem === undefined) await this.#apply(engine);
		if (!this.#active) throw new NotChecked(this.#settings?.org ? 'no-pack' : 'no-organisation', this.#packProblem);
		return question(engine);
	}

	/** The engine, started when there is none. Activation does not outlive an engine. */
	async #running(): Promise<Engine> {
		if (this.#engine && !this.#engine.dead) return this.#engine;
		this.#starting ??= this.#startAnew().finally(() => {
			this.#starting = undefined;
		});
		return this.#starting;
	}

	async #startAnew(): Promise<Engine> {
		this.#engine = undefined;
		this.#active = undefined;
		this.#packProblem = undefined;
		if (this.#failedStarts >= maxStarts) throw new NotChecked('engine-off', this.#offBecause);
		try {
			this.#engine = await this.#around.start();
		} catch (error) {
			this.#failedStarts++;
			this.#offBecause = String(error);
			throw new NotChecked('engine-off', this.#offBecause);
		}
		this.#failedStarts = 0;
		this.#offBecause = undefined;
		return this.#engine;
	}

	/** Makes settings active; where that fails, the last good ones stay and the problem is noted. */
	async #apply(engine: Engine, again = false): Promise<void> {
		const [settings, held] = await this.#newest();
		// Somebody else may have applied them meanwhile.
		if (settings && this.#active?.settings === settings && !again) return;
		this.#packProblem = undefined;
		if (!settings?.org) {
			this.#active = undefined;
			// Whoever takes the choice back wants the old one forgotten.
			if (settings) this.#around.lastGood.write(settings);
			return;
		}
		try {
			const isNew = this.#active?.settings !== settings;
			this.#active = this.#activate(engine, settings, held);
			if (isNew) this.#around.lastGood.write(settings);
		} catch (error) {
			this.#note(error);
			if (engine.dead) throw error;
			await this.#fallBack(engine);
		}
	}

	async #fallBack(engine: Engine): Promise<void> {
		const lastGood = this.#active?.settings ?? await this.#around.lastGood.read();
		try {
			this.#active = lastGood?.org ? this.#activate(engine, lastGood, await this.#held(lastGood)) : undefined;
		} catch {
			this.#active = undefined;
		}
	}

	/** The newest settings and what is held for them; while that is read, newer ones may come. */
	async #newest(): Promise<[settings: Settings | undefined, held: Pairs]> {
		const settings = this.#settings;
		const held = settings?.org ? await this.#held(settings) : [];
		return settings === this.#settings ? [settings, held] : this.#newest();
	}

	/** What cannot be read is as good as nothing. */
	async #held(settings: Settings): Promise<Pairs> {
		return await this.#around.held?.(settings).catch(() => []) ?? [];
	}

	/** Activates the envelope too, or where the engine cannot, our own pack alone. */
	#activate(engine: Engine, settings: Settings, held: Pairs): Active {
		const own = profilePairs(settings, this.#around.lang);
		if (held.length > 0 && this.#houseProblem === undefined) {
			try {
				return {pack: engine.activate([...own, ...held]), settings};
			} catch (error) {
				this.#houseProblem = String(error);
				if (engine.dead) throw error;
				return this.#activateOwn(engine, settings, own);
			}
		}
		return {pack: engine.activate(own), settings};
	}

	/** Where these settings fail without the envelope too, nothing is held against it. */
	#activateOwn(engine: Engine, settings: Settings, own: Pairs): Active {
		try {
			return {pack: engine.activate(own), settings};
		} catch (error) {
			if (!engine.dead) this.#houseProblem = undefined;
			throw error;
		}
	}

	#note(error: unknown): void {
		if (error instanceof NotChecked) return;
		this.#packProblem = error instanceof Error ? error.message : String(error);
	}
}

/** The request as the engine reads it; see wasm/browser. */
export function bioPairs({bio, name, handle, site, limit}: BioRequest): Pairs {
	const pairs: [string, string][] = [['text', bio], ['site', site]];
	if (name) pairs.push(['name', name]);
	if (handle) pairs.push(['handle', handle]);
	if (limit) pairs.push(['limit', String(limit)]);
	return pairs;
}
