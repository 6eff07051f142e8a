import {afterAll, expect, it} from 'vitest';
import {type Copy, copyExtension} from './copy-extension.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {inside, internal} from './samples.js';
import {badgeText, chooseOrganisation, modelOf, openComposer, textBox, underlines, until, untilUnderlined} from './writer.js';

const copies: Copy[] = [];

const copied = async (name: Parameters<typeof copyExtension>[0]): Promise<Copy> => {
	const copy = await copyExtension(name);
	copies.push(copy);
	return copy;
};

afterAll(() => Promise.all(copies.map(copy => copy.remove())));

inBothBrowsers(
	'an update while a box is open',
	stage => {
		it('leaves the text alone, and says to reload the tab where the browser does not run the new script', async () => {
			await (await chooseOrganisation(stage())).close();
			const page = await openComposer(stage());
			await page.paste(internal.sentence);
			await untilUnderlined(page, internal.words);
			await copies.at(-1)?.setVersion('9.9.9');
			await stage().browser.upgrade();
			await page.type(` ${inside.sentence}`, 5);
			if (stage().browser.name === 'chromium') {
				await until('badge', async () => /not checked/i.test(await badgeText(page)));
				expect(await underlines(page)).toEqual([]);
			} else {
				// Firefox ends the old script without a word and runs the new one in the open tab.
				await untilUnderlined(page, internal.words, inside.words);
				await until('one badge', async () => /^2 findings$/.test(await badgeText(page)));
			}
			expect(await modelOf(page)).toBe(`${internal.sentence} ${inside.sentence}`);
			await page.goto('https://x.com/compose/post');
			await page.click(textBox);
			await page.paste(internal.sentence);
			await untilUnderlined(page, internal.words);
			await page.close();
		});
	},
	async name => ({extension: (await copied(name)).folder}),
);

inBothBrowsers(
	'an engine that cannot start',
	stage => {
		it('says not checked and leaves the page untouched', async () => {
			await (await chooseOrganisation(stage())).close();
			const page = await openComposer(stage());
			await page.type(internal.sentence, 5);
			await until('badge', async () => /not checked/i.test(await badgeText(page)));
			expect(await underlines(page)).toEqual([]);
			expect(await modelOf(page)).toBe(internal.sentence);
			await page.press('ControlOrMeta+Enter');
			await until('sent post', () => page.evaluate(() => window.replica.sent().length));
			await page.close();
		});

		it('says so in the popup', async () => {
			const popup = await stage().browser.open(stage().browser.extensionUrl('popup.html'));
			await until('reason', () => popup.evaluate(() => /could not start/i.test(document.body.innerText)));
			await popup.close();
		});
	},
	async name => {
		const copy = await copied(name);
		await copy.breakEngine();
		return {extension: copy.folder};
	},
);

inBothBrowsers(
	'a tab that was open before the extension',
	stage => {
		it('is told of by the popup and works after a reload', async () => {
			const {browser} = stage();
			const page = await openComposer(stage());
			await browser.install();
			await (await chooseOrganisation(stage())).close();
			await page.front();
			const popup = await browser.openBehind(browser.extensionUrl('popup.html'));
			const text = await until('popup', () => popup.evaluate(() => /Reload|Ready on this tab/.exec(document.body.innerText)?.[0] ?? ''));
			// Firefox runs the content script in open tabs by itself; Chrome does not.
			expect(text).toBe(browser.name === 'firefox' ? 'Ready on this tab' : 'Reload');
			if (browser.name === 'chromium') await popup.evaluate(() => [...document.querySelectorAll('button')].find(one => one.innerText === 'Reload the tab')?.click());
			await until('compose box', () => page.evaluate((selector: string) => document.activeElement?.matches(selector) ?? false, textBox).catch(() => false));
			await page.click(textBox);
			await page.paste(internal.sentence);
			await untilUnderlined(page, internal.words);
		});
	},
	async () => ({install: false}),
);
