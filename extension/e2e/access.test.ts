import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page, Scheme} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {internal} from './samples.js';
import {cardText, chooseOrganisation, openCard, openComposer, pause, pointOfUnderline, until, untilUnderlined} from './writer.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const schemes: Scheme[] = ['light', 'dark'];

/** Brings axe into a page's own world; the debugging protocol is not bound by the page's policy. */
async function addAxe(page: Page): Promise<void> {
	// A function made of the library's text runs as it is, without eval.
	const install = {toString: () => `function () { ${axeSource}; return typeof axe; }`} as unknown as () => string;
	expect(await page.evaluate(install)).toBe('object');
}

/** What axe finds wrong on a page of ours. */
async function violationsOf(page: Page): Promise<string[]> {
	await addAxe(page);
	return page.evaluate(async () => {
		const {violations} = await (window as unknown as {axe: typeof import('axe-core')}).axe.run(document);
		return violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
	});
}

/** What axe finds wrong in our closed roots on a site; only the debugger can hand them over. */
async function violationsInRoots(page: Page): Promise<{violations: string[]; checked: number}> {
	await addAxe(page);
	return page.evaluateInRoots(async roots => {
		// Axe walks open roots only: here, and only here, the closed ones are shown to it.
		for (const root of roots) Object.defineProperty(root.host, 'shadowRoot', {value: root, configurable: true});
		const shown = roots.flatMap(root => [...root.children]);
		const {violations, passes} = await (window as unknown as {axe: typeof import('axe-core')}).axe.run({include: shown});
		return {
			violations: violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.html).join(' ')}`),
			checked: passes.reduce((sum, {nodes}) => sum + nodes.length, 0),
		};
	});
}

inBothBrowsers('axe', stage => {
	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(() => stage().browser.setScheme('light'));

	for (const scheme of schemes) {
		for (const file of ['popup.html', 'options.html', 'welcome.html']) {
			it(`finds nothing wrong on ${file} in ${scheme}`, async () => {
				await stage().browser.setScheme(scheme);
				const page = await stage().browser.open(stage().browser.extensionUrl(file));
				await until('content', () => page.evaluate(() => document.body.innerText.length > 40));
				await pause(200);
				expect(await violationsOf(page)).toEqual([]);
				await page.close();
			});
		}

		it(`finds nothing wrong in the popup with a card open, in ${scheme}`, async () => {
			await stage().browser.setScheme(scheme);
			const page = await stage().browser.open(stage().browser.extensionUrl('popup.html'));
			await until('box', () => page.evaluate(() => document.querySelector('textarea') !== null));
			await page.click('textarea');
			await page.paste(internal.sentence);
			await untilUnderlined(page, internal.words);
			await page.hover(await pointOfUnderline(page, internal.words));
			await until('card', () => cardText(page));
			await pause(300);
			expect((await violationsInRoots(page)).violations).toEqual([]);
			expect(await violationsOf(page)).toEqual([]);
			await page.close();
		});

		it(`finds nothing wrong in the card and badge on a ${scheme} page`, async () => {
			const page = await openComposer(stage(), `?theme=${scheme}`);
			await page.paste(internal.sentence);
			await untilUnderlined(page, internal.words);
			await openCard(page, internal.words);
			await pause(300);
			const {violations, checked} = await violationsInRoots(page);
			expect(violations).toEqual([]);
			expect(checked).toBeGreaterThan(10);
			await page.close();
		});
	}
});
