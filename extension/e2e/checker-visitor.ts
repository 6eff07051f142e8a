/** What a visitor of the checker page does and sees. */
import type {Page} from '../browsers/browser.js';
import {until} from './writer.js';

/** Presses what a label of that name belongs to. */
export const tick = (page: Page, name: string): Promise<boolean> => until(`label ${name}`, () => page.evaluate((wanted: string) => {
	const label = [...document.querySelectorAll('label')].find(one => one.textContent?.trim() === wanted);
	label?.querySelector('input')?.click();
	return label !== undefined;
}, name));

/** Writes into the box as a person pastes. */
export async function write(page: Page, text: string): Promise<void> {
	await until('box', () => page.evaluate(() => {
		document.querySelector('textarea[placeholder]')?.scrollIntoView({block: 'nearest'});
		return document.querySelector('textarea[placeholder]') !== null;
	}));
	await page.click('textarea[placeholder]');
	await page.press('ControlOrMeta+a');
	await page.paste(text);
}
