import {describe, expect, it} from 'vitest';
import {catalogue, languages, readTexts} from './catalogue.mjs';
import {catalogueName} from './src/shared/texts.js';

/** Each text by its path, such as `popup.title`. */
function flat(texts: object, path = ''): Record<string, string> {
	return Object.assign({}, ...Object.entries(texts).map(([name, text]: [string, unknown]) =>
		(typeof text === 'string' ? {[path + name]: text} : flat(text as object, `${path}${name}.`)))) as Record<string, string>;
}

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
const isPlural = /\.(?:none|one|two|few|many|other)$/u;

const english = flat(await readTexts('en'));
const others = (await languages()).filter(lang => lang !== 'en');

it('has English texts, none of them empty, under names the browser allows', async () => {
	const entries = Object.entries(catalogue(await readTexts('en')));
	expect(entries.length).toBe(Object.keys(english).length);
	expect(entries.length).toBeGreaterThan(200);
	expect(entries.filter(([name, {message}]) => !/^[\w@]+$/u.test(name) || !message.trim())).toEqual([]);
	expect(catalogue({a: {'b-c': 'd $1'}})).toEqual({[catalogueName(['a', 'b-c'])]: {message: 'd $$1'}});
});

// A first translation is held to this from its first day; until then the list is empty.
describe.each(others.length > 0 ? others : ['en'])('the translation %s', lang => {
	it('has the names of English and their places', async () => {
		const texts = flat(await readTexts(lang));
		const known = (name: string) => name in english || isPlural.test(name);
		expect(Object.keys(english).filter(name => !(name in texts))).toEqual([]);
		expect(Object.keys(texts).filter(name => !known(name))).toEqual([]);
		const kept = (name: string) => isPlural.test(name) || placesOf(texts[name] ?? '').join() === placesOf(english[name] ?? '').join();
		expect(Object.keys(english).filter(name => !kept(name))).toEqual([]);
	});
});
