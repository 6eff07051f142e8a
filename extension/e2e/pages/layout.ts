/** What a page looks like where there is little room. */
import type {Page} from '../../browsers/browser.js';

/** Everything that sticks out of the window to the side, or whose words are cut off. */
export function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`;
		const hidden = (element: Element) => element.closest('.hidden') !== null || !element.checkVisibility({visibilityProperty: true});
		const all = [...document.body.querySelectorAll('*')].filter(element => !hidden(element));
		const outside = all.filter(element => {
			const {left, right} = element.getBoundingClientRect();
			return right > width + 1 || left < -1;
		});
		const cut = all.filter(element => {
			const {overflowX} = getComputedStyle(element);
			return overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
		});
		return [...outside, ...cut].map(name);
	});
}

/** How many animations run. */
export function moving(page: Page): Promise<number> {
	return page.evaluate(() => document.getAnimations().filter(({playState}) => playState === 'running').length);
}
