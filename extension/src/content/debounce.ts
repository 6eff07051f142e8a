/** Runs something shortly after the last call, but never later than `mostMs` after the first. */
export class Debounce {
	readonly #run: () => void;
	readonly #quietMs: number;
	readonly #mostMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#dueMs: number | null = null;

	constructor(run: () => void, quietMs: number, mostMs: number) {
		this.#run = run;
		this.#quietMs = quietMs;
		this.#mostMs = mostMs;
	}

	/** Asks for a run. */
	call(): void {
		const nowMs = performance.now();
		this.#dueMs ??= nowMs + this.#mostMs;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.now(), Math.min(this.#quietMs, Math.max(0, this.#dueMs - nowMs)));
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
