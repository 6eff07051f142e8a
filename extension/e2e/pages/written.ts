/** What a user types before they see a state of a page. */
import type {Page} from '../../browsers/browser.js';
import {pause, until} from '../writer.js';

const select = (page: Page, selector: string): Promise<boolean> => page.evaluate((wanted: string) => document.querySelector(wanted) !== null, selector);
/** Waits until the page holds something that fits the selector. */
export const seen = (page: Page, selector: string): Promise<boolean> => until(selector, () => select(page, selector));

/** Types into the first text area of the page and waits for the answer. */
export function written(text: string, surface = 'post') {
	return async (page: Page) => {
		await seen(page, 'textarea');
		await page.evaluate((wanted: string) => {
			const choice = [...document.querySelectorAll('select')].find(one => [...one.options].some(({value}) => value === wanted));
			if (!choice) throw new Error(`surface: got no choice with ${wanted}, want one`);
			choice.value = wanted;
			choice.dispatchEvent(new Event('change', {bubbles: true}));
		}, surface);
		await page.click('textarea');
		await page.paste(text);
		await pause(1500);
	};
}
