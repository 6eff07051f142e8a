/** A translation nobody speaks: every text in brackets, longer, with accents, so that what is not translated stands out. */
import {readFileSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Page} from '../../browsers/browser.js';

const accented: Readonly<Record<string, string>> = {a: 'å', e: 'é', i: 'î', o: 'ö', u: 'û', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û', c: 'ç', n: 'ñ'};

/** One text in the pseudo-locale; `{places}` stay, and it grows by a third, as German would. */
function pseudo(text: string): string {
	const words = text.split(/(\{\w+\})/u).map(part => (part.startsWith('{') ? part : part.replace(/[aeiouAEIOUcn]/gu, letter => accented[letter] ?? letter)));
	return `⟦${words.join('')}${' ~'.repeat(Math.ceil(text.length / 6))}⟧`;
}

/** Puts the pseudo-locale in the place of English in a built extension. */
export async function translate(extension: string, direction: 'ltr' | 'rtl'): Promise<void> {
	const file = path.join(extension, '_locales', 'en', 'messages.json');
	const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, {message: string}>;
	const texts = Object.entries(messages).map(([name, {message}]) => [name, {message: pseudo(message)}]);
	// Chrome allows an extension's description 132 characters and its name 75.
	const kept = {about: messages['about'], name: messages['name'], lang: {message: direction === 'rtl' ? 'ar' : 'en'}, direction: {message: direction}};
	await writeFile(file, JSON.stringify({...Object.fromEntries(texts), ...kept}));
}

const root = path.join(import.meta.dirname, '..', '..', '..');
const [compiled, unit] = [path.join(root, 'rules', 'compiled'), path.join(root, 'testdata', 'packs', 'ok', 'inland-harbours')];

/** Words that come from rules and packs, not from the catalogues; also those of the house pack that the pages are shown with. */
const ruleWords: string = [...['rules', 'packs', 'provisions'].map(name => path.join(compiled, `${name}.jsonl`)), path.join(unit, 'pack.yaml')]
	.map(file => readFileSync(file, 'utf8'))
	.join('\n')
	.replace(/\\u([0-9a-f]{4})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
	.replaceAll('\\"', '"');

/** What a page shows or tells screen readers that did not go through the catalogues. */
export async function untranslated(page: Page, allowed: readonly string[] = []): Promise<string[]> {
	const shown = await page.evaluate(() => {
		const texts: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node instanceof Text) {
				const parent = node.parentElement;
				if (parent && !parent.closest('script, style, [translate=no], [contenteditable]') && parent.tagName !== 'TEXTAREA') texts.push(node.data);
			} else if (node instanceof Element) {
				for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(node.getAttribute(name) ?? '');
			}
		}
		return [...texts, document.title].map(text => text.trim()).filter(text => /\p{L}{2}/u.test(text));
	});
	const isTranslated = (text: string) => text.startsWith('⟦') || text.endsWith('⟧');
	return [...new Set(shown)].filter(text => !isTranslated(text) && !ruleWords.includes(text) && !allowed.includes(text));
}
