import {isDay} from './day.js';
import type {Watched, Words} from './fields.js';

/** Words without blanks around them, empty ones, doubles and those the engine cannot look for. */
export function tidyWords(field: Pick<Words, 'max' | 'maxBytes'>, values: readonly unknown[]): string[] {
	return trimWords(values).filter(word => isWord(field, word)).slice(0, field.max);
}

/** The words among `values` that are left out because they are too short or too long. */
export function unfitWords(field: Pick<Words, 'max' | 'maxBytes'>, values: readonly unknown[]): string[] {
	return trimWords(values).filter(word => !isWord(field, word));
}

function trimWords(values: readonly unknown[]): string[] {
	const trimmed = values.filter(value => typeof value === 'string').map(value => value.replace(/[\s\0]+/gu, ' ').trim());
	return [...new Set(trimmed)].filter(Boolean);
}

/**
 * Tells whether the engine can look for a word. One letter alone would be found everywhere, but in scripts
 * where one is a word (three bytes).
 */
export function isWord(field: Pick<Words, 'max' | 'maxBytes'>, word: string): boolean {
	const plain = word.normalize('NFKC');
	const seen = plain.normalize('NFD').replace(/[\p{M}\p{C}\p{Z}]/gu, '');
	if (!/[\p{L}\p{N}]/u.test(seen)) return false;
	return ([...seen].length > 1 || bytesOf(seen) > 2) && bytesOf(plain) <= field.maxBytes;
}

function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}

/** Watched words without blanks, doubles and those the engine cannot look for; a date that is none is left out. */
export function tidyWatched(field: Pick<Words, 'max' | 'maxBytes'>, values: readonly unknown[]): Watched[] {
	const entries = new Map<string, Watched>();
	for (const value of values) {
		const {word, until} = (value ?? {}) as Partial<Record<keyof Watched, unknown>>;
		const [tidy] = tidyWords({...field, max: 1}, [word]);
		if (tidy !== undefined && !entries.has(tidy)) entries.set(tidy, {word: tidy, ...(isDay(until) && {until})});
	}
	return [...entries.values()].slice(0, field.max);
}

/** The words that are still to be watched. The last day counts wholly. */
export function current(words: readonly Watched[], today: string): readonly Watched[] {
	return words.filter(({until}) => until === undefined || until >= today);
}
