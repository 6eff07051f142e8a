import {onManagedChange, readManaged} from './browser.js';
import {localDay} from './day.js';
import {type Field, fields, type SettingName, type Settings} from './fields.js';
import {fitted, initialOf} from './fit.js';
import {isRecord, type Misfit, misfits} from './validate.js';
import {current} from './words.js';

/** What an organisation has set beforehand, in the browser's managed storage: settings by their names, and `locked`. */
export interface Policy {
	/** Used until the user changes them, unless they are locked. */
	values: Partial<Settings>;
	/** The settings the user cannot change. */
	locked: readonly SettingName[];
	/** What is in the policy and does not fit; the rest of it is used. The paths begin with `policy`. */
	problems: readonly Misfit[];
}

/** Where no organisation has set anything. */
export const noPolicy: Policy = {values: {}, locked: [], problems: []};

const all = Object.entries(fields) as [SettingName, Field][];

/** The settings a policy may set: all but those of the user's own. */
const open: readonly string[] = all.filter(([, field]) => !field.own).map(([name]) => name);

/** The settings a policy may lock. All others stay the user's. */
export const lockable: readonly string[] = all.filter(([, field]) => field.lockable).map(([name]) => name);

/** Reads what the organisation has set. */
export async function readPolicy(): Promise<Policy> {
	// Firefox refuses where there is no policy.
	return readManaged().then(managed => parsePolicy(managed), () => noPolicy);
}

/** Calls back when the policy changes. Firefox reads it only when it starts. Returns a function that stops it. */
export function onPolicyChange(callback: () => void): () => void {
	return onManagedChange(callback);
}

/** Makes a policy of managed storage. Words that were to be watched until a day before `today` are left out. */
export function parsePolicy(managed: unknown, today = localDay()): Policy {
	const {locked, ...given} = isRecord(managed) ? managed : {};
	const values = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => valueOf(name, value, today))) as Partial<Settings>;
	const names = Array.isArray(locked) ? locked as unknown[] : [];
	return {
		values,
		locked: names.filter((name): name is SettingName => lockable.includes(name as string) && Object.hasOwn(values, name as string)),
		problems: [...Object.entries(given).flatMap(([name, value]) => problemsOf(name, value)), ...lockProblems(locked, values)],
	};
}

/** The value of a setting, unless nothing of what is given for it fits. */
function valueOf(name: string, given: unknown, today: string): [name: string, value: unknown][] {
	if (!open.includes(name)) return [];
	const field: Field = fields[name as SettingName];
	const value = fitted(field, given, 'names' in field && isRecord(given) ? initialOf(field) : null);
	const isLost = Array.isArray(value) && value.length === 0 && problemsOf(name, given).length > 0;
	if (value === null || isLost || (isRecord(value) && !isRecord(given))) return [];
	return [[name, name === 'watchlist' ? current(value as Settings['watchlist'], today) : value]];
}

function problemsOf(name: string, given: unknown): Misfit[] {
	if (open.includes(name)) return misfits(fields[name as SettingName], given, ['policy', name]);
	return [{path: ['policy', name], got: name, want: {what: 'name', values: {values: quoted(open)}}}];
}

/** A lock on what the policy does not set would lock nothing in. */
function lockProblems(locked: unknown, values: object): Misfit[] {
	const can = lockable.filter(name => Object.hasOwn(values, name));
	if (locked === undefined) return [];
	if (!Array.isArray(locked)) return [{path: ['policy', 'locked'], got: locked, want: {what: 'list'}}];
	return locked.flatMap((name: unknown, index): Misfit[] => (can.includes(name as string) ? []
		: [{path: ['policy', 'locked', index], got: name, want: {what: 'name', values: {values: quoted(can)}}}]));
}

const quoted = (names: readonly string[]) => names.map(name => JSON.stringify(name)).join(', ');

/** A JSON schema as browsers read it for managed settings. */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema of what an organisation may set beforehand. */
export function policySchema(): Schema {
	const properties = all.filter(([name]) => open.includes(name)).map(([name, field]) => [name, schemaOf(field)]);
	const locked = {type: 'array', items: {type: 'string', enum: lockable}};
	return {type: 'object', properties: {...Object.fromEntries(properties), locked}};
}

function schemaOf(field: Field): Schema {
	switch (field.kind) {
		case 'choice': return {type: 'string', enum: field.values};
		case 'flag': return {type: 'boolean'};
		case 'address':
		case 'line': return {type: 'string'};
		case 'keys':
		case 'words': return {type: 'array', items: {type: 'string'}};
		case 'watched': return {type: 'array', items: record(['word', 'until'], {type: 'string'})};
		case 'switches': return record(field.names, {type: 'boolean'});
		case 'levels': return record(field.names, {type: 'string', enum: field.values});
	}
}

function record(names: readonly string[], each: Schema): Schema {
	return {type: 'object', properties: Object.fromEntries(names.map(name => [name, each]))};
}
