/** What a person does on the desk: opening a tool, with something handed over or not, and reading what it saves. */
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import type {Handed} from '../src/shared/protocol.js';
import {until} from './writer.js';

/** Opens the desk with a tool; `seen` is what must be there before it is used. */
export async function openDesk(stage: Stage, tool: string, seen: string): Promise<Page> {
	const page = await stage.browser.open(stage.browser.extensionUrl(`desk.html#${tool}`));
	await untilThere(page, seen);
	return page;
}

/** Hands something over as a card or a page does, and takes hold of the tool that opens. */
export async function handOver(stage: Stage, handed: Handed, seen: string): Promise<Page> {
	const from = await stage.browser.open(stage.browser.extensionUrl('options.html'));
	await from.evaluate((request: Handed) => chrome.runtime.sendMessage({call: 'hand-over', request}).then(() => true), handed);
	const address = stage.browser.extensionUrl('desk.html');
	await until('desk', async () => (await stage.browser.addresses()).some(one => one.startsWith(address)));
	const page = await stage.browser.find(address);
	await untilThere(page, seen);
	await from.close();
	return page;
}

const untilThere = (page: Page, selector: string): Promise<boolean> =>
	until(selector, () => page.evaluate((wanted: string) => document.querySelector(wanted)?.checkVisibility() ?? false, selector));

/** All a reader sees. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until the page says something that fits. */
export const untilSays = (page: Page, words: RegExp): Promise<boolean> => until(String(words), async () => words.test(await textOf(page)));

/** Presses the visible button of that name. */
export async function press(page: Page, name: string): Promise<void> {
	await until(`button ${name}`, () => page.evaluate((wanted: string) => {
		const button = [...document.querySelectorAll('button')].find(one => one.innerText.trim() === wanted && one.checkVisibility() && !one.disabled);
		button?.click();
		return button !== undefined;
	}, name));
}

/** Ticks or writes into the visible control with that label, the first one of that name. */
export function give(page: Page, label: string, value: string | boolean): Promise<void> {
	return page.evaluate((wanted: string, given: string | boolean) => {
		const named = [...document.querySelectorAll('label')].find(one => one.innerText.trim() === wanted && one.checkVisibility());
		const input = named?.control as HTMLInputElement | undefined;
		if (!input) throw new Error(`control: got none called ${wanted}, want one`);
		if (typeof given === 'boolean') {
			if (input.checked !== given) input.click();
			return;
		}
		input.value = given;
		input.dispatchEvent(new Event('input', {bubbles: true}));
	}, label, value);
}

interface SavedFile {
	name: string;
	type: string;
	text: string;
}

/** Presses a button that saves a file, and reads the file from the very link the browser is given. */
export async function savedBy(page: Page, button: string): Promise<SavedFile> {
	await page.evaluate(() => {
		const seen = window as unknown as {saved?: Promise<SavedFile>};
		const make = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (given: Blob | MediaSource) => {
			const address = make(given);
			if (given instanceof Blob) {
				const follow = (event: Event) => {
					const link = event.target as HTMLAnchorElement;
					if (link.href === address) seen.saved = given.text().then(text => ({name: link.download, type: given.type, text}));
				};
				// A link that is in no document is heard on itself only.
				const click = HTMLAnchorElement.prototype.click;
				HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
					this.addEventListener('click', follow, {once: true});
					HTMLAnchorElement.prototype.click = click;
					click.call(this);
				};
			}
			return address;
		};
	});
	await press(page, button);
	const saved = await page.evaluate(async () => (await (window as unknown as {saved?: Promise<SavedFile>}).saved) ?? null);
	if (!saved) throw new Error(`${button}: got no file, want one`);
	return saved;
}
