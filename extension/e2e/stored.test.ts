import {randomBytes} from 'node:crypto';
import {expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {control, openForm, press, stored, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';
import {pause} from './writer.js';

/** Firefox may need most of a minute for a full storage where the machine is busy. */
const slowMs = 60_000;

const manyWords = Array.from({length: 29}, (_, number) => `word ${number} ${randomBytes(28).toString('hex')}`).join('\n');

/**
 * Fills the storage until not even a word has fitted in three times in a row: a busy Firefox finds room again
 * a moment after it refused. What fills it is random: browsers may store it compressed.
 */
function fill(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const random = (bytes: number) => Array.from({length: Math.ceil(bytes / 32_768)}, () =>
			btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(Math.min(bytes, 32_768)))))).join('');
		const fits = (bytes: number) => chrome.storage.local.set({[`filler ${crypto.randomUUID()}`]: random(bytes)}).then(() => true, () => false);
		for (let rounds = 0, fullRounds = 0; fullRounds < 3; rounds++) {
			if (rounds === 100) throw new Error('storage: got room for every write, want it full');
			fullRounds++;
			for (let piece = 1 << 20; piece >= 32;) {
				if (await fits(piece)) fullRounds = 0;
				else piece /= 2;
			}
			await new Promise(resolve => setTimeout(resolve, 500));
		}
	});
}

/** Takes away what filled the storage. */
function empty(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const fillers = Object.keys(await chrome.storage.local.get(null)).filter(key => key.startsWith('filler '));
		await chrome.storage.local.remove(fillers);
	});
}

inBothBrowsers('what is stored', stage => {
	it('stays as it was where the storage is full, and the page says so', {timeout: 240_000}, async () => {
		await changeSettings(stage(), {org: 'ec', field: ['trade']});
		const page = await openForm(stage());
		await fill(page);
		const [before, words] = [(await stored(page))['settings'], await control(page, 'Your field of work')];
		await control(page, 'Your field of work', manyWords);
		await untilSays(page, /Not saved: .*storage for this extension is full/u, slowMs);
		expect(await control(page, 'Your field of work')).toBe(words);
		expect((await stored(page))['settings']).toEqual(before);
		await empty(page);
		await control(page, 'Your field of work', 'trade\nanother word');
		await untilSays(page, /Saved\./u, slowMs);
		expect(await textOf(page)).not.toContain('Not saved');
		await page.close();
	});

	it('is deleted wholly, after one question', {timeout: 240_000}, async () => {
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
		await untilSays(page, /Everything is deleted/u, slowMs);
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
