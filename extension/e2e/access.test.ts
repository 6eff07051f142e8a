import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Scheme} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {violationsInRoots} from './pages/axe.js';
import {internal} from './samples.js';
import {chooseOrganisation, openCard, openComposer, pause, untilUnderlined} from './writer.js';

const schemes: Scheme[] = ['light', 'dark'];

inBothBrowsers('axe', stage => {
	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(() => stage().browser.setScheme('light'));

	for (const scheme of schemes) {
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
