import {onLocalChange, readLocal, writeLocal} from './browser.js';
import {type Field, fields, type SettingName, type Settings} from './fields.js';
import {fitted, initialOf} from './fit.js';
import {noPolicy, onPolicyChange, type Policy, readPolicy} from './policy.js';
import {settingsKey} from './storage.js';
import {isRecord} from './validate.js';

/** The version of the stored form. Raise it together with a new entry in `migrations`. */
export const settingsVersion = 3;

/** Each step lifts the stored form from the version of its index to the next. */
export const migrations: readonly ((stored: Record<string, unknown>) => Record<string, unknown>)[] = [
	// 0 → 1: before versions were written the form was the same.
	stored => stored,
	// 1 → 2: watched words were plain strings, now they may have a last day.
	stored => ({...stored, watchlist: Array.isArray(stored['watchlist']) ? stored['watchlist'].map(word => ({word: word as unknown})) : []}),
	// 2 → 3: the form is the same, but only what the user has changed is stored; see ownOf.
	stored => stored,
];

/** The settings before anybody has said anything. */
export function initialSettings(): Settings {
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, initialOf(field)])) as Settings;
}

/**
 * Makes settings of whatever was stored and what the organisation's policy says: what the policy has locked is
 * as it says, otherwise what the user has changed counts. Older forms are lifted, what does not fit is left out.
 * What only a newer version knows stays, unseen, so that it is there when that version is back.
 */
export function parseSettings(stored: unknown, policy: Policy = noPolicy): Settings {
	const own = ownOf(stored);
	const known = (Object.entries(fields) as [SettingName, Field][]).map(([name, field]) => [name, valueOf(name, field, own, policy)]);
	return {...unknownOf(own), ...Object.fromEntries(known)} as Settings;
}

function valueOf(name: SettingName, field: Field, own: Record<string, unknown>, {values, locked}: Policy): unknown {
	const byDefault: unknown = values[name] ?? initialOf(field);
	return locked.some(one => one === name) ? byDefault : fitted(field, own[name], byDefault);
}

/** What the user has changed. */
function ownOf(stored: unknown): Record<string, unknown> {
	let form = isRecord(stored) ? stored : {};
	const from = Number.isInteger(form['version']) ? Number(form['version']) : 0;
	for (const step of migrations.slice(Math.max(0, from))) form = step(form);
	const own = Object.entries(form).filter(([name]) => name !== 'version');
	return Object.fromEntries(from < onlyOwnFrom ? own.filter(([name, value]) => !isInitial(name, value)) : own);
}

/** From this version on only what the user has changed is stored. Before, all was. */
const onlyOwnFrom = 3;

function isInitial(name: string, value: unknown): boolean {
	return Object.hasOwn(fields, name) && same(fitted(fields[name as SettingName], value), initialOf(fields[name as SettingName]));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What no field of ours is called. */
function unknownOf(own: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(own).filter(([name, value]) => value !== undefined && !Object.hasOwn(fields, name)));
}

/** All settings in the form in which they are stored. */
export function storedForm(settings: Settings): object {
	return {version: settingsVersion, ...settings};
}

/** Reads the settings. */
export async function readSettings(): Promise<Settings> {
	const [stored, policy] = await Promise.all([readLocal(settingsKey), readPolicy()]);
	return parseSettings(stored, policy);
}

/** The settings of a user who has changed none. */
export async function defaultSettings(): Promise<Settings> {
	return parseSettings(undefined, await readPolicy());
}

/**
 * Changes some settings and leaves the others as they are. What is as it would be without the user is not
 * stored, so that it follows the organisation's policy. Returns the settings as they are now.
 */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
	const [stored, policy] = await Promise.all([readLocal(settingsKey), readPolicy()]);
	const [settings, defaults] = [parseSettings({version: settingsVersion, ...ownOf(stored), ...change}, policy), parseSettings(undefined, policy)];
	const locked = (name: string) => policy.locked.some(one => one === name);
	// What the user has set under a lock is there again when the lock is gone.
	const kept = Object.entries(ownOf(stored)).filter(([name]) => locked(name));
	const own = Object.entries(settings).filter(([name, value]) => !locked(name) && !same(value, defaults[name as SettingName]));
	await writeLocal(settingsKey, {version: settingsVersion, ...Object.fromEntries([...own, ...kept])});
	return settings;
}

/** Calls back with the settings whenever they change, in order. Returns a function that stops it. */
export function onSettingsChange(callback: (settings: Settings) => void): () => void {
	let told = Promise.resolve();
	const tell = (read: () => Promise<Settings>) => {
		told = told.then(read).then(callback).catch(() => undefined);
	};
	const stops = [
		onLocalChange(settingsKey, stored => tell(async () => parseSettings(stored, await readPolicy()))),
		onPolicyChange(() => tell(readSettings)),
	];
	return () => stops.forEach(stop => stop());
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
