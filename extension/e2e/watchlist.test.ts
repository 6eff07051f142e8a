import {expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {localDay} from '../src/shared/day.js';
import {control, openForm, press, stored, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';
import {openComposer, until, untilUnderlined} from './writer.js';

const dayFrom = (days: number): string => localDay(new Date(Date.now() + days * 86_400_000));

async function add(page: Page, word: string, day = ''): Promise<void> {
	await control(page, 'Word or phrase', word);
	await control(page, 'Last day to watch for it', day);
	await press(page, 'Add');
	await untilSays(page, /1 word added|too long to be looked for|that day is over/iu);
}
const words = async (page: Page): Promise<string[]> => {
	const {watchlist} = (await stored(page))['settings'] as {watchlist: {word: string}[]};
	return watchlist.map(({word}) => word);
};

inBothBrowsers('the watchlist', stage => {
	it('keeps words out of sight, and watches for them in an open box at once', async () => {
		await changeSettings(stage(), {org: 'ec'});
		const composer = await openComposer(stage());
		await composer.paste('The library is open. Grey Lighthouse begins on Thursday. A.E. told us.');
		const page = await openForm(stage());
		await add(page, ' Grey  Lighthouse', dayFrom(30));
		await add(page, 'A.E.');
		await until('stored words', async () => (await words(page)).join() === 'Grey Lighthouse,A.E.');
		expect(await page.evaluate(() => document.body.innerHTML)).not.toContain('Lighthouse');
		await composer.front();
		await untilUnderlined(composer, 'Grey Lighthouse', 'A.E');
		await page.front();
		await press(page, 'Show the words');
		await untilSays(page, /Grey Lighthouse/u);
		await press(page, 'Remove Grey Lighthouse');
		await composer.front();
		await untilUnderlined(composer, 'A.E');
		await page.front();
		await press(page, 'Undo');
		await composer.front();
		await untilUnderlined(composer, 'Grey Lighthouse', 'A.E');
		await composer.close();
		await page.close();
	});

	it('adds pasted words when they are confirmed, and says which lines it cannot add', async () => {
		const page = await openForm(stage());
		const before = await words(page);
		await press(page, 'Add many at once');
		await control(page, 'Words to add', `Otter\t${dayFrom(3)}\nx\nCrane; soon\nSwan`);
		await untilSays(page, /2 words will be added/u);
		await untilSays(page, /Line 2: “x” is too short.*\n.*Line 3: “soon” is no date/u);
		expect(await words(page)).toEqual(before);
		await press(page, 'Add 2 words');
		await until('stored words', async () => (await words(page)).join() === [...before, 'Otter', 'Swan'].join());
		expect(await control(page, 'Words to add')).toBe('x\nCrane; soon');
		await page.close();
	});

	it('deletes a word when its last day is over, wherever it is stored', async () => {
		await changeSettings(stage(), {watchlist: [{word: 'Bygone', until: dayFrom(-1)}, {word: 'Lastly', until: dayFrom(0)}, {word: 'Always'}]});
		const page = await openForm(stage());
		await until('word in both places', async () => JSON.stringify(await stored(page)).split('Bygone').length === 3);
		await stage().browser.stopBackground();
		await page.evaluate(() => chrome.runtime.sendMessage({call: 'status', request: {}}));
		await until('deletion', async () => !JSON.stringify(await stored(page)).includes('Bygone'));
		expect(await words(page)).toEqual(['Lastly', 'Always']);
		const ring = await page.evaluate(async () => (await chrome.alarms.get('watchlist'))?.scheduledTime ?? 0);
		const midnight = new Date(ring);
		expect([midnight.getHours(), midnight.getMinutes(), ring > Date.now(), ring < Date.now() + 25 * 3_600_000]).toEqual([0, 0, true, true]);
		expect(await textOf(page)).toContain('2 of 200');
		await page.close();
	});
});
