import type {Site} from '../shared/sites.js';

/**
 * Phrases the user never wants to be told of again. What is kept is a keyed hash of
 * rule and phrase, the rule, the site and the date: the phrase cannot be read back,
 * and the random key never leaves this installation.
 */

/** One dismissal as it is stored. */
interface Kept {
	mac: string;
	rule: string;
	site: Site;
	/** YYYY-MM-DD. */
	date: string;
}

/** What is stored: the key in base64 and the dismissals, oldest first. */
interface Stored {
	key: string;
	kept: Kept[];
}

/** Where dismissals are stored. */
export interface Shelf {
	read(): Promise<unknown>;
	write(value: unknown): Promise<void>;
}

/** Beyond this many the oldest are forgotten. */
const maxKept = 1000;

/** Bytes of the hash that are kept; sixteen are enough never to meet by chance. */
const macBytes = 16;

/** A phrase that some rule marked. */
export interface Phrase {
	rule: string;
	phrase: string;
}

/** The user's dismissals, read once and kept in step with the storage. */
export class Dismissals {
	readonly #shelf: Shelf;
	readonly #today: () => string;
	#stored: Promise<Stored> | undefined;
	#key: Promise<CryptoKey> | undefined;
	/** From private windows: never written, gone with the background. */
	#fleeting: Kept[] = [];

	constructor(shelf: Shelf, today = () => new Date().toISOString().slice(0, 10)) {
		this.#shelf = shelf;
		this.#today = today;
	}

	/** Remembers a phrase; from a private window only for as long as the background lives. */
	async add({rule, phrase}: Phrase, site: Site, inPrivate: boolean): Promise<void> {
		const entry: Kept = {mac: await this.#mac(rule, phrase), rule, site, date: this.#today()};
		if (inPrivate) {
			this.#fleeting.push(entry);
			return;
		}
		const stored = await this.#read();
		stored.kept = [...stored.kept.filter(({mac}) => mac !== entry.mac), entry].slice(-maxKept);
		await this.#shelf.write(stored);
	}

	/** Tells for each phrase whether it was dismissed. */
	async has(phrases: readonly Phrase[]): Promise<boolean[]> {
		const kept = [...(await this.#read()).kept, ...this.#fleeting];
		const rules = new Set(kept.map(({rule}) => rule));
		const macs = new Set(kept.map(({mac}) => mac));
		// Most texts meet no rule that was ever dismissed: then nothing is hashed.
		return Promise.all(phrases.map(async ({rule, phrase}) => rules.has(rule) && macs.has(await this.#mac(rule, phrase))));
	}

	/** How many phrases are dismissed. */
	async count(): Promise<number> {
		return (await this.#read()).kept.length + this.#fleeting.length;
	}

	/** Forgets all dismissals and the key they were made with. */
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

	#read(instead?: Stored): Promise<Stored> {
		this.#stored ??= instead ? Promise.resolve(instead) : this.#shelf.read().then(parseStored);
		return this.#stored;
	}

	async #mac(rule: string, phrase: string): Promise<string> {
		const stored = await this.#read();
		this.#key ??= crypto.subtle.importKey('raw', bytesOf(stored.key), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
		const mac = await crypto.subtle.sign('HMAC', await this.#key, new TextEncoder().encode(`${rule}\0${same(phrase)}`));
		return textOf(new Uint8Array(mac, 0, macBytes));
	}
}

/** What counts as the same phrase: case, width of letters and runs of blanks do not matter. */
function same(phrase: string): string {
	return phrase.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function parseStored(value: unknown): Stored {
	const {key, kept} = (value ?? {}) as Partial<Stored>;
	return typeof key === 'string' && Array.isArray(kept) ? {key, kept: kept.filter(isKept)} : freshStored();
}

function isKept(value: unknown): value is Kept {
	const {mac, rule, site, date} = (value ?? {}) as Partial<Kept>;
	return [mac, rule, site, date].every(field => typeof field === 'string');
}

function freshStored(): Stored {
	return {key: textOf(crypto.getRandomValues(new Uint8Array(32))), kept: []};
}

function textOf(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
