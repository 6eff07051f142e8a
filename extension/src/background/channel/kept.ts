import type {Settings} from '../../shared/fields.js';
import type {Change, Refusal} from '../../shared/finding.js';
import type {Failure} from '../../shared/protocol.js';
import {isRecord} from '../../shared/validate.js';

/** What decides whom to ask and whom to trust. */
export type Anchor = Pick<Settings, 'org' | 'channel' | 'keys'>;

/** What is stored of a channel. All times are milliseconds since 1970. */
export interface Kept {
	/** Where, by which keys and for whom it was fetched. */
	org: string;
	address: string;
	keys: readonly string[];
	/** The envelope that is held, in base64. */
	envelope?: string;
	/** Its SHA-256 as the engine computed it. */
	digest?: string;
	/** The highest version that was ever accepted; 0 before the first. */
	floor: number;
	/** Ids of keys that were withdrawn, for good. */
	withdrawn: readonly string[];
	checkedAt?: number;
	fetchedAt?: number;
	/** When the channel is to be asked; at once where it is absent. */
	next?: number;
	/** How often in a row it could not be asked. */
	failures: number;
	failure?: {failure: Failure; at: number};
	refusal?: {refusal: Refusal; at: number};
	/** The version the user has looked at last. */
	seen: number;
	/** What changed since. */
	changes: readonly Change[];
}

/** What is known of a channel before it was ever asked. */
export function freshKept({org, channel, keys}: Anchor): Kept {
	return {org, address: channel, keys, floor: 0, withdrawn: [], failures: 0, seen: 0, changes: []};
}

/** What was stored, or undefined where it has not the form: then it is fetched anew. */
export function parseKept(stored: unknown): Kept | undefined {
	if (!isRecord(stored)) return undefined;
	const fits = ['org', 'address'].every(name => typeof stored[name] === 'string') && areTexts(stored['keys']) && areTexts(stored['withdrawn'])
		&& isCount(stored['floor']) && isCount(stored['failures']) && isCount(stored['seen']) && Array.isArray(stored['changes'])
		&& ['checkedAt', 'fetchedAt', 'next'].every(name => stored[name] === undefined || Number.isFinite(stored[name]))
		&& ['envelope', 'digest'].every(name => stored[name] === undefined || typeof stored[name] === 'string')
		&& ['failure', 'refusal'].every(name => stored[name] === undefined || isRecord(stored[name]));
	return fits ? stored as unknown as Kept : undefined;
}

const areTexts = (value: unknown) => Array.isArray(value) && value.every(one => typeof one === 'string');
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

/**
 * What still counts under other settings: all where the address is the same and one of the keys is, as while a new
 * key takes the place of an old one; otherwise nothing.
 */
export function keptFor(kept: Kept | undefined, {org, channel, keys}: Anchor): Kept | undefined {
	if (kept?.address !== channel || !keys.some(key => kept.keys.includes(key))) return undefined;
	if (kept.org === org && JSON.stringify(kept.keys) === JSON.stringify(keys)) return kept;
	// Asked at once: what is held may no longer serve.
	return {...kept, org, keys, next: 0};
}
