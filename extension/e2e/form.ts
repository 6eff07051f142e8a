/** The extension's own pages as a reader uses them: by what is written on them. */
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import {until} from './writer.js';

/** All a reader sees on a page. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until the page says something that fits, or these words. */
export const untilSays = (page: Page, words: RegExp | string, waitMs?: number): Promise<boolean> => until(String(words), async () => {
	const text = await textOf(page);
	return typeof words === 'string' ? text.includes(words) : words.test(text);
}, waitMs);

/** Presses the page's own button of that name that is in sight. */
export function press(page: Page, name: string): Promise<boolean> {
	return until(`button ${name}`, () => page.evaluate((wanted: string) => {
		const named = (button: HTMLElement) => [button.getAttribute('aria-label'), button.innerText.trim()].includes(wanted);
		const button = [...document.querySelectorAll<HTMLElement>('button:enabled, summary')].find(one => named(one) && one.checkVisibility());
		button?.click();
		return button !== undefined;
	}, name));
}

/** The value of the control in sight with that label, of a tick whether it is on; with `give` it is set first, as by a person. */
export function control(page: Page, label: string, give?: string | boolean): Promise<string | boolean> {
	return page.evaluate((wanted: string, given: string | boolean | null) => {
		const named = [...document.querySelectorAll('label')].find(one => one.innerText.trim() === wanted && one.checkVisibility());
		const input = named?.control as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | undefined;
		if (!input) throw new Error(`control: got none called ${wanted}, want one`);
		if (input instanceof HTMLInputElement && ['checkbox', 'radio'].includes(input.type)) {
			if (given !== null && input.checked !== given) input.click();
			return input.checked;
		}
		if (given !== null) {
			input.value = String(given);
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
