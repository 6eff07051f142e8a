import {expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {internal} from './samples.js';
import {chooseOrganisation, clickButton, openCard, pause, until, untilUnderlined} from './writer.js';

/** All a reader sees on a page. */
const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until the page says something that fits. */
const untilSays = (page: Page, words: RegExp): Promise<boolean> => until(String(words), async () => words.test(await textOf(page)));

/** Presses the page's own button of that name. */
function press(page: Page, name: string): Promise<boolean> {
	return until(`button ${name}`, () => page.evaluate((wanted: string) => {
		const button = [...document.querySelectorAll('button')].find(one => one.innerText.trim() === wanted);
		button?.click();
		return button !== undefined;
	}, name));
}

/** The value of the control with that label; with `give` it is set first, as by a person. */
function control(page: Page, label: string, give?: string): Promise<string> {
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

/** Opens the options page, ready to be used. */
async function openOptions(open: (address: string) => Promise<Page>, address: string): Promise<Page> {
	const page = await open(address);
	await until('form', () => page.evaluate(() => document.querySelector('select') !== null));
	return page;
}

inBothBrowsers('options and first run', stage => {
	const openPage = (file: string) => {
		const {browser} = stage();
		return openOptions(address => browser.open(address), browser.extensionUrl(file));
	};

	it('opens the first-run page at install, and checks a text there once the organisation is chosen', async () => {
		const address = stage().browser.extensionUrl('welcome.html');
		await until('first-run page', async () => (await stage().browser.addresses()).some(one => one.startsWith(address)));
		const page = await chooseOrganisation(stage());
		await until('box', () => page.evaluate(() => document.querySelector('textarea') !== null));
		await page.click('textarea');
		await page.type(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.close();
	});

	it('names the pack in use, its sources and whom to ask', async () => {
		const page = await openPage('options.html');
		await untilSays(page, /Guidelines of: .*Commission.*\d+ rules/u);
		await untilSays(page, /Names of countries: Unicode CLDR.*, Unicode-DFS-2016/u);
		await control(page, 'Your organisation', 'osce');
		await untilSays(page, /Guidelines of: .*(OSCE|Organization for Security)/u);
		await control(page, 'Your organisation', 'ec');
		await untilSays(page, /Guidelines of: .*Commission/u);
		await page.close();
	});

	it('keeps words tidy, and checks by them', async () => {
		const page = await openPage('options.html');
		await control(page, 'Watchlist', 'Blue Heron\n\n  Operation   Lighthouse \nBlue Heron');
		await untilSays(page, /2 of 200/u);
		const again = await openPage('options.html');
		expect(await control(again, 'Watchlist')).toBe('Blue Heron\nOperation Lighthouse');
		await again.close();
		const popup = await stage().browser.open(stage().browser.extensionUrl('popup.html'));
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.click('textarea');
		await popup.type('The library is open. Operation Lighthouse begins on Thursday.');
		await untilUnderlined(popup, 'Operation Lighthouse');
		await popup.close();
		await page.close();
	});

	it('shows dismissed phrases again, and takes that back', async () => {
		const popup = await stage().browser.open(stage().browser.extensionUrl('popup.html'));
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.click('textarea');
		await popup.paste(internal.sentence);
		await untilUnderlined(popup, internal.words);
		await openCard(popup, internal.words);
		await clickButton(popup, 'Never for this phrase');
		await untilUnderlined(popup);
		// A dismissal can be undone for some seconds; leaving the box settles it.
		await popup.close();
		const page = await openPage('options.html');
		await untilSays(page, /dismissed 1 phrase/u);
		await press(page, 'Show them again');
		await untilSays(page, /not dismissed any phrase/u);
		await press(page, 'Undo');
		await untilSays(page, /dismissed 1 phrase/u);
		await page.close();
	});

	it('resets everything, and takes that back', async () => {
		const page = await openPage('options.html');
		await untilSays(page, /Guidelines of: .*Commission/u);
		await press(page, 'Reset everything');
		await untilSays(page, /Everything is reset/u);
		await untilSays(page, /not dismissed any phrase/u);
		expect(await control(page, 'Your organisation')).toBe('');
		expect(await control(page, 'Watchlist')).toBe('');
		await press(page, 'Undo');
		await untilSays(page, /Guidelines of: .*Commission/u);
		await untilSays(page, /dismissed 1 phrase/u);
		expect(await control(page, 'Watchlist')).toBe('Blue Heron\nOperation Lighthouse');
		await page.close();
	});

	it('can be used at 320 pixels and with the keyboard', async () => {
		for (const file of ['options.html', 'welcome.html', 'popup.html']) {
			const page = await stage().browser.open(stage().browser.extensionUrl(file));
			await page.resize(320, 640);
			await until('content', async () => (await textOf(page)).length > 40);
			await pause(200);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
			const reached = new Set<string>();
			for (let times = 0; times < 30; times++) {
				await page.press('Tab');
				reached.add(await page.evaluate(() => document.activeElement?.tagName ?? ''));
			}
			expect([...reached]).toContain('BUTTON');
			expect([...reached]).toContain('TEXTAREA');
			await page.close();
		}
	});
});
