import {expect, it} from 'vitest';
import type {Page, Point} from '../browsers/browser.js';
import {textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {essay, harmless, internal, officialBio, profanity} from './samples.js';
import {changeSettings} from './settings.js';
import {
	badgeText, cardText, chooseOrganisation, openComposer, pause, pointOfUnderline, underlines, until, untilUnderlined,
} from './writer.js';

/** What stands in the box. */
const inBox = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('textarea')?.value ?? '');

/** The names of the findings in the list, from the top. */
const listed = (page: Page): Promise<string[]> =>
	page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.item')].map(item => item.innerText.replaceAll(/\s+/gu, ' ').trim()));

/** The middle of the page's own button or summary of that name, brought into view. */
function pointOf(page: Page, name: string): Promise<Point> {
	return until(`button ${name}`, () => page.evaluate((wanted: string) => {
		const button = [...document.querySelectorAll<HTMLElement>('button, summary')].find(one => one.innerText.includes(wanted));
		button?.scrollIntoView({block: 'nearest'});
		const rect = button?.getBoundingClientRect();
		return rect ? {x: rect.left + rect.width / 2, y: rect.top + rect.height / 2} : null;
	}, name)) as Promise<Point>;
}
/** By the mouse: only a true press may copy. */
const clickOn = async (page: Page, name: string): Promise<void> => page.click(await pointOf(page, name));

/** Chooses what the text is checked as. */
const checkAs = (page: Page, surface: string): Promise<void> => page.evaluate((wanted: string) => {
	const select = document.querySelector('select')!;
	select.value = wanted;
	select.dispatchEvent(new Event('change', {bubbles: true}));
}, surface);

inBothBrowsers('the popup', stage => {
	const popupUrl = () => stage().browser.extensionUrl('popup.html');
	const openPopup = async (text = ''): Promise<Page> => {
		const popup = await stage().browser.open(popupUrl());
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.front();
		await popup.click('textarea');
		if (text) await popup.paste(text);
		return popup;
	};

	it('asks for the organisation before it judges anything', async () => {
		const popup = await stage().browser.open(popupUrl());
		await untilSays(popup, /Choose your organisation/u);
		expect(await popup.evaluate(() => document.querySelector('textarea, [contenteditable]'))).toBeNull();
		await popup.close();
	});

	it('checks typed text live, with the same underlines and cards', async () => {
		await (await chooseOrganisation(stage())).close();
		const popup = await openPopup();
		await popup.type(`Hello 🚀. ${internal.sentence}`);
		await untilUnderlined(popup, internal.words);
		await popup.hover(await pointOfUnderline(popup, internal.words));
		expect(await until('card', () => cardText(popup))).toContain(internal.title);
		await popup.close();
	});

	it('lists what was found in step with the underlines, and leads to the words', async () => {
		const popup = await openPopup(`${profanity.sentence} ${internal.sentence}`);
		await untilUnderlined(popup, profanity.words, internal.words);
		// The graver one is first in the list, though not in the text.
		expect(await listed(popup)).toEqual([
			`Caution: ${internal.title} “${internal.words}”`, `Hint: ${profanity.title} “${profanity.words}”`,
		]);
		await clickOn(popup, internal.title);
		expect(await until('card', () => cardText(popup))).toContain(internal.title);
		await popup.press('Escape');
		const selected = () => popup.evaluate(() => {
			const box = document.querySelector('textarea')!;
			return document.activeElement === box ? box.value.slice(box.selectionStart, box.selectionEnd) : '';
		});
		expect(await until('selected words', selected)).toBe(internal.words);
		// Typing over them mends it: list and underlines lose it together.
		await popup.type('public evaluation');
		await untilUnderlined(popup, profanity.words);
		expect(await listed(popup)).toEqual([`Hint: ${profanity.title} “${profanity.words}”`]);
		// The same by keyboard, from the list.
		await popup.evaluate(() => document.querySelector<HTMLElement>('.item')?.focus());
		await popup.press('Enter');
		expect(await until('card', () => cardText(popup))).toContain(profanity.title);
		await popup.close();
	});

	it('goes on with a text that fills the box and leaves no room for its badge', async () => {
		const sentences = `${harmless} ${profanity.sentence} `.repeat(5);
		const popup = await openPopup(`${sentences}${internal.sentence}`);
		await popup.resize(416, 600);
		await until('the last of many', async () => (await listed(popup)).length === 6);
		await clickOn(popup, internal.title);
		expect(await until('card', () => cardText(popup))).toContain(internal.title);
		await popup.close();
	});

	it('says what was checked when nothing was found, and that this is no clearance', async () => {
		const popup = await openPopup(harmless);
		await untilSays(popup, /Nothing found/u);
		const said = await textOf(popup);
		expect(said).toMatch(/no clearance/u);
		expect(said).toMatch(/Held against \d+ rules .*Commission.* as a post/u);
		expect(said).toMatch(/Read in: English/u);
		await popup.close();
	});

	it('says honestly what it did not check, and why', async () => {
		const popup = await openPopup('Je ne sais pas ce que nous avons dans cette note, mais elle est pour vous et pour nous.');
		await untilSays(popup, /Not checked[\s\S]*No rules for this language: French/u);
		expect(await textOf(popup)).not.toMatch(/Nothing found/u);
		await popup.close();
	});

	it('checks as what the writer says it is', async () => {
		const popup = await openPopup(officialBio.sentence);
		await untilSays(popup, /as a post/u);
		await checkAs(popup, 'bio');
		const isListed = async () => (await listed(popup)).some(item => item.includes(officialBio.title));
		await until('a finding only profiles have', isListed);
		await untilSays(popup, /as a profile text/u);
		await checkAs(popup, 'post');
		await until('none of it', async () => !await isListed());
		await popup.close();
	});

	it('shows what it recognises in a profile text, with ready text to copy', async () => {
		const popup = await openPopup('Policy officer at the European Commission. Birdwatcher.');
		await checkAs(popup, 'bio');
		await untilSays(popup, /It names your employer: .*European Commission/u);
		await untilSays(popup, /No disclaimer that I recognise/u);
		expect(await textOf(popup)).not.toMatch(/invalid/iu);
		const ready = await popup.evaluate(() => document.querySelector<HTMLElement>('.ready [lang]')?.innerText ?? '');
		await popup.evaluate(() => document.querySelector<HTMLElement>('.ready button')?.scrollIntoView({block: 'nearest'}));
		await popup.click('.ready button');
		await untilSays(popup, /Copied/u);
		await popup.click('textarea');
		await popup.press('ControlOrMeta+a');
		await popup.press('ControlOrMeta+v');
		await until('the ready text', async () => await inBox(popup) === ready && ready.length > 10);
		await untilSays(popup, /Recognised as a disclaimer/u);
		await popup.close();
	});

	it('shows a cleaned text, copies it, and changes the box only when asked', async () => {
		const before = `${harmless} ${internal.sentence}`;
		const popup = await openPopup(before);
		await untilUnderlined(popup, internal.words);
		await clickOn(popup, 'Copy a cleaned text…');
		await untilSays(popup, /Checked again: no rule met/u);
		expect(await textOf(popup)).toContain('Left out: “');
		const cleaned = await popup.evaluate(() => document.querySelector<HTMLElement>('.preview')?.innerText);
		expect(cleaned).toBe(harmless);
		await clickOn(popup, 'Copy the cleaned text');
		await untilSays(popup, /Copied/u);
		expect(await inBox(popup)).toBe(before);
		await clickOn(popup, 'Put it in the box');
		await until('changed box', async () => (await inBox(popup)).trim() === harmless);
		await popup.click('textarea');
		await popup.press('ControlOrMeta+z');
		await until('box as before', async () => await inBox(popup) === before);
		// What was copied is the cleaned text.
		await popup.press('ControlOrMeta+a');
		await popup.press('ControlOrMeta+v');
		await until('pasted text', async () => (await inBox(popup)).trim() === harmless);
		await popup.close();
	});

	it('says so where nothing can be mended by itself', async () => {
		const popup = await openPopup(essay.sentence);
		await untilUnderlined(popup, ...essay.words);
		await untilSays(popup, /Nothing here can be mended just by leaving out/u);
		await popup.close();
	});

	/** The texts in the boxes of all popups that are open, over the window or in one of their own. */
	const popupTexts = (watch: Page): Promise<string[]> => watch.evaluate(() =>
		chrome.extension.getViews().filter(view => view.location.pathname === '/popup.html').map(view => view.document.querySelector('textarea')?.value ?? ''));

	/** Selects the first post of a page and chooses from the menu of the right mouse button. */
	const chooseAtFirstPost = async (page: Page, id: string): Promise<string> => {
		const {text, at} = await until('a post', () => page.evaluate(() => {
			const post = document.querySelector<HTMLElement>('[data-testid=tweetText]');
			if (!post) return null;
			getSelection()!.selectAllChildren(post);
			const {left, top} = post.getBoundingClientRect();
			return {text: post.innerText, at: {x: left + 20, y: top + 10}};
		})) as {text: string; at: Point};
		await stage().browser.chooseFromMenu(page, at, id);
		return text.slice(0, 30);
	};

	it('checks what is selected on a page, from the menu', async () => {
		const {browser} = stage();
		const page = await browser.open('https://x.com/home');
		await page.front();
		// Behind the page, as the popup would close under a tab that comes to the front.
		const watch = await browser.openBehind(browser.extensionUrl('options.html'));
		const text = await chooseAtFirstPost(page, 'check');
		const [given = ''] = await until('filled popup', async () => {
			const texts = await popupTexts(watch);
			return texts[0] ? texts : null;
		}) as string[];
		expect(given).toContain(text);
		const width = await watch.evaluate(() => chrome.extension.getViews({type: 'popup'})[0]?.innerWidth ?? 0);
		expect(width).toBeGreaterThan(400);
		await watch.close();
		await page.close();
	});

	it('keeps a record of what is selected, from the menu', async () => {
		const {browser} = stage();
		const page = await browser.open('https://x.com/home');
		await page.front();
		const text = await chooseAtFirstPost(page, 'record');
		const desk = browser.extensionUrl('desk.html#record');
		await until('desk', async () => (await browser.addresses()).some(address => address.startsWith(desk)));
		const opened = await browser.find(desk);
		const shown = () => opened.evaluate(() => document.body.innerText + [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')].map(({value}) => value).join('\n'));
		await until('the selected words', async () => (await shown()).includes(text));
		await opened.close();
		await page.close();
	});

	it('checks what a page hands over, and gives it out once', async () => {
		const {browser} = stage();
		const page = await browser.open(browser.extensionUrl('options.html'));
		await page.front();
		await page.evaluate((draft: string) => chrome.runtime.sendMessage({call: 'hand-over', request: {tool: 'check', site: 'none', draft}}), internal.sentence);
		await until('filled popup', async () => (await popupTexts(page)).includes(internal.sentence));
		const late = await browser.openBehind(`${popupUrl()}#long-gone`);
		await untilSays(late, /no longer there/u);
		expect(await inBox(late)).toBe('');
		await late.close();
		await page.close();
		for (const left of (await browser.addresses()).filter(address => address.startsWith(popupUrl()))) await (await browser.find(left)).close();
	});

	it('tells which keys open it', async () => {
		const popup = await openPopup();
		// A Chromium that is driven by a program gives no keys to what it loads.
		const keys = await popup.evaluate(() => chrome.commands.getAll().then(([command]) => command?.shortcut ?? ''));
		const said = keys ? `${keys} opens this popup` : 'No keys open this popup yet';
		await untilSays(popup, new RegExp(said.replaceAll('+', '\\+'), 'u'));
		await clickOn(popup, said);
		await untilSays(popup, /chrome:\/\/extensions\/shortcuts/u);
		await popup.close();
	});

	it('switches a site off and on, also for boxes that are open', async () => {
		const page = await openComposer(stage());
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		const popup = await stage().browser.openBehind(popupUrl());
		const flip = (on: boolean) => {
			const input = [...document.querySelectorAll<HTMLInputElement>('[role=switch]')][0];
			if (input && input.checked !== on) input.click();
			return input?.checked === on;
		};
		await until('switch off', () => popup.evaluate(flip, false));
		await untilUnderlined(page);
		await page.type('!');
		await pause(700);
		expect(await underlines(page)).toEqual([]);
		expect(await badgeText(page)).toBe('');
		await until('switch on', () => popup.evaluate(flip, true));
		await untilUnderlined(page, internal.words);
		await popup.close();
		await page.close();
	});

	it('sets the alarm for the profiles, and again when it has rung', async () => {
		await changeSettings(stage(), {bioMonths: '6'});
		const page = await stage().browser.open(stage().browser.extensionUrl('options.html'));
		const ringsAt = () => page.evaluate(() => chrome.alarms.get('bio').then(alarm => alarm?.scheduledTime ?? 0));
		const inMonths = () => new Date().setMonth(new Date().getMonth() + 6);
		const isRight = async () => Math.abs(await ringsAt() - inMonths()) < 120_000;
		await until('alarm in six months', isRight);
		// As when the time has come: what is due lies in the past.
		await page.evaluate(async () => {
			await chrome.storage.local.set({bioDue: {months: '6', when: Date.now() - 1000}});
			await chrome.alarms.create('bio', {when: Date.now() + 500});
		});
		expect(await isRight()).toBe(false);
		await until('alarm set again', isRight);
		expect(await page.evaluate(async () => ((await chrome.storage.local.get('bioDue'))['bioDue'] as {when: number}).when > Date.now())).toBe(true);
		await changeSettings(stage(), {bioMonths: 'never'});
		await until('no alarm', async () => await ringsAt() === 0);
		await page.close();
	});
});
