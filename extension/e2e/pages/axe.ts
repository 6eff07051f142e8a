/** Brings axe-core into pages. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from '../../browsers/browser.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page; the debugging protocol is not bound by the page's policy. */
async function addAxe(page: Page): Promise<void> {
	// A function made of the library's text runs as it is, without eval.
	const install = {toString: () => `function () { ${source}; return typeof axe; }`} as unknown as () => string;
	if (await page.evaluate(install) !== 'object') throw new Error('axe: got none, want it in the page');
}

/** What axe finds wrong on a page of ours. */
export async function violationsOf(page: Page): Promise<string[]> {
	await addAxe(page);
	return page.evaluate(async () => {
		const {violations} = await (window as unknown as {axe: typeof import('axe-core')}).axe.run(document);
		return violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
	});
}

/** What axe finds wrong in our closed roots on a site; only the debugger can hand them over. */
export async function violationsInRoots(page: Page): Promise<{violations: string[]; checked: number}> {
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
