/** A form of a replica as its user works it: clicks into the box, types, presses what sends. */
import type {Page, Point} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import type {Form} from './surfaces/forms.js';
import {pause, until} from './writer.js';

/** Where an element of the form is now, by its name in the replica's contract; null where it is not shown. */
export function pointOfPart(page: Page, part: string): Promise<Point | null> {
	return page.evaluate((name: string) => {
		const element = window.replica.find(name);
		if (!element?.isConnected) return null;
		const middle = () => {
			const {left, top, width, height} = element.getBoundingClientRect();
			return width > 0 && height > 0 ? {x: left + width / 2, y: top + height / 2} : null;
		};
		element.scrollIntoView({block: 'nearest'});
		const at = middle();
		const over = at && (element.getRootNode() as Document | ShadowRoot).elementFromPoint(at.x, at.y);
		if (!over || element.contains(over) || over.contains(element)) return at;
		// Scrolled out from under a bar of the page.
		element.scrollIntoView({block: 'center'});
		return middle();
	}, part);
}

export async function clickPart(page: Page, part: string): Promise<void> {
	await page.click((await until(`part ${part}`, () => pointOfPart(page, part)))!);
}

/** Waits until a button can be pressed: pages enable it a moment after the text is there. */
export async function untilEnabled(page: Page, part: string): Promise<void> {
	await until(`enabled ${part}`, () => page.evaluate((name: string) => {
		const button = window.replica.find(name);
		return button !== null && !button.matches(':disabled, [aria-disabled=true]');
	}, part));
}

/** Presses a button that sends, once it can be pressed. */
export async function pressSend(page: Page, part = 'send'): Promise<void> {
	await untilEnabled(page, part);
	await clickPart(page, part);
}

/** Puts the caret into a box with a click, as far down in it as its text goes. */
export async function enter(page: Page, part = 'box'): Promise<void> {
	await until(`caret in ${part}`, async () => {
		await clickPart(page, part);
		await pause(60);
		return hasCaret(page, part);
	});
}

export function hasCaret(page: Page, part = 'box'): Promise<boolean> {
	return page.evaluate((name: string) => {
		const box = window.replica.find(name);
		let active = document.activeElement;
		while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
		return box !== null && (active === box || box.contains(active));
	}, part);
}

/** Opens the replica and its form, with the caret in the box. */
export async function openForm(stage: Stage, form: Form): Promise<Page> {
	const page = await stage.browser.open(form.url);
	await page.front();
	await showForm(page, form);
	return page;
}

/** Shows a form anew, empty, on a page that is open. */
export async function showForm(page: Page, form: Form): Promise<void> {
	await page.evaluate((id: string) => window.replica.open(id), form.form);
	await enter(page);
	// Profiles already hold something.
	if ((await model(page)).trim() !== '') await empty(page);
}

export const model = (page: Page, part = 'box'): Promise<string> => page.evaluate((name: string) => window.replica.model(name), part);

export const sentCount = (page: Page): Promise<number> => page.evaluate(() => window.replica.sent().length);

/** Empties the box as a user does. */
export async function empty(page: Page, part = 'box'): Promise<void> {
	await page.press('ControlOrMeta+a');
	await page.press('Backspace');
	await until('empty box', async () => (await model(page, part)).trim() === '');
}

/** Types text, with the keys that break a line in this box. */
export async function write(page: Page, form: Form, text: string): Promise<void> {
	for (const [number, line] of text.split('\n').entries()) {
		if (number > 0 && form.lineBreak) await page.press(form.lineBreak);
		if (line !== '') await page.type(line);
	}
	await until(`model ${text}`, async () => same(await model(page), text)).catch(async () => {
		throw new Error(`model: got ${JSON.stringify(await model(page))}, want ${JSON.stringify(text)}`);
	});
}

/** Some editors hold no-break spaces where one was typed, and a line break behind the last line. */
export const same = (held: string, text: string): boolean => held.replaceAll('\u00a0', ' ').trimEnd() === text.trimEnd();
