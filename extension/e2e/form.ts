/** The extension's own pages as a reader uses them: by what is written on them. */
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import {until} from './writer.js';

/** All a reader sees on a page. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until the page says something that fits. */
export const untilSays = (page: Page, words: RegExp): Promise<boolean> => until(String(words), async () => words.test(await textOf(page)));

/** Presses the page's own button of that name that is in sight. */
export function press(page: Page, name: string): Promise<boolean> {
	return until(`button ${name}`, () => page.evaluate((wanted: string) => {
		const named = (button: HTMLElement) => [button.getAttribute('aria-label'), button.innerText.trim()].includes(wanted);
		const button = [...document.querySelectorAll<HTMLElement>('button, summary')].find(one => named(one) && one.getClientRects().length > 0);
		button?.click();
		return button !== undefined;
	}, name));
}

/** The value of the control with that label; with `give` it is set first, as by a person. */
export function control(page: Page, label: string, give?: string): Promise<string> {
	return page.evaluate((wanted: string, value: string | null) => {
		const named = [...document.querySelectorAll('label')].find(one => one.innerText.trim() === wanted);
		const input = named?.control as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | undefined;
		if (!input) throw new Error(`control: got none called ${wanted}, want one`);
		if (value !== null) {
			input.value = value;
			input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? 'change' : 'input', {bubbles: true}));
		}
		return input.value;
	}, label, give ?? null);
}

/** Opens the options page, or another one with a form, ready to be used. */
export async function openForm(stage: Stage, file = 'options.html'): Promise<Page> {
	const page = await stage.browser.open(stage.browser.extensionUrl(file));
	await until('form', () => page.evaluate(() => document.querySelector('select') !== null));
	return page;
}

/** Everything the extension has stored. Only for its own pages. */
export const stored = (page: Page): Promise<Record<string, unknown>> => page.evaluate(() => chrome.storage.local.get(null));
