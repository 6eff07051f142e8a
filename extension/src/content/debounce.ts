/** Browsers round times, and timers may fire that much early. */
const roundingMs = 2;

/** Runs something shortly after the last call, but never later than `mostMs` after the first. */
export class Debounce {
	readonly #run: () => void;
	readonly #quietMs: number;
	readonly #mostMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#quietAtMs = 0;
	/** When it runs at the latest; null where nobody has asked. */
	#dueMs: number | null = null;

	constructor(run: () => void, quietMs: number, mostMs: number) {
		this.#run = run;
		this.#quietMs = quietMs;
		this.#mostMs = mostMs;
	}

	/** Asks for a run. */
	call(): void {
		const nowMs = performance.now();
		this.#quietAtMs = nowMs + this.#quietMs;
		if (this.#dueMs === null) this.#wait(nowMs, nowMs + this.#mostMs);
	}

	/** A timer that runs is not set anew at every call, as that costs; when it fires it looks whether to wait on. */
	#wait(nowMs: number, dueMs: number): void {
		this.#dueMs = dueMs;
		this.#timer = setTimeout(() => this.#fire(dueMs), Math.max(0, Math.min(this.#quietAtMs, dueMs) - nowMs));
	}

	#fire(dueMs: number): void {
		const nowMs = performance.now();
		if (Math.min(this.#quietAtMs, dueMs) - nowMs < roundingMs) this.now();
		else this.#wait(nowMs, dueMs);
	}

	/** Runs at once. */
	now(): void {
		this.cancel();
		this.#run();
	}

	/** Runs at once what was asked for, if anything. */
	hurry(): void {
		if (this.#dueMs !== null) this.now();
	}

	/** Forgets a run that was asked for. */
	cancel(): void {
		clearTimeout(this.#timer);
		this.#dueMs = null;
	}
}
