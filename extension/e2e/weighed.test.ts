import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {essay, internal} from './samples.js';
import {cardText, chooseOrganisation, openCard, openComposer, pointOfUnderline, readCard, underlines, until, untilUnderlined} from './writer.js';

inBothBrowsers('a judgement from several words', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(() => page.close());

	it('underlines and names each word that weighed, is one finding, and goes with any of them', async () => {
		page = await openComposer(stage());
		await page.type(`${essay.sentence} ${internal.sentence}`, 5);
		await untilUnderlined(page, ...essay.words, internal.words);
		const line = `Words that weighed: ${essay.words.map(words => `“${words}”`).join(', ')}`;
		for (const words of essay.words) {
			expect(await openCard(page, words)).toContain(line);
			expect((await readCard(page))?.title).toBe(essay.title);
			await page.click(await pointOfUnderline(page, words));
			expect(await cardText(page)).toContain(essay.title);
			await page.press('Escape');
			await until('card gone', async () => (await cardText(page)) === '');
			await page.hover({x: 5, y: 700});
		}
		await page.press('ControlOrMeta+Home');
		await page.press('F8');
		await until('first finding', async () => (await cardText(page)).includes('1 of 2'));
		expect(await cardText(page)).toContain(line);
		await page.press('F8');
		await until('second finding', async () => (await cardText(page)).includes('2 of 2'));
		expect((await readCard(page))?.title).toBe(internal.title);
		expect(await cardText(page)).not.toContain('weighed');
		await page.press('Escape');
		await page.press('ControlOrMeta+Home');
		await page.type('Well. ');
		await untilUnderlined(page, ...essay.words, internal.words);
		for (let at = 0; at < 4; at++) await page.press('ArrowRight');
		await page.type('x');
		// The learned signal may still judge what is left.
		await until('gone words', async () => !(await underlines(page)).some(one => essay.words.includes(one.text)));
	});

	it('underlines them over a text area too', async () => {
		page = await openComposer(stage(), '?mobile=1');
		await page.resize(330, 640);
		await page.paste(essay.sentence);
		await untilUnderlined(page, ...essay.words);
		expect(await openCard(page, essay.words.at(-1)!)).toContain(`“${essay.words[0]}”, `);
	});
});
