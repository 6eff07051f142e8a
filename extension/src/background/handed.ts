import type {Handed} from '../shared/protocol.js';

/** More than anybody opens at once; older ones are forgotten. */
const maxKept = 8;

/** What was handed to a tool and not fetched yet. It lives in memory only. */
export class HandedOver {
	readonly #kept = new Map<string, Handed>();

	/** Keeps it until it is fetched. Gives the token to fetch it with. */
	keep(handed: Handed): string {
		const token = crypto.randomUUID();
		this.#kept.set(token, handed);
		for (const old of [...this.#kept.keys()].slice(0, -maxKept)) this.#kept.delete(old);
		return token;
	}

	/** Gives it out once. */
	take(token: string): Handed | null {
		const handed = this.#kept.get(token) ?? null;
		this.#kept.delete(token);
		return handed;
	}
}
