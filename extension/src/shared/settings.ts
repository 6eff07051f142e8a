import {onLocalChange, readLocal, writeLocal} from './browser.js';
import {type Field, fields, type SettingName, type Settings} from './fields.js';
import {settingsKey} from './storage.js';
import {isRecord} from './validate.js';
import {tidyWatched, tidyWords} from './words.js';

/** The version of the stored form. Raise it together with a new entry in `migrations`. */
export const settingsVersion = 2;

/** Each step lifts the stored form from the version of its index to the next. */
export const migrations: readonly ((stored: Record<string, unknown>) => Record<string, unknown>)[] = [
	// 0 → 1: before versions were written the form was the same.
	stored => stored,
	// 1 → 2: watched words were plain strings, now they may have a last day.
	stored => ({...stored, watchlist: Array.isArray(stored['watchlist']) ? stored['watchlist'].map(word => ({word: word as unknown})) : []}),
];

/** The value a setting has before the user has said anything. */
function initialOf(field: Field): unknown {
	switch (field.kind) {
		case 'words':
		case 'watched': return [...field.initial];
		case 'switches':
		case 'levels': return Object.fromEntries(field.names.map(name => [name, field.initial]));
		default: return field.initial;
	}
}

/** The settings before the user has said anything. */
export function initialSettings(): Settings {
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, initialOf(field)])) as Settings;
}

/** The stored value if it fits the field, otherwise the initial one. */
function valid(field: Field, value: unknown): unknown {
	switch (field.kind) {
		case 'choice': return field.values.includes(value as string) ? value : field.initial;
		case 'flag': return typeof value === 'boolean' ? value : field.initial;
		case 'line': return typeof value === 'string' ? value.replace(/[\s\0]+/gu, ' ').slice(0, field.max) : field.initial;
		case 'words': return Array.isArray(value) ? tidyWords(field, value) : initialOf(field);
		case 'watched': return Array.isArray(value) ? tidyWatched(field, value) : initialOf(field);
		case 'switches': return each(field.names, value, given => (typeof given === 'boolean' ? given : field.initial));
		case 'levels': return each(field.names, value, given => (field.values.includes(given as string) ? given : field.initial));
	}
}

/** A value for each name, made of what was given for it. */
function each(names: readonly string[], value: unknown, fit: (given: unknown) => unknown): Record<string, unknown> {
	const given = isRecord(value) ? value : {};
	return Object.fromEntries(names.map(name => [name, fit(given[name])]));
}

/**
 * Makes settings of whatever was stored: older forms are lifted, what does not fit is left
 * out. What only a newer version knows stays, unseen, so that it is there when that version is back.
 */
export function parseSettings(stored: unknown): Settings {
	let form = isRecord(stored) ? stored : {};
	const from = Number.isInteger(form['version']) ? Number(form['version']) : 0;
	for (const step of migrations.slice(Math.max(0, from))) form = step(form);
	const known = Object.entries(fields).map(([name, field]) => [name, valid(field, form[name])]);
	return {...unknownOf(form), ...Object.fromEntries(known)} as Settings;
}

/** What no field of ours is called. */
function unknownOf(form: Record<string, unknown>): Record<string, unknown> {
	const unknown = ([name, value]: [string, unknown]) => name !== 'version' && value !== undefined && !Object.hasOwn(fields, name);
	return Object.fromEntries(Object.entries(form).filter(unknown));
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
		const key = field.profile;
		if (key) pairs.push(...told(field, settings[name]).map((value): [string, string] => [key, value]));
	}
	pairs.push(['lang', lang]);
	return pairs;
}

/** What the engine is told of one setting. */
function told(field: Field, value: unknown): string[] {
	switch (field.kind) {
		case 'words': return [...value as string[]];
		case 'watched': return (value as {word: string}[]).map(({word}) => word);
		case 'switches': return Object.entries(value as Record<string, boolean>).flatMap(([name, on]) => (on ? [] : name));
		case 'levels': return Object.entries(value as Record<string, string>).flatMap(([name, level]) => (level === field.initial ? [] : `${name}=${level}`));
		default: return [String(value)];
	}
}
