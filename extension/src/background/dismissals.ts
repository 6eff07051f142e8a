import type {Dismissal} from '../shared/protocol.js';
import type {Site} from '../shared/sites.js';
import {type Entry, Hashed, same, type Shelf, today} from './hashed.js';

/** One dismissal as it is stored: a hash of rule and phrase, and what may be told of it. */
interface Kept extends Entry {
	rule: string;
	site: Site;
}

/** A phrase that some rule marked. */
export interface Phrase {
	rule: string;
	phrase: string;
}

/** Phrases the user never wants to be told of again. */
export class Dismissals {
	readonly #hashed: Hashed<Kept>;
	readonly #today: () => string;

	constructor(shelf: Shelf, now = today) {
		this.#hashed = new Hashed<Kept>(shelf, ['rule', 'site']);
		this.#today = now;
	}

	/** Remembers a phrase; from a private window only for as long as the background lives. */
	async add({rule, phrase}: Phrase, site: Site, inPrivate: boolean): Promise<void> {
		await this.#hashed.add({mac: await this.#mac(rule, phrase), rule, site, date: this.#today()}, inPrivate);
	}

	/** Tells for each phrase whether it was dismissed. */
	async has(phrases: readonly Phrase[]): Promise<boolean[]> {
		const kept = await this.#hashed.entries();
		const rules = new Set(kept.map(({rule}) => rule));
		const macs = new Set(kept.map(({mac}) => mac));
		// Most texts meet no rule that was ever dismissed: then nothing is hashed.
		return Promise.all(phrases.map(async ({rule, phrase}) => rules.has(rule) && macs.has(await this.#mac(rule, phrase))));
	}

	/** What is known of the dismissed phrases, newest first. */
	async list(): Promise<Dismissal[]> {
		return (await this.#hashed.entries()).map(({mac, rule, site, date}) => ({mac, rule, site, date})).reverse();
	}

	/** Takes one dismissal back. */
	restore(mac: string): Promise<void> {
		return this.#hashed.remove(mac);
	}

	/** Forgets all dismissals and the key they were made with. */
	forget(): Promise<void> {
		return this.#hashed.forget();
	}

	/** Reads the storage again at the next question: somebody else wrote it. */
	drop(): void {
		this.#hashed.drop();
	}

	#mac(rule: string, phrase: string): Promise<string> {
		return this.#hashed.mac(`${rule}\0${same(phrase)}`);
	}
}
