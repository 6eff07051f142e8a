/** What an organisation sets for a browser, put where the browser looks for it. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {BrowserName} from '../browsers/browser.js';
import type {Stage, StageOptions} from '../browsers/stage.js';
import {until} from './writer.js';

/** The id of the extension in Firefox, as in manifest.ts. */
const firefoxId = 'circumspect@extension';

/** A policy for the browsers that are opened while it holds. */
export class Managed {
	readonly #policy: Record<string, unknown>;
	readonly #home = process.env['HOME'];
	#made: string | undefined;

	constructor(policy: Record<string, unknown>) {
		this.#policy = policy;
	}

	/** To be called before a browser starts: Firefox reads a file in the user's home, once. */
	async before(name: BrowserName): Promise<StageOptions> {
		if (name !== 'firefox') return {};
		this.#made = await mkdtemp(path.join(tmpdir(), 'circumspect-home-'));
		const folder = path.join(this.#made, '.mozilla', 'managed-storage');
		await mkdir(folder, {recursive: true});
		const file = {name: firefoxId, description: 'Set for a test', type: 'storage', data: this.#policy};
		await writeFile(path.join(folder, `${firefoxId}.json`), JSON.stringify(file));
		process.env['HOME'] = this.#made;
		return {};
	}

	/** To be called when the browser has started: Chromium has a page on which policies can be tried. */
	async apply({browser}: Stage): Promise<void> {
		if (browser.name === 'firefox') return;
		const id = new URL(browser.extensionUrl('')).host;
		const policies = Object.entries(this.#policy).map(([name, value]) => ({level: 1, scope: 0, source: 0, namespace: id, name, value}));
		const page = await browser.open('chrome://policy/test');
		await page.evaluate((json: string) => {
			(chrome as unknown as {send(name: string, values: unknown[]): void}).send('setLocalTestPolicies', ['', json, '']);
		}, JSON.stringify(policies));
		await page.close();
		const own = await browser.open(browser.extensionUrl('options.html'));
		await until('policy', () => own.evaluate((names: number) => chrome.storage.managed.get(null).then(all => Object.keys(all).length === names), policies.length));
		await own.close();
	}

	async remove(): Promise<void> {
		if (this.#made === undefined) return;
		process.env['HOME'] = this.#home;
		await rm(this.#made, {recursive: true, force: true});
	}
}
