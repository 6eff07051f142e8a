import {en, type Texts} from './texts/en.js';

export type {Texts};

/** The translations there are, by language. */
const translations: Readonly<Record<string, Texts>> = {en};

/** The language of the words that are shown for a language such as `de-AT`. */
export function langOf(lang: string): string {
	const [short = ''] = lang.split('-');
	return Object.hasOwn(translations, short) ? short : 'en';
}

/** The way a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
	return ['ar', 'fa', 'he', 'ur'].includes(lang) ? 'rtl' : 'ltr';
}

/** The words to show in a language such as `de-AT`; English where there are none. */
export function textsFor(lang: string): Texts {
	return translations[langOf(lang)] ?? en;
}

/** Puts values into the `{name}` places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
	return text.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}

/** The text for none, one or many of something. */
export function counted(texts: {none: string; one: string; many: string}, count: number): string {
	return count === 0 ? texts.none : count === 1 ? texts.one : fill(texts.many, {count});
}
