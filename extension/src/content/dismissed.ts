import {markKey, type Mark} from './mark.js';

/** How long "never" can be taken back before it is sent. */
export const undoForMs = 8000;

/**
 * What the writer has waved away in this box. "Never" is sent only when it can no
 * longer be undone: the background keeps a hash and could not tell which to forget.
 */
export class Dismissed {
	readonly #keys = new Set<string>();
	readonly #sendNever: (mark: Mark) => void;
	#last: {mark: Mark; never: boolean} | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(sendNever: (mark: Mark) => void) {
		this.#sendNever = sendNever;
	}

	/** Leaves out the marks that were dismissed. */
	without(marks: readonly Mark[]): Mark[] {
		return marks.filter(mark => !this.#keys.has(markKey(mark)));
	}

	/** Dismisses what `mark` says of its words: in this box, or for good. */
	add(mark: Mark, never: boolean): void {
		this.settle();
		this.#keys.add(markKey(mark));
		this.#last = {mark, never};
		this.#timer = setTimeout(() => this.settle(), undoForMs);
	}

	/** Takes the last dismissal back. */
	undo(): void {
		clearTimeout(this.#timer);
		if (this.#last) this.#keys.delete(markKey(this.#last.mark));
		this.#last = null;
	}

	/** Ends the time in which the last dismissal could be undone. */
	settle(): void {
		clearTimeout(this.#timer);
		if (this.#last?.never) this.#sendNever(this.#last.mark);
		this.#last = null;
	}

	/** Forgets what was dismissed in this box only: a new text begins. */
	startOver(): void {
		this.settle();
		this.#keys.clear();
	}
}
