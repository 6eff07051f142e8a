import {isDay} from '../shared/day.js';
import type {Watched, Words} from '../shared/fields.js';
import {tidyWords} from '../shared/words.js';

/** Why a line cannot be added; the words for it stand in the texts of the watchlist. */
export type Trouble = 'unfit' | 'date' | 'over' | 'double' | 'full';

/** One line that cannot be added; lines are counted from 1. */
export interface WrongLine {
	line: number;
	text: string;
	trouble: Trouble;
	word: string;
	day: string;
}

/** What a pasted list holds. */
export interface Pasted {
	add: readonly Watched[];
	wrong: readonly WrongLine[];
}

type Limits = Pick<Words, 'max' | 'maxBytes'>;

/** Reads pasted words, one a line, a last day after a tab, comma or semicolon; `there` are those on the list already. */
export function readPasted(text: string, field: Limits, there: readonly Watched[], today: string): Pasted {
	const add: Watched[] = [];
	const wrong: WrongLine[] = [];
	for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
		if (!line.trim()) continue;
		const [word = '', ...rest] = line.split(/[\t,;]/u).map(part => part.trim());
		const day = rest.filter(Boolean).join(', ');
		const entry = watchedOf(field, word, day);
		const trouble = troubleOf(field, entry, day, [...there, ...add], today);
		if (trouble) wrong.push({line: index + 1, text: line, trouble, word, day});
		else if (entry) add.push(entry);
	}
	return {add, wrong};
}

/** A watched word in its tidy form; undefined where the engine cannot look for it. */
export function watchedOf(field: Limits, word: string, day: string): Watched | undefined {
	const [tidy] = tidyWords({...field, max: 1}, [word]);
	return tidy === undefined ? undefined : {word: tidy, ...(day && {until: day})};
}

/** Why a word cannot be added to those that are there, or undefined. */
export function troubleOf(field: Limits, entry: Watched | undefined, day: string, there: readonly Watched[], today: string): Trouble | undefined {
	if (!entry) return 'unfit';
	if (day && !isDay(day)) return 'date';
	if (day && day < today) return 'over';
	if (there.some(({word}) => word === entry.word)) return 'double';
	return there.length >= field.max ? 'full' : undefined;
}

/** The initials of what looks like a person's name: two words that begin with a capital. It may be none. */
export function initialsOf(word: string): string | undefined {
	const names = /^(\p{Lu})\p{Ll}[\p{L}\p{M}'’-]*\s+(\p{Lu})[\p{L}\p{M}'’-]*\p{Ll}$/u.exec(word.trim());
	return names ? `${names[1]}.${names[2]}.` : undefined;
}
