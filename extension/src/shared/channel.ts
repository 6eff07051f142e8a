/** The addresses and keys of channels: where an organisation publishes its house pack, and whom it is trusted from. */

/** Longer than any host and channel, in UTF-16 code units. */
export const maxAddress = 320;

/** At most two keys, the older first: the one in use and the next, which can withdraw it. As in engine/trust. */
export const maxKeys = 2;

const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
/** A port may be named: an organisation's own machine may have no other. User, query and fragment may not. */
const addressForm = new RegExp(`^https://${label}(\\.${label})*(:[0-9]{1,5})?/v1/channels/[a-z0-9-]{1,32}$`, 'u');
/** The last letter before the `=` carries four bits. */
const keyForm = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u;

/** Tells whether a value is the address of a channel, written as the browser would write it. */
export function isAddress(value: unknown): boolean {
	if (typeof value !== 'string' || value.length > maxAddress || !addressForm.test(value)) return false;
	return URL.canParse(value) && new URL(value).href === value;
}

/** Tells whether a value is a public key: standard base64 of 32 bytes. */
export function isKey(value: unknown): boolean {
	return typeof value === 'string' && keyForm.test(value);
}

/** The keys among some values, without blanks around them and doubles. */
export function tidyKeys(values: readonly unknown[]): string[] {
	const trimmed = values.map(value => (typeof value === 'string' ? value.trim() : value));
	return [...new Set(trimmed.filter((value): value is string => isKey(value)))].slice(0, maxKeys);
}

/** The channel an address leads to. */
export function channelName(address: string): string {
	return address.slice(address.lastIndexOf('/') + 1);
}

/** What is asked of the user for an address: its one host, as browsers write it. They leave the port out. */
export function channelPattern(address: string): string {
	return `https://${new URL(address).hostname}/*`;
}
