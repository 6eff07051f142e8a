import {randomBytes} from 'node:crypto';
import {expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {control, openForm, press, stored, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';
import {pause} from './writer.js';

/** Fills the storage until not even a word fits in. What fills it is random: browsers may store it compressed. */
function fill(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const random = (bytes: number) => Array.from({length: Math.ceil(bytes / 32_768)}, () =>
			btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(Math.min(bytes, 32_768)))))).join('');
		for (let [number, piece] = [0, 1 << 20]; piece >= 32 && number < 3000; number++) {
			await chrome.storage.local.set({[`f${number}`]: random(piece)}).catch(() => piece /= 2);
		}
	});
}

/**
 * Writes into a full storage until it is refused, and gives what stood there before. Firefox may tidy up
 * meanwhile and find room again.
 */
async function refused(page: Page): Promise<{before: unknown; words: unknown}> {
	for (let attempt = 0; attempt < 5; attempt++) {
		await fill(page);
		const [before, words] = [(await stored(page))['settings'], await control(page, 'Your field of work')];
		await control(page, 'Your field of work', Array.from({length: 29}, (_, number) => `word ${attempt} ${number} ${randomBytes(28).toString('hex')}`).join('\n'));
		const isRefused = await untilSays(page, /Not saved:/u).catch(() => false);
		if (isRefused) return {before, words};
	}
	throw new Error('storage: got room for every write, want it full');
}

inBothBrowsers('what is stored', stage => {
	it('stays as it was where the storage is full, and the page says so', {timeout: 120_000}, async () => {
		await changeSettings(stage(), {org: 'ec', field: ['trade']});
		const page = await openForm(stage());
		const {before, words} = await refused(page);
		expect(await textOf(page)).toMatch(/Not saved: .*storage for this extension is full/u);
		expect(await control(page, 'Your field of work')).toBe(words);
		expect((await stored(page))['settings']).toEqual(before);
		await page.evaluate(async () => {
			for (const key of Object.keys(await chrome.storage.local.get(null))) if (/^f\d+$/u.test(key)) await chrome.storage.local.remove(key);
		});
		await control(page, 'Your field of work', 'trade\nanother word');
		await untilSays(page, /Saved\./u);
		expect(await textOf(page)).not.toContain('Not saved');
		await page.close();
	});

	it('is deleted wholly, after one question', {timeout: 120_000}, async () => {
		await changeSettings(stage(), {org: 'ec', bioMonths: '3', watchlist: [{word: 'Grey Lighthouse'}]});
		const page = await openForm(stage());
		await page.evaluate(() => chrome.runtime.sendMessage({call: 'dismiss', request: {rule: 'a/b', phrase: 'c', site: 'none'}}));
		await untilSays(page, /dismissed 1 phrase/u);
		expect(Object.keys(await stored(page)).length).toBeGreaterThan(2);
		await fill(page);
		await press(page, 'Delete everything…');
		await press(page, 'Keep everything');
		expect(Object.keys(await stored(page))).toContain('dismissals');
		await press(page, 'Delete everything…');
		expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
		await press(page, 'Delete everything');
		await untilSays(page, /Everything is deleted/u, 60_000);
		expect(await control(page, 'Your organisation')).toBe('');
		await untilSays(page, /not dismissed any phrase/u);
		await pause(500);
		expect(Object.keys(await stored(page))).toEqual([]);
		expect(await page.evaluate(() => chrome.alarms.getAll())).toEqual([]);
		await page.close();
	});

	it('is not judged by any more', async () => {
		const page = await openForm(stage());
		const answer = await page.evaluate(() => chrome.runtime.sendMessage<object, {reason?: string}>({call: 'check', request: {text: 'Grey Lighthouse', surface: 'post', site: 'none'}}));
		expect(answer.reason).toBe('no-organisation');
		expect(await control(page, 'Your organisation')).toBe('');
		await page.close();
	});
});
