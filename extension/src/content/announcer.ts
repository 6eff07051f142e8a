import type {ContentTexts} from '../shared/texts.js';
import {stateText, type BadgeState} from './badge.js';
import {Debounce} from './debounce.js';

const announceAfterMs = 1200;

/** Tells a screen reader how many findings there are, when that has changed and the writer pauses. */
export class Announcer {
	readonly #texts: ContentTexts;
	readonly #say: (words: string) => void;
	readonly #pause = new Debounce(() => this.#speak(), announceAfterMs, Infinity);
	#state: BadgeState | null = null;
	#said = '';

	constructor(texts: ContentTexts, say: (words: string) => void) {
		this.#texts = texts;
		this.#say = say;
	}

	/** Takes note of the present state, null where nothing is shown. */
	note(state: BadgeState | null): void {
		this.#state = state;
		this.#pause.call();
	}

	/** Says nothing more. */
	stop(): void {
		this.#pause.cancel();
	}

	#speak(): void {
		if (!this.#state || this.#state.kind === 'checking') return;
		const words = stateText(this.#state, this.#texts);
		// A text in which nothing was found from the start needs no words.
		if (words === this.#said || (this.#said === '' && this.#state.kind === 'nothing')) return;
		this.#said = words;
		this.#say(words);
	}
}
