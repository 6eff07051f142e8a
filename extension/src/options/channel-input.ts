import {isAddress, isKey, maxKeys} from '../shared/channel.js';
import type {Texts} from '../shared/texts.js';

/** What is wrong with what was typed; the words stand in the texts under `house.form.problems`. */
export interface InputProblem {
	what: keyof Texts['house']['form']['problems'];
	/** What was typed where a key should be. */
	key?: string;
}

/** Longer ones are cut where they are told of, in UTF-16 code units. */
const maxShown = 50;

/** An address as the browser would write it: without blanks around it, its host in small letters. */
export function tidyAddress(typed: string): string {
	const trimmed = typed.trim();
	return URL.canParse(trimmed) ? new URL(trimmed).href : trimmed;
}

/** What is wrong with a tidy address. */
export function addressProblem(address: string): InputProblem | undefined {
	if (isAddress(address)) return undefined;
	if (address === '') return {what: 'missing'};
	if (!URL.canParse(address)) return {what: /^https:\/\//u.test(address) ? 'address' : 'https'};
	const {protocol, username, password, pathname} = new URL(address);
	if (protocol !== 'https:') return {what: 'https'};
	if (username || password) return {what: 'user'};
	if (/[?#]/u.test(address)) return {what: 'rest'};
	return {what: /^\/v1\/channels\/[a-z0-9-]{1,32}$/u.test(pathname) ? 'host' : 'path'};
}

/** The words among which keys are sought: one a line, but blanks part them, too. */
export function wordsOf(typed: string): string[] {
	return typed.split(/\s+/u).filter(Boolean);
}

/** What is wrong with keys. */
export function keysProblem(keys: readonly string[]): InputProblem | undefined {
	const wrong: string | undefined = keys.find(key => !isKey(key));
	if (wrong !== undefined) return {what: 'key', key: wrong.length > maxShown ? `${wrong.slice(0, maxShown)}…` : wrong};
	if (keys.length === 0) return {what: 'noKey'};
	if (new Set(keys).size < keys.length) return {what: 'twice'};
	return keys.length > maxKeys ? {what: 'keys'} : undefined;
}

/** The address and the keys in a text that holds both, such as a message from the organisation; undefined in any other. */
export function pastedChannel(text: string): {address: string; keys: string[]} | undefined {
	const parts = text.split(/[\s"'“”‘’<>,;]+/u);
	const addresses = [...new Set(parts.map(tidyAddress).filter(isAddress))];
	const keys = [...new Set(parts.filter(isKey))];
	const [address] = addresses;
	return address !== undefined && addresses.length === 1 && keys.length > 0 ? {address, keys} : undefined;
}
