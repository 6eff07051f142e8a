import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page, Point} from '../browsers/browser.js';
import type {WebSite} from '../src/shared/sites.js';
import {clickPart, pointOfPart} from './box.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {type Change, changeSettings} from './settings.js';
import {chooseOrganisation, clickButton, overlayText, pause, pointOfButton, until} from './writer.js';

/** How each replica calls what likes and shares the risky post of its feed, and what it makes of the likes of other posts. */
interface Feed {
	site: WebSite;
	url: string;
	/** Opens the menu for sharing. */
	menu: string;
	/** Shares at once, in that menu. */
	now: string;
	/** The like buttons of all posts. */
	likes: string;
}

const feeds: readonly Feed[] = [
	{site: 'x', url: 'https://x.com/home', menu: 'repost', now: 'repost-now', likes: 'article [data-testid=like]'},
	{site: 'linkedin', url: 'https://www.linkedin.com/feed/', menu: 'repost', now: 'repost-now', likes: '[role=listitem] [aria-pressed=false]'},
	{site: 'facebook', url: 'https://www.facebook.com/', menu: 'share', now: 'repost', likes: '[role=article] [aria-label=Like]'},
];

/** Long after an answer is there. */
const answeredMs = 900;

const title = 'The shared post takes a political side';
const noteText = (page: Page): Promise<string> => overlayText(page, 'panel-place');
const acts = (page: Page): Promise<string[]> => page.evaluate(() => window.replica.acts());
const untilActs = (page: Page, ...wanted: string[]) =>
	until(`acts ${wanted.join()}`, async () => JSON.stringify(await acts(page)) === JSON.stringify(wanted));
const untilNoted = (page: Page) => until('note', async () => (await noteText(page)).includes(title));

/** The like button of a post that nobody would mind. */
function pointOfHarmlessLike(page: Page, {likes}: Feed): Promise<Point> {
	return page.evaluate((selector: string) => {
		const risky = window.replica.find('like');
		const button = [...document.querySelectorAll(selector)].find(one => one !== risky && one.getClientRects().length > 0);
		if (!button) throw new Error(`like: got none at ${selector}, want one`);
		button.scrollIntoView({block: 'center'});
		const {left, top, width, height} = button.getBoundingClientRect();
		return {x: left + width / 2, y: top + height / 2};
	}, likes);
}

/** Puts the focus on a part, as Tab does in the end. */
const focusPart = (page: Page, part: string): Promise<void> => page.evaluate((name: string) => window.replica.find(name)!.focus(), part);

/** The boxes of our note and of what the page's menu offers, in the window. */
async function layers(page: Page, parts: readonly string[]): Promise<{note: DOMRect; items: DOMRect[]}> {
	const items = await page.evaluate((names: readonly string[]) => names.map(name => window.replica.find(name)!.getBoundingClientRect().toJSON()), parts);
	const note = await page.evaluateInRoots(roots =>
		roots.flatMap(root => [...root.querySelectorAll('.panel-place .card')]).map(card => card.getBoundingClientRect().toJSON())[0]);
	return {note, items};
}

const overlap = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

inBothBrowsers('likes and shares', stage => {
	let page: Page | undefined;

	/** Opens the feed and gives the content script time to ask what the user wants. */
	async function open(url: string): Promise<Page> {
		page = await stage().browser.open(url);
		await page.front();
		await page.evaluate(() => window.replica.open('feed'));
		await until('feed', () => pointOfPart(page!, 'like'));
		await pause(answeredMs);
		return page;
	}

	let used = '';

	/** Sees to it that these settings hold. */
	async function use(change: Change): Promise<void> {
		const wanted: Change = {org: 'un', acts: 'note', field: [], ...change};
		if (JSON.stringify(wanted) !== used) await changeSettings(stage(), wanted);
		used = JSON.stringify(wanted);
	}

	beforeAll(async () => {
		await (await chooseOrganisation(stage(), 'United Nations')).close();
	});
	afterEach(async () => {
		await page?.close();
		page = undefined;
	});

	it.each(feeds)('$site: a like goes through with a note beside it, one of a harmless post without', async feed => {
		await use({});
		const page = await open(feed.url);
		await page.click(await pointOfHarmlessLike(page, feed));
		await until('like', async () => (await acts(page)).length === 1);
		await pause(answeredMs);
		expect(await noteText(page)).toBe('');
		await clickPart(page, 'like');
		await untilNoted(page);
		expect(await acts(page)).toHaveLength(2);
		await clickButton(page, 'Close (Esc)');
		await until('no note', async () => (await noteText(page)) === '');
		expect((await acts(page))[1]).toBe('like 2');
	});

	it.each(feeds)('$site: the note at a share leaves the menu free', async feed => {
		await use({});
		const page = await open(feed.url);
		await clickPart(page, feed.menu);
		await untilNoted(page);
		await until('menu', () => pointOfPart(page, 'quote'));
		await pause(700);
		const {note, items} = await layers(page, [feed.now, 'quote']);
		expect(items.filter(item => overlap(note, item))).toEqual([]);
		await clickPart(page, feed.now);
		await untilActs(page, 'repost 2');
		await until('no note', async () => (await noteText(page)) === '');
	});

	it.each(feeds)('$site: what the menu offers can be pressed right after', async feed => {
		await use({});
		const page = await open(feed.url);
		await clickPart(page, feed.menu);
		await clickPart(page, 'quote');
		await until('box', () => pointOfPart(page, 'box'));
		expect(await acts(page)).toEqual([]);
	});

	it.each(feeds)('$site: with the keyboard too', async feed => {
		await use({});
		const page = await open(feed.url);
		await focusPart(page, 'like');
		await page.press('Enter');
		await untilNoted(page);
		await untilActs(page, 'like 2');
	});

	it.each(feeds)('$site: the European Commission minds a like only in the own field', async feed => {
		await use({org: 'ec'});
		const first = await open(feed.url);
		await clickPart(first, 'like');
		await untilActs(first, 'like 2');
		await pause(answeredMs);
		expect(await noteText(first)).toBe('');
		await first.close();
		await use({org: 'ec', field: ['harvest']});
		const second = await open(feed.url);
		await clickPart(second, 'like');
		await untilNoted(second);
		await untilActs(second, 'like 2');
	});

	it.each(feeds)('$site: who wants to be held is held once', async feed => {
		await use({acts: 'hold'});
		const page = await open(feed.url);
		// Nobody presses the moment the pointer is there, as a machine does.
		await page.hover((await pointOfPart(page, 'like'))!);
		await pause(answeredMs);
		await clickPart(page, 'like');
		await untilNoted(page);
		await pause(300);
		expect(await acts(page)).toEqual([]);
		await clickButton(page, 'Go on');
		await until('no note', async () => (await noteText(page)) === '');
		expect(await acts(page)).toEqual([]);
		await clickPart(page, 'like');
		await untilActs(page, 'like 2');
		await pause(answeredMs);
		expect(await noteText(page)).toBe('');
	});

	it.each(feeds)('$site: a press by key is held once too', async feed => {
		await use({acts: 'hold'});
		const page = await open(feed.url);
		await focusPart(page, 'like');
		await pause(answeredMs);
		await page.press('Enter');
		await untilNoted(page);
		expect(await acts(page)).toEqual([]);
		// The focus is in the note: on to *Go on*, which gives it back to the page's button.
		await page.press('Tab');
		await page.press('Enter');
		await until('no note', async () => (await noteText(page)) === '');
		expect(await acts(page)).toEqual([]);
		await page.press('Enter');
		await untilActs(page, 'like 2');
	});

	it('x: single keys like and share the post that has the focus, with a note, and are held once', async () => {
		const focusPost = (shown: Page) => shown.evaluate(() => window.replica.find('like')!.closest('article')!.focus());
		await use({});
		const first = await open('https://x.com/home');
		await focusPost(first);
		await first.press('l');
		await untilActs(first, 'like 2');
		await untilNoted(first);
		await first.press('Escape');
		await focusPost(first);
		await first.press('t');
		await until('menu', () => pointOfPart(first, 'quote'));
		await untilNoted(first);
		await first.close();
		await use({acts: 'hold'});
		const second = await open('https://x.com/home');
		await focusPost(second);
		await pause(answeredMs);
		await second.press('l');
		await untilNoted(second);
		await pause(300);
		expect(await acts(second)).toEqual([]);
	});

	it.each(feeds)('$site: off is off', async feed => {
		await use({acts: 'off'});
		const page = await open(feed.url);
		await clickPart(page, 'like');
		await untilActs(page, 'like 2');
		await clickPart(page, feed.menu);
		await clickPart(page, feed.now);
		await untilActs(page, 'like 2', 'repost 2');
		await pause(answeredMs);
		expect(await noteText(page)).toBe('');
		expect(await pointOfButton(page, 'Close (Esc)')).toBeNull();
	});
});
