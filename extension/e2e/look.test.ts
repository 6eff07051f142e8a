import {afterEach, expect, it} from 'vitest';
import type {Scheme} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {violationsInRoots, violationsOf} from './pages/axe.js';
import {moving, overflowing} from './pages/layout.js';
import {openState, states} from './pages/states.js';

const schemes: readonly Scheme[] = ['light', 'dark', 'contrast'];
/** A phone's width; also what 1,280 pixels are at a zoom of 400 %. */
const [narrow, zoomed] = [{width: 320, height: 640, pixels: 1}, {width: 320, height: 256, pixels: 4}];

inBothBrowsers('pages', stage => {
	afterEach(() => stage().browser.setScheme('light'));

	it.each(states)('$name: axe finds nothing wrong in light, dark and high contrast, and it fits 320 pixels and 400 %', async state => {
		const page = await openState(stage(), state);
		for (const scheme of schemes) {
			await stage().browser.setScheme(scheme);
			expect([scheme, await violationsOf(page), (await violationsInRoots(page)).violations]).toEqual([scheme, [], []]);
		}
		await stage().browser.setScheme('still');
		expect(await moving(page)).toBe(0);
		for (const {width, height, pixels} of [narrow, zoomed]) {
			await page.resize(width, height, pixels);
			expect([width, pixels, await overflowing(page)]).toEqual([width, pixels, []]);
		}
		await page.close();
	});
});
