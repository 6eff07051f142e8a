/** *Hide from the page*: underlines that a page cannot find, drawn over the boxes instead of as highlights. */
import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {empty, openForm, write} from './box.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, harmless, inside, internal} from './samples.js';
import {changeSettings} from './settings.js';
import {type Form, forms} from './surfaces/forms.js';
import {badgeTitle, cardText, chooseOrganisation, clickButton, pause, underlines, until, untilUnderlined} from './writer.js';

const formOf = (id: string): Form => forms.find(form => form.id === id)!;

/** A line that is drawn, in pixels of the window. */
interface Line {
	severity: string;
	left: number;
	right: number;
	y: number;
}

/** Every line that is drawn in a closed root, as far as it is not cut off. */
function lines(page: Page): Promise<Line[]> {
	return page.evaluateInRoots(roots => roots.flatMap(root => [...root.querySelectorAll<SVGPathElement>('path[class]')]).flatMap(path => {
		const view = path.closest('svg')!.getBoundingClientRect();
		// Not by the path's box: to that Firefox adds the width of the line.
		const [start, end] = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())];
		const y = view.top + start.y;
		return y > view.bottom ? [] : [{severity: path.getAttribute('class')!, left: view.left + start.x, right: view.left + end.x, y}];
	}));
}

/** Where words stand in the box of a replica, found the page's own way. */
function placeOf(page: Page, words: string): Promise<{left: number; right: number; bottom: number} | null> {
	return page.evaluate((wanted: string) => {
		const box = window.replica.find('box')!;
		const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
			const at = node.data.indexOf(wanted);
			if (at < 0) continue;
			const range = document.createRange();
			range.setStart(node, at);
			range.setEnd(node, at + wanted.length);
			const {left, right, bottom} = range.getBoundingClientRect();
			return {left, right, bottom};
		}
		return null;
	}, words);
}

/** Waits until one line lies just below the words and is as wide as they are. */
async function untilBelow(page: Page, words: string): Promise<void> {
	let last: unknown;
	await until(`line below ${words}`, async () => {
		const [place, drawn] = [await placeOf(page, words), await lines(page)];
		last = {place, drawn};
		return place !== null && drawn.some(({left, right, y}) => Math.abs(left - place.left) < 4 && Math.abs(right - place.right) < 4 && Math.abs(y - place.bottom) < 6);
	}).catch(error => {
		throw new Error(`${String(error)}: ${JSON.stringify(last)}`);
	});
}

/** Scrolls the box so far down. */
function scroll(page: Page, to: number): Promise<void> {
	return page.evaluate((px: number) => {
		let one = window.replica.find('box') as HTMLElement;
		while (!(one.scrollHeight > one.clientHeight + 60)) one = one.parentElement!;
		one.scrollTop = px;
	}, to);
}

/** All that a script of the page can find of ours. */
function traces(page: Page) {
	return page.evaluate(() => ({
		highlights: [...CSS.highlights.keys()].length,
		sheets: document.adoptedStyleSheets.length,
		strangers: [...document.documentElement.children].filter(one => one !== document.head && one !== document.body)
			.map(one => ({html: one.outerHTML.replace(/ style="[^"]*"/, ''), root: one.shadowRoot !== null})),
	}));
}

inBothBrowsers('underlines that are hidden from the page', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
		await changeSettings(stage(), {hide: true});
	});
	afterEach(() => page.close());

	it('leave nothing to find but an empty element', async () => {
		page = await openForm(stage(), formOf('x post'));
		const {sheets} = await traces(page);
		await write(page, formOf('x post'), `${internal.sentence} ${embargo.sentence}`);
		await untilBelow(page, embargo.words);
		await untilBelow(page, internal.words);
		expect((await lines(page)).map(({severity}) => severity)).toEqual(['caution', 'warning']);
		const found = await traces(page);
		expect(found).toMatchObject({highlights: 0, sheets});
		expect(found.strangers.length).toBeGreaterThan(0);
		for (const one of found.strangers) expect(one).toEqual({html: '<div></div>', root: false});
	});

	it.each(['linkedin post', 'linkedin post-classic', 'linkedin post-shadow', 'facebook post', 'facebook comment'])('lie below their words in %s, and go with them', async id => {
		const form = formOf(id);
		page = await openForm(stage(), form);
		await write(page, form, `Hello. ${internal.sentence}`);
		await untilBelow(page, internal.words);
		expect(await underlines(page)).toEqual([]);
		await page.press('ControlOrMeta+Home');
		await page.type('Well, well. ');
		await untilBelow(page, internal.words);
		await empty(page);
		await until('no line', async () => (await lines(page)).length === 0);
	});

	it('open their card, and follow the box as it scrolls and moves', async () => {
		const form = formOf('x post');
		page = await openForm(stage(), form);
		await page.paste(`${harmless}\n${internal.sentence}${`\n${harmless}`.repeat(30)}`);
		await scroll(page, 0);
		await untilBelow(page, internal.words);
		const {left, right, bottom} = (await placeOf(page, internal.words))!;
		await page.hover({x: (left + right) / 2, y: bottom - 6});
		await until('card', async () => (await cardText(page)).includes(internal.title));
		await page.press('Escape');
		await scroll(page, 20);
		await untilBelow(page, internal.words);
		// Nothing tells of this: no scroll, no size, no event.
		await page.evaluate(() => void (window.replica.find('box')!.closest<HTMLElement>('[role=dialog]')!.style.translate = '30px 24px'));
		await untilBelow(page, internal.words);
		await page.resize(800, 560);
		await untilBelow(page, internal.words);
		await scroll(page, 400);
		await until('no line', async () => (await lines(page)).length === 0);
	});

	it('do not shine through what the page lays over the box', async () => {
		page = await openForm(stage(), formOf('x home'));
		await write(page, formOf('x home'), internal.sentence);
		await untilBelow(page, internal.words);
		await page.evaluate(() => {
			const cover = document.createElement('div');
			cover.style.cssText = 'position: fixed; inset: 0; background: white; z-index: 1000';
			cover.id = 'cover';
			document.body.append(cover);
		});
		await page.click({x: 5, y: 5});
		await until('no line', async () => (await lines(page)).length === 0);
		await page.evaluate(() => document.querySelector('#cover')!.remove());
		await page.click({x: 5, y: 300});
		await untilBelow(page, internal.words);
	});

	it('are over the text of a field, too', async () => {
		page = await openForm(stage(), formOf('x chat'));
		await write(page, formOf('x chat'), internal.sentence);
		await until('line', async () => (await lines(page)).length === 1);
		const [line] = await lines(page);
		const box = await page.evaluate(() => {
			const {left, right, top, bottom} = window.replica.find('box')!.getBoundingClientRect();
			return {left, right, top, bottom};
		});
		expect(line!.y).toBeGreaterThan(box.top);
		expect(line!.y).toBeLessThan(box.bottom);
		expect(line!.left).toBeGreaterThan(box.left);
		expect(line!.right).toBeLessThan(box.right);
		expect((await traces(page)).highlights).toBe(0);
	});

	it('come and go at once in boxes that are open', async () => {
		page = await openForm(stage(), formOf('x post'));
		await write(page, formOf('x post'), `${internal.sentence} ${inside.sentence}`);
		await untilBelow(page, internal.words);
		await changeSettings(stage(), {hide: false});
		await page.front();
		await untilUnderlined(page, internal.words, inside.words);
		expect(await lines(page)).toEqual([]);
		await changeSettings(stage(), {hide: true});
		await page.front();
		await untilBelow(page, internal.words);
		expect(await underlines(page)).toEqual([]);
		expect((await traces(page)).highlights).toBe(0);
		expect(await badgeTitle(page)).toMatch(/^2 findings/u);
		await pause(200);
		await clickButton(page, 'findings');
		await until('card', () => cardText(page));
	});
});
