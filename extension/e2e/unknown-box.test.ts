/** Boxes that no adapter knows are checked all the same; only the pause is left out, and the badge says so. */
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import type {BrowserName, Page} from '../browsers/browser.js';
import {empty, openForm, pressSend, sentCount, write} from './box.js';
import {breakContentScript, countSelectors, noElement} from './broken-selectors.js';
import {type Copy, copyExtension} from './copy-extension.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, internal} from './samples.js';
import {type Form, forms} from './surfaces/forms.js';
import {badgeTitle, cardText, chooseOrganisation, clickButton, openCard, overlayText, pause, until, untilUnderlined} from './writer.js';

const unguarded = 'does not pause before you post';

/** Writes a warning, sees it underlined and explained, and posts it at the first press. */
async function checkUnknown(page: Page, form: Form): Promise<void> {
	await write(page, form, internal.sentence);
	await untilUnderlined(page, internal.words);
	await empty(page);
	await write(page, form, embargo.sentence);
	expect(await untilUnderlined(page, embargo.words)).toEqual([{text: embargo.words, line: embargo.line}]);
	expect(await openCard(page, embargo.words)).toContain(embargo.title);
	await page.press('Escape');
	await until('closed card', async () => (await cardText(page)) === '');
	expect(await badgeTitle(page)).toContain(unguarded);
	const before = await sentCount(page);
	await pressSend(page);
	await until('sent', async () => (await sentCount(page)) === before + 1);
	expect(await overlayText(page, 'panel-place')).toBe('');
}

inBothBrowsers('a box without a name on a site we know', stage => {
	it('is checked, and its badge says that it does not pause', async () => {
		await (await chooseOrganisation(stage())).close();
		const form: Form = {id: 'x jetfuel', site: 'x', url: 'https://x.com/home', form: 'jetfuel', surface: 'post', sending: ['button'], lineBreak: 'Enter'};
		const page = await openForm(stage(), form);
		await write(page, form, 'The library is open.');
		await until('badge', async () => (await badgeTitle(page)).startsWith('Nothing found'));
		await clickButton(page, unguarded);
		expect(await until('card', () => cardText(page))).toContain(unguarded);
		await page.press('Escape');
		await until('closed card', async () => (await cardText(page)) === '');
		await empty(page);
		await checkUnknown(page, form);
		await page.close();
	});
});

const copies = new Map<BrowserName, {copy: Copy; code: string}>();

afterAll(() => Promise.all([...copies.values()].map(({copy}) => copy.remove())));

async function brokenCopy(name: BrowserName): Promise<{extension: string}> {
	const copy = await copyExtension(name);
	copies.set(name, {copy, code: await breakContentScript(copy.folder)});
	return {extension: copy.folder};
}

const boxes = ['x post', 'x chat', 'linkedin post', 'linkedin post-classic', 'linkedin message', 'facebook post', 'facebook message'];

inBothBrowsers('when no selector of ours holds any more', stage => {
	let page: Page | undefined;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(async () => {
		await page?.close();
		page = undefined;
	});

	it('there is not one left', async () => {
		const counts = await countSelectors();
		expect(Math.min(...counts)).toBeGreaterThan(10);
		const {code} = copies.get(stage().browser.name)!;
		expect(code.split(noElement).length - 1).toBe(counts.reduce((sum, count) => sum + count, 0));
	});

	it.each(forms.filter(({id}) => boxes.includes(id)))('$id: is still checked', async form => {
		page = await openForm(stage(), form);
		await pause(300);
		await checkUnknown(page, form);
	});
}, brokenCopy);
