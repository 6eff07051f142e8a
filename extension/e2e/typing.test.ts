import {afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, harmless, inside, internal, longText} from './samples.js';
import {badgeText, chooseOrganisation, modelOf, openComposer, pause, pointOfUnderline, textBox, underlines, until, untilUnderlined} from './writer.js';

inBothBrowsers('typing in the compose dialog', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	beforeEach(async () => {
		page = await openComposer(stage());
	});
	afterEach(() => page.close());

	it('underlines while the post is typed and leaves the text alone', async () => {
		const text = `${internal.sentence} ${inside.sentence}`;
		await page.type(text.slice(0, 40), 10);
		await untilUnderlined(page, internal.words);
		await page.type(text.slice(40), 5);
		expect(await untilUnderlined(page, internal.words, inside.words)).toEqual([
			{text: internal.words, line: internal.line},
			{text: inside.words, line: inside.line},
		]);
		expect(await modelOf(page)).toBe(text);
		expect(await badgeText(page)).toContain('2');
		expect(await page.evaluate((box: string) => document.activeElement?.matches(box), textBox)).toBe(true);
		expect(await page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-testid=tweetButton]')?.disabled)).toBe(false);
	});

	it('says nothing was found, and underlines nothing, in a harmless post', async () => {
		await page.type(harmless);
		await until('badge', async () => /nothing found/i.test(await badgeText(page)));
		expect(await underlines(page)).toEqual([]);
	});

	it('moves the underline when text is typed before it', async () => {
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		const before = await pointOfUnderline(page, internal.words);
		await page.press('ControlOrMeta+Home');
		await page.type('Well, well. ', 20);
		await untilUnderlined(page, internal.words);
		expect((await pointOfUnderline(page, internal.words)).x).toBeGreaterThan(before.x + 40);
		expect(await modelOf(page)).toBe(`Well, well. ${internal.sentence}`);
	});

	it('takes the underline away when its words are edited', async () => {
		await page.paste(embargo.sentence);
		await untilUnderlined(page, embargo.words);
		await page.press('ControlOrMeta+Home');
		for (let at = 0; at < 8; at++) await page.press('ArrowRight');
		await page.type('xyz');
		await untilUnderlined(page);
		expect(await modelOf(page)).toBe(embargo.sentence.replace('Under em', 'Under emxyz'));
	});

	it('finds the words in 3,000 pasted characters', async () => {
		const text = longText(internal);
		expect(text).toHaveLength(3000);
		await page.paste(text);
		await untilUnderlined(page, internal.words);
		expect(await modelOf(page)).toBe(text);
	});

	it('follows undo and redo', async () => {
		await page.type(harmless.slice(0, 20));
		await page.paste(` ${internal.sentence}`);
		await untilUnderlined(page, internal.words);
		await page.press('ControlOrMeta+z');
		await untilUnderlined(page);
		expect(await modelOf(page)).toBe(harmless.slice(0, 20));
		await page.press('ControlOrMeta+Shift+z');
		await untilUnderlined(page, internal.words);
		expect(await modelOf(page)).toBe(`${harmless.slice(0, 20)} ${internal.sentence}`);
	});

	it('underlines the right words after emoji, mentions and tags', async () => {
		const text = `🚀👩‍👩‍👧 @sample_writer é #NiceDay https://example.org/a ${internal.sentence} 🎉`;
		await page.type(text);
		await untilUnderlined(page, internal.words);
		expect(await modelOf(page)).toBe(text);
	});

	it('underlines in every line of a post', async () => {
		await page.type(`${inside.words}.\n\n${internal.sentence}`);
		await untilUnderlined(page, inside.words, internal.words);
	});

	it('underlines words the editor splits at the limit of 280', async () => {
		const lead = `${`${harmless} `.repeat(4)}The reading room is warm and dry. `;
		const text = lead + internal.sentence;
		expect(text.slice(0, 280)).toMatch(/internal e\w*$/);
		await page.paste(text);
		await untilUnderlined(page, internal.words);
		const nodes = await page.evaluate(() => document.querySelectorAll('[data-text=true]').length);
		expect(nodes).toBeGreaterThan(1);
		expect(await modelOf(page)).toBe(text);
	});

	it('stays silent before the first letter and after the last is gone', async () => {
		expect(await badgeText(page)).toBe('');
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.press('ControlOrMeta+a');
		await page.press('Backspace');
		await untilUnderlined(page);
		expect(await modelOf(page)).toBe('');
	});

	it('lets the post go out untouched with the keyboard', async () => {
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.press('ControlOrMeta+Enter');
		await until('sent post', () => page.evaluate(() => window.replica.sent().length));
		expect(await page.evaluate(() => window.replica.sent())).toEqual([[internal.sentence]]);
		await pause(300);
		expect(await badgeText(page)).toBe('');
		expect(await underlines(page)).toEqual([]);
	});
});
