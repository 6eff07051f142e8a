import {onLocalChange, readLocal, writeLocal} from './browser.js';
import {sites} from './sites.js';
import {settingsKey} from './storage.js';

/**
 * The one description of every setting. Storage, defaults, validation, migration and
 * the form of the options page follow from it; engine/profile.go mirrors the fields
 * that have a `profile` name. testdata/contract/profile.json holds both to it.
 */

/** The parts of the form, in order. */
export const groups = ['you', 'words', 'where', 'pause'] as const;

/** What every field says of itself. */
interface Shown {
	group: (typeof groups)[number];
	/** The key under which the engine is told of it; without one it is not told. */
	profile?: string;
}

/** One of a fixed list. */
interface Choice<V extends string> extends Shown {
	kind: 'choice';
	values: readonly V[];
	initial: V;
}

/** Words of the user's own, at most `max` of them of at most `maxBytes` UTF-8 bytes. */
export interface Words extends Shown {
	kind: 'words';
	initial: readonly string[];
	max: number;
	maxBytes: number;
}

/** Yes or no. */
interface Flag extends Shown {
	kind: 'flag';
	initial: boolean;
}

/** One switch for each of some names. */
interface Switches<N extends string> extends Shown {
	kind: 'switches';
	names: readonly N[];
	initial: boolean;
}

/** How one setting looks. */
export type Field = Choice<string> | Words | Flag | Switches<string>;

/** The organisations we have a pack for, and the user's standing there. */
export const organisations = ['ec', 'osce', 'un'] as const;
export const statuses = ['official', 'seconded', 'contractor', 'intern', 'member', 'former'] as const;

const choice = <V extends string>(values: readonly V[], initial: V, shown: Shown): Choice<V> =>
	({kind: 'choice', values, initial, ...shown});
// The engine's terms have at most 96 bytes; 16 are left for endings.
const words = (max: number, shown: Shown): Words => ({kind: 'words', initial: [], max, maxBytes: 80, ...shown});
const flag = (initial: boolean, shown: Shown): Flag => ({kind: 'flag', initial, ...shown});
const switches = <N extends string>(names: readonly N[], initial: boolean, shown: Shown): Switches<N> =>
	({kind: 'switches', names, initial, ...shown});

/** Every setting, in the order of the form. */
export const fields = {
	// Empty until the user has chosen: no organisation is assumed, so nothing is judged.
	org: choice(['', ...organisations], '', {group: 'you', profile: 'org'}),
	status: choice(statuses, 'official', {group: 'you', profile: 'status'}),
	official: flag(false, {group: 'you', profile: 'official'}),
	device: choice(['private', 'corporate'], 'private', {group: 'you', profile: 'device'}),
	field: words(30, {group: 'words', profile: 'field'}),
	watchlist: words(200, {group: 'words', profile: 'watch'}),
	sites: switches(sites, true, {group: 'where'}),
	guard: flag(true, {group: 'pause'}),
	guardSites: switches(sites, true, {group: 'pause'}),
	acts: choice(['note', 'hold', 'off'], 'note', {group: 'pause'}),
	media: flag(true, {group: 'pause'}),
};

/** The name of a setting. */
export type SettingName = keyof typeof fields;

type ValueOf<F> = F extends Choice<infer V> ? V
	: F extends Words ? readonly string[]
		: F extends Flag ? boolean
			: F extends Switches<infer N> ? Readonly<Record<N, boolean>> : never;

/** What the user has told the tool. */
export type Settings = {readonly [N in SettingName]: ValueOf<(typeof fields)[N]>};

/** The version of the stored form. Raise it together with a new entry in `migrations`. */
export const settingsVersion = 1;

/** Each step lifts the stored form from the version of its index to the next. */
export const migrations: readonly ((stored: Record<string, unknown>) => Record<string, unknown>)[] = [
	// 0 → 1: before versions were written the form was the same.
	stored => stored,
];

/** The value a setting has before the user has said anything. */
function initialOf(field: Field): unknown {
	switch (field.kind) {
		case 'words': return [...field.initial];
		case 'switches': return Object.fromEntries(field.names.map(name => [name, field.initial]));
		default: return field.initial;
	}
}

/** The settings before the user has said anything. */
export function initialSettings(): Settings {
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, initialOf(field)])) as Settings;
}

/** Words without blanks around them, empty ones, doubles and those the engine cannot look for. */
export function tidyWords(field: Words, values: readonly unknown[]): string[] {
	return trimWords(values).filter(word => isWord(field, word)).slice(0, field.max);
}

/** The words among `values` that are left out because they are too short or too long. */
export function unfitWords(field: Words, values: readonly unknown[]): string[] {
	return trimWords(values).filter(word => !isWord(field, word));
}

function trimWords(values: readonly unknown[]): string[] {
	const trimmed = values.filter(value => typeof value === 'string').map(value => value.replace(/[\s\0]+/gu, ' ').trim());
	return [...new Set(trimmed)].filter(Boolean);
}

/** One letter alone would be found everywhere, but in scripts where one is a word (three bytes). */
function isWord(field: Words, word: string): boolean {
	const plain = word.normalize('NFKC');
	const seen = plain.normalize('NFD').replace(/[\p{M}\p{C}\p{Z}]/gu, '');
	if (!/[\p{L}\p{N}]/u.test(seen)) return false;
	return ([...seen].length > 1 || bytesOf(seen) > 2) && bytesOf(plain) <= field.maxBytes;
}

function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}

/** The stored value if it fits the field, otherwise the initial one. */
function valid(field: Field, value: unknown): unknown {
	switch (field.kind) {
		case 'choice': return field.values.includes(value as string) ? value : field.initial;
		case 'flag': return typeof value === 'boolean' ? value : field.initial;
		case 'words': return Array.isArray(value) ? tidyWords(field, value) : initialOf(field);
		case 'switches': {
			const given = isRecord(value) ? value : {};
			return Object.fromEntries(field.names.map(name => [name, typeof given[name] === 'boolean' ? given[name] : field.initial]));
		}
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes settings of whatever was stored: older forms are lifted, what does not fit is left out. */
export function parseSettings(stored: unknown): Settings {
	let form = isRecord(stored) ? stored : {};
	const from = Number.isInteger(form['version']) ? Number(form['version']) : 0;
	for (const step of migrations.slice(Math.max(0, from))) form = step(form);
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valid(field, form[name])])) as Settings;
}

/** The form in which settings are stored. */
export function storedForm(settings: Settings): object {
	return {version: settingsVersion, ...settings};
}

/** Reads the settings. */
export async function readSettings(): Promise<Settings> {
	return parseSettings(await readLocal(settingsKey));
}

/** Changes some settings and leaves the others as they are. Returns what is stored now. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
	const settings = parseSettings({...storedForm(await readSettings()), ...change});
	await writeLocal(settingsKey, storedForm(settings));
	return settings;
}

/** Calls back with the settings whenever they change. Returns a function that stops it. */
export function onSettingsChange(callback: (settings: Settings) => void): () => void {
	return onLocalChange(settingsKey, stored => callback(parseSettings(stored)));
}

/** What the engine is told, as pairs of key and value; see wasm/browser. */
export function profilePairs(settings: Settings, lang: string): [string, string][] {
	const pairs: [string, string][] = [];
	for (const [name, field] of Object.entries(fields) as [SettingName, Field][]) {
		if (!field.profile) continue;
		const value: unknown = settings[name];
		for (const item of Array.isArray(value) ? value : [value]) pairs.push([field.profile, String(item)]);
	}
	pairs.push(['lang', lang]);
	return pairs;
}
