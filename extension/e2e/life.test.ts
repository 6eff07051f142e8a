import {afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {XReplica} from '../../testdata/sites/x/main.js';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, inside, internal} from './samples.js';
import {badgeText, chooseOrganisation, modelOf, openComposer, textBox, underlines, until, untilUnderlined} from './writer.js';

inBothBrowsers('the life of a box', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	beforeEach(async () => {
		page = await openComposer(stage());
	});
	afterEach(() => page.close());

	it('loses nothing when the background is stopped in the middle of typing', async () => {
		const {browser} = stage();
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await browser.stopBackground();
		await until('stopped background', async () => !(await browser.backgroundIsRunning()));
		expect((await underlines(page)).map(one => one.text)).toEqual([internal.words]);
		await page.type(` ${inside.sentence}`, 5);
		await untilUnderlined(page, internal.words, inside.words);
		expect(await browser.backgroundIsRunning()).toBe(true);
		expect(await modelOf(page)).toBe(`${internal.sentence} ${inside.sentence}`);
	});

	it('loses nothing when the background is stopped while keys are coming in', async () => {
		const text = `${internal.sentence} ${inside.sentence} ${embargo.sentence}`;
		const typing = page.type(text, 15);
		await until('first underline', async () => (await underlines(page)).length > 0);
		await stage().browser.stopBackground();
		await typing;
		await untilUnderlined(page, internal.words, inside.words, embargo.words);
		expect(await modelOf(page)).toBe(text);
	});

	it('finds the new box after a theme switch has rebuilt the page', async () => {
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.evaluate(() => (window.replica as XReplica).theme('dim'));
		await page.click(textBox);
		await page.press('ControlOrMeta+End');
		await page.paste(` ${inside.sentence}`);
		await untilUnderlined(page, internal.words, inside.words);
		expect(await modelOf(page)).toBe(`${internal.sentence} ${inside.sentence}`);
	});

	it('finds the inline box, and its successor after a tab switch', async () => {
		await page.goto('https://x.com/home');
		await page.click(textBox);
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.evaluate(() => (window.replica as XReplica).tab('following'));
		await page.click(textBox);
		await page.press('ControlOrMeta+End');
		await page.paste(` ${inside.sentence}`);
		await untilUnderlined(page, internal.words, inside.words);
	});

	it('follows from /home into the dialog without a page load', async () => {
		await page.goto('https://x.com/home');
		await page.click('[data-testid=SideNav_NewTweet_Button]');
		await until('dialog', () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null));
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.click('[data-testid=app-bar-close]');
		await until('no underlines', async () => (await underlines(page)).length === 0);
		expect(await badgeText(page)).toBe('');
	});

	it('checks each post of a thread', async () => {
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.click('[data-testid=addButton]');
		await page.click('[data-testid=tweetTextarea_1]');
		await page.paste(inside.sentence);
		await untilUnderlined(page, internal.words, inside.words);
		expect(await page.evaluate(() => (window.replica as XReplica).models())).toEqual([internal.sentence, inside.sentence]);
	});

	it('works when the page is in a right-to-left language', async () => {
		await page.evaluate(() => (window.replica as XReplica).language('ar'));
		await page.click(textBox);
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
	});

	it('survives an editor that is made anew under the same text', async () => {
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.evaluate(() => (window.replica as XReplica).remount());
		await page.click(textBox);
		await untilUnderlined(page, internal.words);
	});
});
