import type {Settings} from '../shared/fields.js';
import type {PackInfo} from '../shared/finding.js';
import {addressIn} from './mail.js';

/** Somebody to ask or to tell. */
export interface Contact {
	/** What they are. */
	role: string;
	/** What the user wrote of them, where they did. */
	line?: string;
	address?: string;
	/** Who says so. */
	origin: 'settings' | 'pack';
}

/** Which of the user's own contacts, with what they are called. */
export type OwnRoles = readonly [name: 'contactEthics' | 'contactCommunication' | 'contactSecurity', role: string][];

/**
 * Whom one can turn to: the user's own contacts in the order of `roles`, then those of the pack, whose first is its
 * most competent. Where the user has none for the first role, the pack's first takes that place.
 */
export function contactsOf(settings: Settings, pack: PackInfo | null, roles: OwnRoles): Contact[] {
	const own = roles.flatMap(([name, role]) => ownContact(settings[name], role));
	const given = (pack?.contacts ?? []).map(({role, address}): Contact => ({role, ...(address && {address}), origin: 'pack'}));
	const first = roles[0];
	const without = first && !settings[first[0]].trim();
	return without ? [...given.slice(0, 1), ...own, ...given.slice(1)] : [...own, ...given];
}

function ownContact(written: string, role: string): Contact[] {
	const line = written.trim();
	const address = addressIn(line);
	return line ? [{role, line, ...(address && {address}), origin: 'settings'}] : [];
}
