/**
 * Makes the browser's catalogues (_locales) of the translations in extension/locales.
 */
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'locales');

/** The languages there are translations in. */
export async function languages() {
	const entries = await readdir(folder, {withFileTypes: true});
	return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
}

/** All texts of one language, nested as in its files. */
export async function readTexts(lang) {
	const files = await Promise.all(['content', 'pages'].map(name => readFile(path.join(folder, lang, `${name}.json`), 'utf8')));
	return Object.assign({}, ...files.map(file => JSON.parse(file)));
}

/** The texts by the names that src/shared/texts.ts asks the browser for. */
export function catalogue(texts, names = []) {
	return Object.assign({}, ...Object.entries(texts).map(([name, text]) => {
		const at = [...names, name];
		// The browser reads a dollar sign as the beginning of a place of its own.
		return typeof text === 'string' ? {[at.join('_').replaceAll('-', '@')]: {message: text.replaceAll('$', '$$$$')}} : catalogue(text, at);
	}));
}
