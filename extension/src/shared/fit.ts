import {isAddress, tidyKeys} from './channel.js';
import type {Field} from './fields.js';
import {isRecord} from './validate.js';
import {tidyWatched, tidyWords} from './words.js';

/** The value a setting has before the user has said anything. */
export function initialOf(field: Field): unknown {
	switch (field.kind) {
		case 'keys':
		case 'words':
		case 'watched': return [...field.initial];
		case 'switches':
		case 'levels': return Object.fromEntries(field.names.map(name => [name, field.initial]));
		default: return field.initial;
	}
}

/** A value that fits the field, made of what was given; what does not fit is left out or gives way to `instead`. */
export function fitted(field: Field, value: unknown, instead: unknown = initialOf(field)): unknown {
	switch (field.kind) {
		case 'choice': return field.values.includes(value as string) ? value : instead;
		case 'flag': return typeof value === 'boolean' ? value : instead;
		case 'line': return typeof value === 'string' ? value.replace(/[\s\0]+/gu, ' ').slice(0, field.max) : instead;
		case 'address': return value === '' || isAddress(value) ? value : instead;
		case 'keys': return Array.isArray(value) ? tidyKeys(value) : instead;
		case 'words': return Array.isArray(value) ? tidyWords(field, value) : instead;
		case 'watched': return Array.isArray(value) ? tidyWatched(field, value) : instead;
		case 'switches': return each(field.names, value, instead, given => typeof given === 'boolean');
		case 'levels': return each(field.names, value, instead, given => field.values.includes(given as string));
	}
}

/** For each name what was given where it fits, otherwise what stands instead. */
function each(names: readonly string[], value: unknown, instead: unknown, fits: (given: unknown) => boolean): Record<string, unknown> {
	const [given, others] = [value, instead].map(one => (isRecord(one) ? one : {}));
	return Object.fromEntries(names.map(name => [name, fits(given?.[name]) ? given?.[name] : others?.[name]]));
}
