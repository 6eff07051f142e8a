import {type Entry, Hashed, same, type Shelf, today} from './hashed.js';

/** Bios on which the user has closed the reminder: it comes back when the text changes. */
export class Bios {
	readonly #hashed: Hashed<Entry>;
	readonly #today: () => string;

	constructor(shelf: Shelf, now = today) {
		this.#hashed = new Hashed(shelf);
		this.#today = now;
	}

	/** Remembers a bio; from a private window only for as long as the background lives. */
	async add(bio: string, inPrivate: boolean): Promise<void> {
		await this.#hashed.add({mac: await this.#hashed.mac(same(bio)), date: this.#today()}, inPrivate);
	}

	/** Tells whether the reminder on this bio was closed. */
	async has(bio: string): Promise<boolean> {
		const entries = await this.#hashed.entries();
		if (entries.length === 0) return false;
		const sought = await this.#hashed.mac(same(bio));
		return entries.some(({mac}) => mac === sought);
	}

	/** Forgets all bios and the key, so that every reminder comes back. */
	forget(): Promise<void> {
		return this.#hashed.forget();
	}

	/** Reads the storage again at the next question: somebody else wrote it. */
	drop(): void {
		this.#hashed.drop();
	}
}
