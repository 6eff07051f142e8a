import {isAddress, isKey} from './channel.js';
import {isDay} from './day.js';
import type {Field, Keys, WatchedWords, Words} from './fields.js';
import {isWord} from './words.js';

/** What a value should have been; the words for it stand in the texts under `want`. */
export interface Want {
	what: 'flag' | 'choice' | 'list' | 'most' | 'word' | 'entry' | 'date' | 'line' | 'record' | 'name'
		| 'address' | 'key' | 'product' | 'version' | 'form' | 'settings';
	values?: Readonly<Record<string, string | number>>;
}

/** One thing that does not fit. */
export interface Misfit {
	/** Names and positions, from the setting inwards. */
	path: readonly (string | number)[];
	got: unknown;
	want: Want;
}

type Path = Misfit['path'];

/** Everything about a value that does not fit its field, where `parseSettings` would silently mend it. */
export function misfits(field: Field, value: unknown, path: Path): Misfit[] {
	switch (field.kind) {
		case 'flag': return typeof value === 'boolean' ? [] : [{path, got: value, want: {what: 'flag'}}];
		case 'choice': return ofValues(field.values, value, path);
		case 'line': return isLine(value, field.max) ? [] : [{path, got: value, want: {what: 'line', values: {max: field.max}}}];
		case 'address': return value === '' || isAddress(value) ? [] : [{path, got: value, want: {what: 'address'}}];
		case 'keys': return ofList(field, value, path, misfitKey);
		case 'words': return ofList(field, value, path, misfitWord);
		case 'watched': return ofList(field, value, path, misfitWatched);
		case 'switches': return ofNames(field.names, value, path, (on, at) => misfits({kind: 'flag', initial: true, group: 'you'}, on, at));
		case 'levels': return ofNames(field.names, value, path, (level, at) => ofValues(field.values, level, at));
	}
}

function isLine(value: unknown, max: number): boolean {
	return typeof value === 'string' && value.length <= max && !/[\r\n]/u.test(value);
}

function ofValues(values: readonly string[], value: unknown, path: Path): Misfit[] {
	const quoted = values.map(one => JSON.stringify(one)).join(', ');
	return values.includes(value as string) ? [] : [{path, got: value, want: {what: 'choice', values: {values: quoted}}}];
}

type Lists = Words | WatchedWords;

function ofList<F extends Lists | Keys>(field: F, value: unknown, path: Path, each: (field: F, item: unknown, path: Path) => Misfit[]): Misfit[] {
	if (!Array.isArray(value)) return [{path, got: value, want: {what: 'list'}}];
	const many: Misfit[] = value.length > field.max ? [{path, got: value.length, want: {what: 'most', values: {max: field.max}}}] : [];
	return [...many, ...value.flatMap((item, index) => each(field, item, [...path, index]))];
}

function misfitWord(field: Lists, value: unknown, path: Path): Misfit[] {
	const fits = typeof value === 'string' && isWord(field, value);
	return fits ? [] : [{path, got: value, want: {what: 'word', values: {max: field.maxBytes}}}];
}

function misfitKey(_field: Keys, value: unknown, path: Path): Misfit[] {
	return isKey(value) ? [] : [{path, got: value, want: {what: 'key'}}];
}

function misfitWatched(field: Lists, value: unknown, path: Path): Misfit[] {
	if (!isRecord(value)) return [{path, got: value, want: {what: 'entry'}}];
	const wrongDate = value['until'] !== undefined && !isDay(value['until']);
	const date: Misfit[] = wrongDate ? [{path: [...path, 'until'], got: value['until'], want: {what: 'date'}}] : [];
	return [...misfitWord(field, value['word'], [...path, 'word']), ...date];
}

function ofNames(names: readonly string[], value: unknown, path: Path, each: (value: unknown, path: Path) => Misfit[]): Misfit[] {
	if (!isRecord(value)) return [{path, got: value, want: {what: 'record'}}];
	const quoted = names.map(name => JSON.stringify(name)).join(', ');
	return Object.entries(value).flatMap(([name, one]): Misfit[] => (names.includes(name)
		? each(one, [...path, name])
		: [{path: [...path, name], got: name, want: {what: 'name', values: {values: quoted}}}]));
}

/** Tells whether a value is a record and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
