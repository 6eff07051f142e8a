/** What came of a question: an answer that is worth keeping, or a reason to try again. */
export interface Asked<A> {
	answer: A;
	/** True where the same question may be answered the next time (the background was starting). */
	retry: boolean;
}

/** How often in a row an unanswered question is asked again before the next key stroke. */
const mostRetries = 4;

/**
 * Asks one question at a time; while it is open only the newest other one waits. A
 * fast writer thus never builds a queue, and an old answer never replaces a newer one.
 */
export class Asking<Q, A> {
	#open = false;
	#waiting: {question: Q} | null = null;
	#retries = 0;
	readonly #send: (question: Q) => Promise<Asked<A>>;
	readonly #receive: (question: Q, answer: A) => void;

	/** `send` must not reject; `receive` is given every answer, in the order of the questions. */
	constructor(send: (question: Q) => Promise<Asked<A>>, receive: (question: Q, answer: A) => void) {
		this.#send = send;
		this.#receive = receive;
	}

	/** True while a question is open. */
	get busy(): boolean {
		return this.#open;
	}

	/** Asks `question` now or, while another is open, as the next one. */
	ask(question: Q): void {
		this.#retries = 0;
		if (this.#open) this.#waiting = {question};
		else void this.#run(question);
	}

	/** Forgets what waits; the answer to the open question is still given. */
	drop(): void {
		this.#waiting = null;
		this.#retries = mostRetries;
	}

	async #run(question: Q): Promise<void> {
		this.#open = true;
		const {answer, retry} = await this.#send(question);
		this.#open = false;
		const next = this.#waiting ?? (retry && this.#retries++ < mostRetries ? {question} : null);
		this.#waiting = null;
		if (next) void this.#run(next.question);
		this.#receive(question, answer);
	}
}
