import type {Page, Point} from './browser.js';

/** The middle of the first element a selector finds, scrolled into view. */
export async function pointOf(page: Page, where: string | Point): Promise<Point> {
	if (typeof where !== 'string') return where;
	const point = await page.evaluate((selector: string) => {
		const element = document.querySelector(selector);
		if (!element) return null;
		element.scrollIntoView({block: 'nearest'});
		const {left, top, width, height} = element.getBoundingClientRect();
		return {x: left + width / 2, y: top + height / 2};
	}, where);
	if (!point) throw new Error(`page: selector: got nothing for ${where}, want an element`);
	return point;
}

/** Source of a call with JSON arguments, for protocols that take text. */
export const callOf = (run: unknown, args: unknown[]): string => `(${String(run)})(...${JSON.stringify(args)})`;
