import {expect, it} from 'vitest';
import {checkupKey} from '../src/shared/storage.js';
import type {Page} from '../browsers/browser.js';
import {openDesk} from './desk-page.js';
import {press, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';
import {until} from './writer.js';

/** Clicks the tick of that name, from 1, of a point, from 0. */
const tick = (page: Page, point: number, which: number): Promise<void> => page.evaluate((at: number, nth: number) => {
	document.querySelectorAll('.point')[at]?.querySelectorAll<HTMLInputElement>('.marks input')[nth - 1]?.click();
}, point, which);
const stored = (page: Page): Promise<string> => page.evaluate((key: string) => chrome.storage.local.get(key).then(all => JSON.stringify(all[key] ?? null)), checkupKey);

inBothBrowsers('the check-up', stage => {
	it('asks for the organisation first', async () => {
		const page = await openDesk(stage(), 'checkup', '#checkup-title');
		await untilSays(page, /Choose your organisation in the options first/u);
		await page.close();
	});

	it('lists what the guidelines of the organisation ask, with reasons, provisions and settings pages', async () => {
		await changeSettings(stage(), {org: 'ec'});
		const page = await openDesk(stage(), 'checkup', '.points');
		await untilSays(page, /0 of 11 looked at\./u);
		await untilSays(page, /Is a second step at sign-in switched on\?/u);
		const links = await page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('.point a')].map(({href, target, rel}) => ({href, target, rel})));
		expect(links.length).toBeGreaterThan(20);
		expect(links.every(({href, target, rel}) => target === '_blank' && rel === 'noopener noreferrer'
			&& /^https:\/\/(x\.com|www\.linkedin\.com|www\.facebook\.com|accountscenter\.facebook\.com)\//u.test(href))).toBe(true);
		await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
		await untilSays(page, /Switch on further protection such as a second factor/u);
		await page.close();
		await changeSettings(stage(), {org: 'un'});
		const other = await openDesk(stage(), 'checkup', '.points');
		await untilSays(other, /Do you write about the UN under your own name only\?/u);
		await other.close();
		await changeSettings(stage(), {org: 'ec'});
	});

	it('keeps what was looked at, counts it without praise, and starts again with a way back', async () => {
		const page = await openDesk(stage(), 'checkup', '.points');
		await tick(page, 0, 1);
		await tick(page, 4, 1);
		await tick(page, 2, 2);
		await untilSays(page, /2 of 10 looked at\. 1 is not for you\./u);
		await until('kept', async () => /"private-email":"skip"/u.test(await stored(page)));
		await page.close();
		const again = await openDesk(stage(), 'checkup', '.points');
		await untilSays(again, /2 of 10 looked at/u);
		await untilSays(again, /Looked at on \w+/u);
		await press(again, 'Start again');
		await untilSays(again, /0 of 11 looked at/u);
		await press(again, 'Undo');
		await untilSays(again, /2 of 10 looked at/u);
		await until('kept', async () => /"privacy-settings":"\d{4}-\d\d-\d\d"/u.test(await stored(again)));
		await again.close();
	});

	it('offers again what was changed in the guidelines since', async () => {
		const page = await openDesk(stage(), 'checkup', '.points');
		await page.evaluate(async (key: string) => {
			const progress = (await chrome.storage.local.get(key))[key] as {ec: {editions: Record<string, string>}};
			progress.ec.editions['privacy-settings'] = 'another';
			delete progress.ec.editions['old-posts'];
			await chrome.storage.local.set({[key]: progress});
		}, checkupKey);
		await untilSays(page, /The list has changed since you last looked: 2 points are new or different/u);
		await untilSays(page, /1 of 10 looked at/u);
		await tick(page, 0, 1);
		await untilSays(page, /The list has changed since you last looked: 1 point is new/u);
		await page.close();
		for (const file of ['popup.html', 'desk.html#ask']) {
			const elsewhere = await stage().browser.open(stage().browser.extensionUrl(file));
			await untilSays(elsewhere, /The check-up of your organisation has changed: 1 point is new/u);
			await elsewhere.close();
		}
	});

	it('says so where the storage is full, and loses nothing', async () => {
		// Firefox has no limit but the disk.
		if (stage().browser.name === 'firefox') return;
		const page = await openDesk(stage(), 'checkup', '.points');
		await untilSays(page, /of 10 looked at/u);
		const before = await stored(page);
		await page.evaluate(async () => {
			for (let size = 9_000_000, count = 0; size > 0; count++) {
				const full = await chrome.storage.local.set({[`filler${count}`]: 'x'.repeat(size)}).then(() => false, () => true);
				if (full) size = Math.floor(size / 2);
			}
		});
		await tick(page, 5, 1);
		await untilSays(page, /This could not be kept/u);
		expect(await stored(page)).toBe(before);
		await page.evaluate(() => chrome.storage.local.get(null).then(all => chrome.storage.local.remove(Object.keys(all).filter(key => key.startsWith('filler')))));
		await press(page, 'Try again');
		await until('kept', async () => /"other-apps":"\d{4}/u.test(await stored(page)));
		await page.close();
	});
});
