import {type Field, fields, type SettingName, type Settings} from '../shared/fields.js';
import {migrations, settingsVersion} from '../shared/settings.js';
import {isRecord, type Misfit, misfits} from '../shared/validate.js';
import {linesOf, readJson, type Mistake} from './json-file.js';

/** The product whose settings a file holds. */
const product = 'circumspect';

/** Larger than any file we write, in bytes. */
export const maxFileBytes = 1_000_000;

/** The first form of settings that was ever written to a file. */
const firstForm = 2;

/** The settings as a file: with the secret ones only where the user has asked for them. */
export function settingsFile(settings: Settings, version: string, withSecret: boolean, now = new Date()): string {
	const shown = Object.entries(settings).filter(([name]) => withSecret || !fieldOf(name)?.secret);
	const file = {product, version, form: settingsVersion, date: now.toISOString(), settings: Object.fromEntries(shown)};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** What a file holds; nothing of it has been stored yet. */
export interface Loaded {
	/** What may be stored: known settings that fit, and what only a newer version knows. */
	settings: Partial<Settings>;
	/** Names this version does not know. */
	unknown: readonly string[];
	/** Settings of a newer version that this one does not understand. */
	leftOut: readonly string[];
}

/** Reads a file. It is loaded as a whole, or every mistake in it is told and nothing else. */
export function readSettingsFile(text: string, ownVersion: string): {mistakes: readonly Mistake[]} | {loaded: Loaded} {
	const {mistakes, value} = readJson(text);
	if (mistakes.length > 0) return {mistakes};
	const frame = frameMisfits(value);
	if (frame.length > 0 || !isFile(value)) return {mistakes: linesOf(text, frame)};
	const lifted = lift(value);
	const wrong = Object.entries(lifted).flatMap(([name, given]) => misfitsOf(name, given));
	const newer = isNewer(value, ownVersion);
	const broken = wrong.filter(({want}) => !newer || (want.what !== 'choice' && want.what !== 'name'));
	if (broken.length > 0) return {mistakes: linesOf(text, broken)};
	return {loaded: sift(lifted, new Set(wrong.map(({path}) => String(path[1]))))};
}

interface SettingsFile {
	version: string;
	form: number;
	settings: Record<string, unknown>;
}

/** What is wrong around the settings. */
function frameMisfits(value: unknown): Misfit[] {
	if (!isRecord(value)) return [{path: [], got: value, want: {what: 'settings'}}];
	const checks: [name: string, fits: boolean, what: 'product' | 'version' | 'form' | 'settings'][] = [
		['product', value['product'] === product, 'product'],
		['version', typeof value['version'] === 'string' && /^\d+(\.\d+)*$/u.test(value['version']), 'version'],
		['form', Number.isInteger(value['form']) && Number(value['form']) >= firstForm, 'form'],
		['settings', isRecord(value['settings']), 'settings'],
	];
	return checks.filter(([, fits]) => !fits).map(([name, , what]) => ({path: [name], got: value[name], want: {what}}));
}

function isFile(value: unknown): value is SettingsFile {
	return frameMisfits(value).length === 0;
}

/** The settings in the form of this version; `version` is a name of the stored form, no setting. */
function lift({form, settings}: SettingsFile): Record<string, unknown> {
	let lifted = settings;
	for (const step of migrations.slice(form)) lifted = step(lifted);
	return Object.fromEntries(Object.entries(lifted).filter(([name]) => name !== 'version'));
}

function misfitsOf(name: string, given: unknown): Misfit[] {
	const field = fieldOf(name);
	return field ? misfits(field, given, ['settings', name]) : [];
}

function sift(lifted: Record<string, unknown>, wrong: ReadonlySet<string>): Loaded {
	const kept = Object.entries(lifted).filter(([name]) => !wrong.has(name));
	const unknown = kept.map(([name]) => name).filter(name => !fieldOf(name));
	return {settings: Object.fromEntries(kept), unknown, leftOut: [...wrong]};
}

function fieldOf(name: string): Field | undefined {
	return Object.hasOwn(fields, name) ? fields[name as SettingName] : undefined;
}

/** Tells whether a file was written by a newer version than this one. */
function isNewer({version, form}: SettingsFile, ownVersion: string): boolean {
	return form > settingsVersion || version.localeCompare(ownVersion, 'en', {numeric: true}) > 0;
}
