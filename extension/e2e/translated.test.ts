import {afterAll, expect, it} from 'vitest';
import {copyExtension, type Copy} from './copy-extension.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {overflowing} from './pages/layout.js';
import {translate, untranslated} from './pages/pseudo.js';
import {openState, states} from './pages/states.js';

// Apart from look.test.ts so that both can run at the same time: each opens every page.
for (const direction of ['ltr', 'rtl'] as const) {
	const copies: Copy[] = [];
	inBothBrowsers(`pages in a pseudo-locale, ${direction}`, stage => {
		it.each(states)('$name: every text comes from the catalogue and has room', async state => {
			const page = await openState(stage(), state);
			expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction);
			expect(await untranslated(page)).toEqual([]);
			await page.resize(320, 640);
			expect(await overflowing(page)).toEqual([]);
			await page.close();
		});
	}, async name => {
		const copy = await copyExtension(name);
		copies.push(copy);
		await translate(copy.folder, direction);
		return {extension: copy.folder};
	});
	afterAll(() => Promise.all(copies.map(copy => copy.remove())));
}
