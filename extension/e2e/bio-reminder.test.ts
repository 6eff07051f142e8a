/** The reminder of the disclaimer, on the user's own profile and in the forms it is edited in. */
import {afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {clickPart, empty, enter, model, openForm, pressSend, same} from './box.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';
import {type Form, forms} from './surfaces/forms.js';
import {en} from '../src/shared/texts/en.js';
import {chooseOrganisation, clickButton, overlayText, pause, pointOfButton, until} from './writer.js';

const formOf = (id: string): Form => forms.find(form => form.id === id)!;
const [xBio, headline, facebookBio] = ['x bio', 'linkedin headline', 'facebook bio'].map(formOf) as [Form, Form, Form];
const employed = 'Policy officer at the European Commission. Trains and rivers.';
const ready = 'I am responsible for my posts; they do not necessarily reflect the views of the European Commission.';
const reminder = (page: Page): Promise<string> => overlayText(page, 'reminder-place');

const untilReminded = (page: Page, words = en.bio.none): Promise<boolean> => until(`reminder with ${words}`, async () => (await reminder(page)).includes(words));
const untilSilent = (page: Page): Promise<boolean> => until('no reminder', async () => (await reminder(page)) === '');

/** Does what people do on a page, and wants no reminder of it. */
async function expectSilence(page: Page): Promise<void> {
	for (const x of [300, 340, 380, 420]) {
		await page.hover({x, y: 300});
		await pause(450);
	}
	expect(await reminder(page)).toBe('');
}

/** Moves about as people do, until there is a reminder. */
async function untilNoticed(page: Page): Promise<void> {
	let x = 300;
	await until('reminder', async () => {
		await page.hover({x: (x += 20) % 500 + 200, y: 300});
		return (await reminder(page)).includes(en.bio.none);
	});
}

/** Writes a bio into its form, with the caret already there. */
async function writeBio(page: Page, text: string): Promise<void> {
	if ((await model(page)).trim() !== '') await empty(page);
	await page.paste(text);
	await until('bio', async () => same(await model(page), text));
}

inBothBrowsers('the reminder on a profile', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	beforeEach(() => changeSettings(stage(), {bioReminder: true}));
	afterEach(() => page.close());

	it('says in the form what was recognised and what the guidelines ask, and inserts the ready text by a press only', async () => {
		page = await openForm(stage(), xBio);
		await writeBio(page, 'Trains at the European Commission.');
		await untilReminded(page);
		const said = await reminder(page);
		for (const words of ['“European Commission”', en.bio.asks.ec]) expect(said).toContain(words);
		expect(said).not.toMatch(/invalid/iu);
		expect(await model(page)).toBe('Trains at the European Commission.');
		await clickButton(page, en.bio.insert);
		await until('inserted', async () => (await model(page)) === `Trains at the European Commission. ${ready}`);
		await untilSilent(page);
		await page.press('ControlOrMeta+z');
		await until('undone', async () => (await model(page)) === 'Trains at the European Commission.');
		await untilReminded(page);
	});

	it('follows what is typed, and goes where all is said', async () => {
		page = await openForm(stage(), xBio);
		await writeBio(page, 'Rivers and slow trains.');
		await pause(1200);
		expect(await reminder(page)).toBe('');
		await page.type(' European Commission.');
		await untilReminded(page);
		await page.type(' Views are my own, not the Commission’s.');
		await untilSilent(page);
	});

	it('offers to copy only where the text is too long, and says so', async () => {
		page = await openForm(stage(), facebookBio);
		await writeBio(page, 'Policy officer at the European Commission who likes rivers, trains, tea and a quiet corner.');
		await untilReminded(page);
		expect(await reminder(page)).toMatch(/\d+ characters too long/u);
		expect(await pointOfButton(page, en.bio.insert)).toBeNull();
		expect(await pointOfButton(page, en.bio.copy)).not.toBeNull();
	});

	it('comes on the page of the profile without a load, is closed for good, and returns with another text', async () => {
		page = await openForm(stage(), xBio);
		await writeBio(page, employed);
		await pressSend(page);
		await page.evaluate(() => window.replica.open('feed'));
		await expectSilence(page);
		await page.evaluate(() => window.replica.open('profile'));
		await untilNoticed(page);
		expect(await pointOfButton(page, en.bio.insert)).toBeNull();
		await page.evaluate(() => window.replica.open('profile-other'));
		await until('gone with the page', async () => (await reminder(page)) === '');
		await expectSilence(page);
		await page.evaluate(() => window.replica.open('profile'));
		await untilNoticed(page);
		await clickButton(page, en.bio.has);
		await untilSilent(page);
		await page.evaluate(() => window.replica.open('feed'));
		await pause(300);
		await page.evaluate(() => window.replica.open('profile'));
		await expectSilence(page);
		await clickPart(page, 'edit');
		await pause(300);
		await enter(page);
		await page.press('ControlOrMeta+End');
		await page.type(' Tea.');
		await untilReminded(page);
		await pressSend(page);
		await untilNoticed(page);
	});

	it('reads headline and About together', async () => {
		page = await openForm(stage(), headline);
		await writeBio(page, 'Policy officer, European Commission');
		await untilReminded(page);
		await pressSend(page);
		await untilNoticed(page);
		await page.evaluate(() => window.replica.open('about'));
		await enter(page);
		await writeBio(page, `Bridges. ${ready}`);
		await untilSilent(page);
		await pressSend(page);
		await expectSilence(page);
	});

	it('is reached and left with keys', async () => {
		page = await openForm(stage(), xBio);
		await writeBio(page, `${employed} Keys.`);
		await untilReminded(page);
		await page.press('F2');
		const focused = () => page.evaluateInRoots(roots => roots.map(root => (root.activeElement as HTMLElement | null)?.ariaLabel ?? (root.activeElement as HTMLElement | null)?.innerText ?? '').join(''));
		await until('focus', async () => (await focused()) === en.bio.close);
		await page.press('Shift+Tab');
		expect(await focused()).toBe(en.bio.has);
		await page.press('Escape');
		expect(await page.evaluate(() => document.activeElement === window.replica.find('box'))).toBe(true);
		expect(await reminder(page)).toContain(en.bio.none);
	});

	it('does not come where it is switched off, and goes at once when it is', async () => {
		page = await openForm(stage(), xBio);
		await writeBio(page, `${employed} Switches.`);
		await untilReminded(page);
		await changeSettings(stage(), {bioReminder: false});
		await page.front();
		await untilSilent(page);
		await page.type(' Tea.');
		await pause(1200);
		expect(await reminder(page)).toBe('');
	});
});
