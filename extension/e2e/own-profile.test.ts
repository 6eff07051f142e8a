import {beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {en} from '../src/shared/texts/en.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {chooseOrganisation, pause, until} from './writer.js';

/** What the popup says of the tab: the last line about it, once there is one. */
function stateIn(popup: Page): Promise<string> {
	return until('state', () => popup.evaluate((lines: string[]) => lines.find(line => document.body.innerText.includes(line)) ?? '', [en.popup.ownProfile, en.popup.working]));
}

const places = [
	{site: 'X', url: 'https://x.com/home'},
	{site: 'LinkedIn', url: 'https://www.linkedin.com/feed/'},
	{site: 'Facebook', url: 'https://www.facebook.com/'},
];

inBothBrowsers('one’s own profile', stage => {
	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});

	it.each(places)('is known on $site, and nothing of it is stored', async ({url}) => {
		const page = await stage().browser.open(url);
		await page.front();
		for (const [form, line] of [['profile-other', en.popup.working], ['profile', en.popup.ownProfile], ['feed', en.popup.working]] as const) {
			await page.evaluate((name: string) => window.replica.open(name), form);
			await pause(400);
			const popup = await stage().browser.openBehind(stage().browser.extensionUrl('popup.html'));
			expect([form, await stateIn(popup)]).toEqual([form, line]);
			const stored = await popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
			expect(stored).toMatch(/"org":"ec"/u);
			expect(stored).not.toMatch(/sample|writer|profile/iu);
			await popup.close();
		}
		await page.close();
	});
});
