/**
 * Texts known again without being kept: of each a keyed hash and the date are stored.
 * The text cannot be read back, and the random key never leaves this installation.
 */

/** One text as it is stored. */
export interface Entry {
	mac: string;
	/** YYYY-MM-DD. */
	date: string;
}

/** What is stored: the key in base64 and the entries, oldest first. */
interface Stored<E extends Entry> {
	key: string;
	kept: E[];
}

/** Where hashes are stored. */
export interface Shelf {
	read(): Promise<unknown>;
	write(value: unknown): Promise<void>;
}

/** Gives the date of today as YYYY-MM-DD. */
export type Today = () => string;

/** The date of today in UTC. */
export const today: Today = () => new Date().toISOString().slice(0, 10);

/** Beyond this many the oldest are forgotten. */
const maxKept = 1000;

/** Bytes of the hash that are kept; sixteen are enough never to meet by chance. */
const macBytes = 16;

/** Hashes of texts, read once and kept in step with the storage. `beside` names what else of an entry is a text. */
export class Hashed<E extends Entry> {
	readonly #shelf: Shelf;
	readonly #beside: readonly string[];
	#stored: Promise<Stored<E>> | undefined;
	#key: Promise<CryptoKey> | undefined;
	/** From private windows: never written, gone with the background. */
	#fleeting: E[] = [];

	constructor(shelf: Shelf, beside: readonly Exclude<keyof E & string, 'mac' | 'date'>[] = []) {
		this.#shelf = shelf;
		this.#beside = beside;
	}

	/** Keeps an entry; from a private window only for as long as the background lives. */
	async add(entry: E, inPrivate: boolean): Promise<void> {
		if (inPrivate) {
			this.#fleeting.push(entry);
			return;
		}
		const stored = await this.#read();
		stored.kept = [...stored.kept.filter(({mac}) => mac !== entry.mac), entry].slice(-maxKept);
		await this.#write(stored);
	}

	/** Removes one entry. */
	async remove(mac: string): Promise<void> {
		this.#fleeting = this.#fleeting.filter(entry => entry.mac !== mac);
		const stored = await this.#read();
		const kept = stored.kept.filter(entry => entry.mac !== mac);
		if (kept.length === stored.kept.length) return;
		stored.kept = kept;
		await this.#write(stored);
	}

	/** All entries there are. */
	async entries(): Promise<E[]> {
		return [...(await this.#read()).kept, ...this.#fleeting];
	}

	/** The hash of a text under this installation's key. */
	async mac(text: string): Promise<string> {
		const stored = await this.#read();
		this.#key ??= crypto.subtle.importKey('raw', bytesOf(stored.key), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
		const mac = await crypto.subtle.sign('HMAC', await this.#key, new TextEncoder().encode(text));
		return textOf(new Uint8Array(mac, 0, macBytes));
	}

	/** Forgets all entries and the key they were made with. */
	async forget(): Promise<void> {
		this.#fleeting = [];
		this.drop();
		await this.#shelf.write(await this.#read(freshStored()));
	}

	/** Reads the storage again at the next question: somebody else wrote it. */
	drop(): void {
		this.#stored = undefined;
		this.#key = undefined;
	}

	/** Where nothing could be written, what is stored still counts. */
	async #write(stored: Stored<E>): Promise<void> {
		await this.#shelf.write(stored).catch((error: unknown) => {
			this.drop();
			throw error;
		});
	}

	#read(instead?: Stored<E>): Promise<Stored<E>> {
		this.#stored ??= instead ? Promise.resolve(instead) : this.#shelf.read().then(value => this.#parse(value));
		return this.#stored;
	}

	#parse(value: unknown): Stored<E> {
		const {key, kept} = (value ?? {}) as Partial<Stored<E>>;
		if (typeof key !== 'string' || !Array.isArray(kept)) return freshStored();
		return {key, kept: kept.filter((entry: unknown): entry is E => this.#isEntry(entry))};
	}

	#isEntry(value: unknown): boolean {
		const record = (value ?? {}) as Record<string, unknown>;
		return ['mac', 'date', ...this.#beside].every(field => typeof record[field] === 'string');
	}
}

/** What counts as the same text: case, width of letters and runs of blanks do not matter. */
export function same(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function freshStored<E extends Entry>(): Stored<E> {
	return {key: textOf(crypto.getRandomValues(new Uint8Array(32))), kept: []};
}

function textOf(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
