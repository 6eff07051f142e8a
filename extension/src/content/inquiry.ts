import type {AnswerTo, CheckRequest} from '../shared/protocol.js';
import {Asking} from './asking.js';
import {Debounce} from './debounce.js';
import type {Session} from './session.js';

const checkAfterMs = 120;
const checkWithinMs = 450;
/** An answer that comes sooner does not show as *checking*: a badge that flickers is noise. */
const slowAfterMs = 400;

/** What is asked, and of which boxes: a thread is judged as a whole. */
export interface Question {
	peers: readonly Session[];
	texts: readonly string[];
	request: CheckRequest;
}

interface InquiryParts {
	/** What is to be asked now; null where nothing is written. */
	question(): Question | null;
	check(request: CheckRequest): Promise<AnswerTo<'check'>>;
	/** Called with every answer, and with null where nothing is written. */
	receive(answered: {question: Question; answer: AnswerTo<'check'>} | null): void;
	/** Called when an answer is late enough to be shown as such. */
	late(): void;
	/** True once nobody waits for answers any more. */
	ended(): boolean;
	/** Wraps what the browser calls. */
	safely<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void;
}

/** When a box has its text checked: after a pause, one question at a time. */
export class Inquiry {
	readonly #parts: InquiryParts;
	readonly #asking: Asking<Question, AnswerTo<'check'>>;
	readonly #check: Debounce;
	readonly #slow: Debounce;
	#askedAtMs: number | null = null;

	constructor(parts: InquiryParts) {
		this.#parts = parts;
		this.#check = new Debounce(parts.safely(() => this.#ask()), checkAfterMs, checkWithinMs);
		this.#slow = new Debounce(parts.safely(() => parts.late()), slowAfterMs, Infinity);
		this.#asking = new Asking(question => this.#send(question), parts.safely((question, answer) => this.#receive(question, answer)));
	}

	/** True while an answer is late. */
	get late(): boolean {
		return this.#askedAtMs !== null && performance.now() - this.#askedAtMs >= slowAfterMs - 20;
	}

	/** Asks after a pause. */
	soon(): void {
		this.#check.call();
	}

	/** Asks at once. */
	now(): void {
		this.#check.now();
	}

	/** Asks at once if it was about to. */
	hurry(): void {
		this.#check.hurry();
	}

	/** Asks no more. */
	stop(): void {
		this.#check.cancel();
		this.#slow.cancel();
		this.#asking.drop();
	}

	#ask(): void {
		const question = this.#parts.question();
		if (!question) return this.#skip();
		this.#askedAtMs ??= performance.now();
		this.#slow.call();
		this.#asking.ask(question);
	}

	/** An empty box needs no answer. */
	#skip(): void {
		this.#asking.drop();
		this.#settle();
		this.#parts.receive(null);
	}

	async #send({request}: Question): Promise<{answer: AnswerTo<'check'>; retry: boolean}> {
		const answer = await this.#parts.check(request).catch(error => ({ok: false as const, reason: 'no-answer' as const, detail: String(error)}));
		return {answer, retry: !answer.ok && answer.reason === 'no-answer' && !this.#parts.ended()};
	}

	#receive(question: Question, answer: AnswerTo<'check'>): void {
		if (!this.#asking.busy) this.#settle();
		this.#parts.receive({question, answer});
	}

	#settle(): void {
		this.#askedAtMs = null;
		this.#slow.cancel();
	}
}
