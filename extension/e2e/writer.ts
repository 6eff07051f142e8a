/** What a person at the page sees and does: reading underlines, cards and badges, and using them. */
import {availableParallelism, loadavg} from 'node:os';
import {setTimeout} from 'node:timers/promises';
import type {Page, Point} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
// Brings in the type of `window.replica`.
import type {} from '../../testdata/sites/replica.js';

/** Words with a line under them; the shape of the line tells the severity. */
export interface Underline {
	text: string;
	line: string;
}

export const composeUrl = 'https://x.com/compose/post';
export const textBox = '[data-testid=tweetTextarea_0]';

/** Waits until `read` gives something; null, false, '' and 0 are nothing. Fails after `waitMs`. */
export async function until<T>(what: string, read: () => Promise<T>, waitMs = 30_000): Promise<T> {
	const end = Date.now() + waitMs;
	for (;;) {
		const value = await read();
		if (value) return value;
		if (Date.now() > end) throw new Error(`${what}: got nothing in ${waitMs} ms`);
		await setTimeout(40);
	}
}

/** Gives what cannot be seen time to happen: `ms` on a machine that is idle, up to four times as long on a busy one. */
export const pause = (ms: number): Promise<void> => setTimeout(ms * Math.min(4, Math.max(1, loadavg()[0]! / availableParallelism())));

/** Opens X's compose dialog, where the caret already stands in the box. */
export async function openComposer(stage: Stage, query = ''): Promise<Page> {
	const page = await stage.browser.open(composeUrl + query);
	await page.front();
	await untilComposing(page);
	return page;
}

/** Waits until the caret stands in the compose box, as after a navigation. */
export async function untilComposing(page: Page): Promise<void> {
	await until('compose box', () => page.evaluate((selector: string) => document.activeElement?.matches(selector) ?? false, textBox));
}

/** The text as the page's editor itself holds it. */
export const modelOf = (page: Page): Promise<string> => page.evaluate(() => window.replica.model());

/** Every underline that is painted now, in the order of the text. */
export function underlines(page: Page): Promise<Underline[]> {
	return page.evaluateInRoots(roots => {
		const rules = [document, ...roots].flatMap(root => root.adoptedStyleSheets.flatMap(sheet => [...sheet.cssRules]));
		const lines = new Map<string, string>();
		for (const rule of rules) {
			const name = /^::highlight\((.+)\)$/.exec((rule as CSSStyleRule).selectorText ?? '')?.[1];
			const line = (rule as CSSStyleRule).style?.textDecorationStyle;
			if (name && line) lines.set(name, line);
		}
		const found = [...CSS.highlights].flatMap(([name, highlight]) =>
			[...highlight].flatMap(range => (lines.has(name) && range.startContainer.isConnected ? [{range: range as Range, line: lines.get(name)!}] : [])),
		);
		// Those in different shadow roots have no order.
		const sameRoot = (a: Range, b: Range) => a.startContainer.getRootNode() === b.startContainer.getRootNode();
		found.sort((a, b) => (sameRoot(a.range, b.range) ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range) : 0));
		return found.map(({range, line}) => ({text: range.toString(), line}));
	});
}

/** Waits until just these words are underlined. */
export async function untilUnderlined(page: Page, ...texts: string[]): Promise<Underline[]> {
	let last: Underline[] = [];
	const fits = async () => {
		last = await underlines(page);
		return last.length === texts.length && texts.every((text, at) => last[at]?.text === text);
	};
	await until('underlines', fits).catch(async () => {
		throw new Error(`underlines: got ${JSON.stringify(last)}, want ${JSON.stringify(texts)}; badge: ${JSON.stringify(await badgeTitle(page))}`);
	});
	return last;
}

/** The middle of the first line of underlined words. */
export function pointOfUnderline(page: Page, text: string): Promise<Point> {
	return page.evaluate((wanted: string) => {
		const ranges = [...CSS.highlights.values()].flatMap(highlight => [...highlight] as Range[]);
		const rect = ranges.find(range => range.toString() === wanted)?.getClientRects()[0];
		if (!rect) throw new Error(`underline: got none at ${wanted}, want one`);
		return {x: rect.left + rect.width / 2, y: rect.top + rect.height / 2};
	}, text);
}

/** The text in one part of the overlay (`card-place`, `badge-place`, `live`), as a reader gets it. */
export function overlayText(page: Page, part: string): Promise<string> {
	return page.evaluateInRoots((roots, name) => {
		const parts = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>(`.${name}`)]);
		const shown = parts.filter(element => element.checkVisibility({visibilityProperty: true}));
		return shown.map(element => element.innerText).join('\n').trim();
	}, part);
}

export const cardText = (page: Page): Promise<string> => overlayText(page, 'card-place');
export const badgeText = (page: Page): Promise<string> => overlayText(page, 'badge-place');

/** What the badge says when one points at it: its state with the reason. */
export function badgeTitle(page: Page): Promise<string> {
	return page.evaluateInRoots(roots => roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('.badge')]).map(badge => badge.title).join('\n'));
}

/** The middle of the button in the overlay that reads or is named so, or null. */
export function pointOfButton(page: Page, label: string): Promise<Point | null> {
	return page.evaluateInRoots((roots, wanted) => {
		const buttons = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('button, summary, [role=menuitem]')]);
		const named = (button: HTMLElement) => `${button.getAttribute('aria-label') ?? ''}\n${button.innerText}`;
		const button = buttons.find(one => named(one).toLowerCase().includes(wanted.toLowerCase()) && one.getClientRects().length > 0);
		if (!button) return null;
		button.scrollIntoView({block: 'nearest'});
		const {left, top, width, height} = button.getBoundingClientRect();
		return {x: left + width / 2, y: top + height / 2};
	}, label);
}

export async function clickButton(page: Page, label: string): Promise<void> {
	await page.click(await until(`button ${label}`, () => pointOfButton(page, label)) as Point);
}

/** Opens the card of underlined words with the mouse and gives its text. */
export async function openCard(page: Page, text: string): Promise<string> {
	// A page that is being laid out anew may have taken its text away for a moment.
	await page.hover((await until(`underline at ${text}`, () => pointOfUnderline(page, text).catch(() => null)))!);
	return until('card', () => cardText(page));
}

/** A card taken apart. */
export interface CardSeen {
	severity: string;
	title: string;
	message: string;
	/** Document and place of each provision cited. */
	provisions: string[];
}

/** Reads the open card the way it is laid out. */
export function readCard(page: Page): Promise<CardSeen | null> {
	return page.evaluateInRoots(roots => {
		const card = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('[role=dialog]')])[0];
		const title = card?.querySelector('h2')?.innerText;
		if (!card || !title) return null;
		return {
			severity: card.querySelector<HTMLElement>('.severity')?.innerText.trim() ?? '',
			title,
			message: card.querySelector<HTMLElement>('#message')?.innerText ?? '',
			provisions: [...card.querySelectorAll<HTMLElement>('.provisions b')].map(place => place.innerText),
		};
	});
}

/** Says on the welcome page where the writer works, by the name shown there; leaves the page open. */
export async function chooseOrganisation(stage: Stage, name = 'European Commission'): Promise<Page> {
	const {browser} = stage;
	const address = browser.extensionUrl('welcome.html');
	const open = (await browser.addresses()).some(one => one.startsWith(address));
	const page = open ? await browser.find(address) : await browser.open(address);
	const choose = (wanted: string, click: boolean) => {
		const label = [...document.querySelectorAll('label')].find(one => one.innerText.trim() === wanted);
		const input = label?.querySelector('input');
		if (input && click) input.click();
		return input?.checked ?? false;
	};
	await until(`choice ${name}`, () => page.evaluate(choose, name, true));
	// A choice shows at once and is stored a moment later: it is made when a new page has it. Whoever leaves within
	// that moment, which is long in a Firefox that has just started, has to choose again.
	await until(`stored choice ${name}`, async () => {
		await pause(200);
		await page.goto(address);
		if (await until('form', () => page.evaluate(choose, name, false), 3000).catch(() => false)) return true;
		await page.evaluate(choose, name, true);
		return false;
	}, 60_000);
	return page;
}
