import {message} from './browser.js';

export type {ContentTexts} from './texts/content.js';
export type {Texts} from './texts/en.js';

/** The name of a text in the browser's catalogue, which allows no other signs; see locales/README.md. */
export function catalogueName(path: readonly string[]): string {
	return path.join('_').replaceAll('-', '@');
}

/** The same texts in the language of the browser, where there is a translation. English where it has gaps. */
export function localised<T extends object>(english: T, path: readonly string[] = []): T {
	const entries = Object.entries(english).map(([name, text]: [string, unknown]) => {
		const at = [...path, name];
		return [name, typeof text === 'object' && text !== null ? localised(text, at) : message(catalogueName(at)) || text];
	});
	return Object.fromEntries(entries) as T;
}

/** Puts values into the `{name}` places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
	return text.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}

/** A text for each number of something. A language may have more forms (few, many) than English. */
export interface Counted {
	none?: string;
	one: string;
	two?: string;
	few?: string;
	many?: string;
	other: string;
}

/** The text for none, one or many of something, in a language of its own rules (Unicode plural rules). */
export function counted(texts: Counted, count: number, lang = message('lang') || 'en'): string {
	const form = count === 0 && texts.none !== undefined ? 'none' : formOf(count, lang);
	return fill(texts[form] ?? texts.other, {count});
}

/** Making rules takes far longer than asking them, and a badge counts at every key. */
const rules = new Map<string, Intl.PluralRules>();

function formOf(count: number, lang: string): keyof Counted {
	const known = rules.get(lang) ?? new Intl.PluralRules(lang);
	rules.set(lang, known);
	const form = known.select(count);
	return form === 'zero' ? 'other' : form;
}
