import {afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, internal} from './samples.js';
import {cardText, chooseOrganisation, clickButton, modelOf, openCard, openComposer, overlayText, pause, pointOfButton, pointOfUnderline, readCard, textBox, until, untilUnderlined} from './writer.js';

inBothBrowsers('the card', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	beforeEach(async () => {
		page = await openComposer(stage());
		await page.paste(`Hello 🚀. ${internal.sentence} Bye.`);
		await untilUnderlined(page, internal.words);
	});
	afterEach(() => page.close());

	it('says on hover what, why, by which provision and what to do', async () => {
		const text = await openCard(page, internal.words);
		const card = await readCard(page);
		expect(card?.title).toBe(internal.title);
		expect(card?.severity).toBe('Caution');
		expect(card?.message).not.toBe('');
		expect(card?.provisions.length).toBeGreaterThan(0);
		for (const button of ['Remove this sentence', 'Dismiss here', 'Never for this phrase']) expect(text).toContain(button);
	});

	it('opens at a click on the underlined words and keeps the caret there', async () => {
		await page.click(await pointOfUnderline(page, internal.words));
		await until('card', () => cardText(page));
		expect(await page.evaluate((box: string) => document.activeElement?.matches(box), textBox)).toBe(true);
	});

	it('goes when the mouse leaves, and stays while it is on the card', async () => {
		await openCard(page, internal.words);
		const onCard = await until('button', () => pointOfButton(page, 'Dismiss here'));
		if (onCard) await page.hover(onCard);
		await pause(700);
		expect(await cardText(page)).toContain(internal.title);
		await page.hover({x: 5, y: 700});
		await until('card gone', async () => (await cardText(page)) === '');
	});

	it('applies a suggestion in the editor’s own model, and typing goes on', async () => {
		await openCard(page, internal.words);
		await clickButton(page, 'Remove this sentence');
		await until('new text', async () => !(await modelOf(page)).includes('internal'));
		await untilUnderlined(page);
		expect((await modelOf(page)).replace(/\s+/g, ' ')).toBe('Hello 🚀. Bye.');
		await page.press('ControlOrMeta+End');
		await page.type(' More.');
		expect(await modelOf(page)).toMatch(/Bye\. More\.$/);
		await page.press('ControlOrMeta+z');
		await page.press('ControlOrMeta+z');
		await until('undo', async () => (await modelOf(page)).includes(internal.sentence));
	});

	it('dismisses a finding in this box only', async () => {
		await openCard(page, internal.words);
		await clickButton(page, 'Dismiss here');
		await untilUnderlined(page);
		await page.press('ControlOrMeta+End');
		await page.paste(` ${embargo.sentence}`);
		await untilUnderlined(page, embargo.words);
		const other = await openComposer(stage());
		await other.paste(internal.sentence);
		await untilUnderlined(other, internal.words);
		await other.close();
	});

	it('is worked with the keyboard alone', async () => {
		await page.press('F8');
		await until('card', () => cardText(page));
		await until('focus in the card', () =>
			page.evaluateInRoots(roots => roots.some(root => root.activeElement?.closest('[role=dialog]'))),
		);
		await page.press('Escape');
		await until('card gone', async () => (await cardText(page)) === '');
		expect(await page.evaluate((box: string) => document.activeElement?.matches(box), textBox)).toBe(true);
		await page.type('!');
		expect(await modelOf(page)).toContain('!');
		expect(await page.evaluate(() => window.replica.path())).toBe('/compose/post');
	});

	it('reaches a suggestion with Tab and applies it with Enter', async () => {
		await page.press('F8');
		await until('card', () => cardText(page));
		const focused = () => page.evaluateInRoots(roots => roots.map(root => (root.activeElement as HTMLElement | null)?.innerText ?? '').join(''));
		for (let tabs = 0; tabs < 8 && !(await focused()).startsWith('Remove this sentence'); tabs++) await page.press('Tab');
		expect(await focused()).toContain('Remove this sentence');
		await page.press('Enter');
		await until('new text', async () => !(await modelOf(page)).includes('internal'));
		expect((await modelOf(page)).replace(/\s+/g, ' ')).toBe('Hello 🚀. Bye.');
	});

	it('tells screen readers once of what was found', async () => {
		await until('announcement', async () => /1 finding/i.test(await overlayText(page, 'live')));
	});

	it('never again speaks of a phrase after "Never for this phrase", not even in a new tab', async () => {
		await openCard(page, internal.words);
		await clickButton(page, 'Never for this phrase');
		await untilUnderlined(page);
		// "Never" can be taken back for eight seconds; leaving the page ends that.
		await page.goto('https://x.com/home');
		const other = await openComposer(stage());
		await other.paste(`${internal.sentence} ${embargo.sentence}`);
		await untilUnderlined(other, embargo.words);
		await other.close();
	});
});
