import type {Judge} from '../page/judge.js';
import type {Settings} from '../shared/fields.js';
import type {Answer, BioRequest, CheckRequest} from '../shared/protocol.js';
import type {Order, Orders, Returned, Standing} from './orders.js';

/** A slow phone needs this long to start the engine; who waits longer is told. */
const answerWithinMs = 15_000;

/** The engine in a thread of its own, so that the page never stands still. Text goes to it and nowhere else. */
export class Thread implements Judge {
	readonly #worker: Worker;
	readonly #open = new Map<number, (answer: Answer<never>) => void>();
	readonly #changed = new Set<() => void>();
	readonly #stands = new Set<(standing: Standing) => void>();
	#last = 0;
	#broken: string | undefined;

	constructor(worker: Worker) {
		this.#worker = worker;
		worker.addEventListener('message', ({data}: MessageEvent<Returned>) => this.#receive(data));
		worker.addEventListener('error', event => this.#break(event.message || 'engine.js: got an error, want it running'));
	}

	/** Judges by these settings from now on. */
	async use(settings: Settings): Promise<void> {
		const answer = await this.#ask('use', settings);
		this.#tell(answer.ok ? answer.value : {engine: 'off', reason: answer.detail ?? answer.reason, pack: null, channel: null}, true);
	}

	readonly check = (request: CheckRequest): Promise<Answer<Orders['check']['answer']>> => this.#ask('check', request);

	readonly bio = (request: BioRequest): Promise<Answer<Orders['bio']['answer']>> => this.#ask('bio', request);

	readonly onChange = (changed: () => void): (() => void) => {
		this.#changed.add(changed);
		return () => this.#changed.delete(changed);
	};

	/** Calls back with how things stand, whenever that changes. Returns a function that stops it. */
	onStanding(stands: (standing: Standing) => void): () => void {
		this.#stands.add(stands);
		return () => this.#stands.delete(stands);
	}

	/** Never rejects. */
	#ask<O extends Order>(order: O, request: Orders[O]['request']): Promise<Answer<Orders[O]['answer']>> {
		if (this.#broken !== undefined) return Promise.resolve({ok: false, reason: 'engine-off', detail: this.#broken});
		const number = ++this.#last;
		return new Promise(resolve => {
			const timer = setTimeout(() => this.#settle(number, {ok: false, reason: 'no-answer'}), answerWithinMs);
			this.#open.set(number, answer => {
				clearTimeout(timer);
				resolve(answer);
			});
			this.#worker.postMessage({number, order, request});
		});
	}

	#receive(returned: Returned): void {
		if ('standing' in returned) this.#tell(returned.standing, returned.anew);
		else this.#settle(returned.number, returned.answer as Answer<never>);
	}

	#tell(standing: Standing, anew: boolean): void {
		for (const stands of this.#stands) stands(standing);
		if (anew) for (const changed of this.#changed) changed();
	}

	#settle(number: number, answer: Answer<never>): void {
		this.#open.get(number)?.(answer);
		this.#open.delete(number);
	}

	#break(detail: string): void {
		this.#broken = detail;
		for (const number of [...this.#open.keys()]) this.#settle(number, {ok: false, reason: 'engine-off', detail});
	}
}
