import {afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {harmless, internal} from './samples.js';
import {badgeText, chooseOrganisation, clickButton, modelOf, openCard, openComposer, pointOfUnderline, textBox, until, untilUnderlined} from './writer.js';

inBothBrowsers('the text area of the page for phones', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	beforeEach(async () => {
		page = await openComposer(stage(), '?mobile=1');
		await page.resize(412, 732);
	});
	afterEach(() => page.close());

	it('underlines over the text, where the words are', async () => {
		const text = `Hello 🚀.\n${internal.sentence}`;
		await page.type(text);
		await untilUnderlined(page, internal.words);
		expect(await modelOf(page)).toBe(text);
		const {x, y} = await pointOfUnderline(page, internal.words);
		const area = await page.evaluate((box: string) => {
			const {left, top, right} = document.querySelector(box)!.getBoundingClientRect();
			return {left, top, right};
		}, textBox);
		// Second line of the box: one line of 24 px and 8 px of padding above it.
		expect(y - area.top).toBeGreaterThan(28);
		expect(y - area.top).toBeLessThan(60);
		expect(x).toBeGreaterThan(area.left);
		expect(x).toBeLessThan(area.right);
		expect(await badgeText(page)).toContain('1');
	});

	it('keeps the underline on its words when the box scrolls', async () => {
		await page.paste(`${harmless}\n`.repeat(14) + internal.sentence);
		await untilUnderlined(page, internal.words);
		const before = await pointOfUnderline(page, internal.words);
		const moved = await page.evaluate((box: string) => {
			const area = document.querySelector<HTMLTextAreaElement>(box)!;
			const from = area.scrollTop;
			area.scrollTop -= 48;
			return from - area.scrollTop;
		}, textBox);
		expect(moved).toBe(48);
		await until('moved underline', async () => Math.abs((await pointOfUnderline(page, internal.words)).y - before.y - moved) < 2);
	});

	it('opens the card and applies a suggestion in the page’s own state', async () => {
		await page.paste(`Hello. ${internal.sentence} Bye.`);
		await untilUnderlined(page, internal.words);
		await openCard(page, internal.words);
		await clickButton(page, 'Remove this sentence');
		await until('new text', async () => !(await modelOf(page)).includes('internal'));
		expect((await modelOf(page)).replace(/\s+/g, ' ')).toBe('Hello. Bye.');
		expect(await page.evaluate((box: string) => document.querySelector<HTMLTextAreaElement>(box)?.value, textBox)).toBe(await modelOf(page));
		await untilUnderlined(page);
	});

	it('moves with text typed before it', async () => {
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.press('ControlOrMeta+Home');
		await page.type('Well, well. ', 15);
		await untilUnderlined(page, internal.words);
		expect(await modelOf(page)).toBe(`Well, well. ${internal.sentence}`);
	});
});
