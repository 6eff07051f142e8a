/** What a person does on the desk: opening a tool, with something handed over or not, and reading what it saves. */
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import type {Handed} from '../src/shared/protocol.js';
import {press} from './form.js';
import {until} from './writer.js';

/** Opens the desk with a tool; `seen` is what must be there before it is used. */
export async function openDesk(stage: Stage, tool: string, seen: string): Promise<Page> {
	const page = await stage.browser.open(stage.browser.extensionUrl(`desk.html#${tool}`));
	await untilThere(page, seen);
	return page;
}

/** Hands something over as a card or a page does, and takes hold of the tool that opens. */
export async function handOver(stage: Stage, handed: Handed, seen = titleOf(handed.tool)): Promise<Page> {
	const from = await stage.browser.open(stage.browser.extensionUrl('options.html'));
	const isTaken = await from.evaluate(async (request: Handed) =>
		(await chrome.runtime.sendMessage<object, {ok: boolean}>({call: 'hand-over', request})).ok, handed);
	if (!isTaken) throw new Error(`${handed.tool}: got no yes to what was handed over, want one`);
	const address = stage.browser.extensionUrl('desk.html');
	await until('desk', async () => (await stage.browser.addresses()).some(one => one.startsWith(address)));
	const page = await stage.browser.find(address);
	await page.front();
	await untilThere(page, seen);
	await from.close();
	return page;
}

/** The heading of a tool. */
export const titleOf = (tool: string): string => `#${tool}-title`;

/** Waits until something is in sight. */
export const untilThere = (page: Page, selector: string): Promise<boolean> =>
	until(selector, () => page.evaluate((wanted: string) => document.querySelector(wanted)?.checkVisibility() ?? false, selector));

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
