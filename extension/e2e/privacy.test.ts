import {beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {inside, internal} from './samples.js';
import {cardText, chooseOrganisation, clickButton, composeUrl, openCard, openComposer, pause, until, untilComposing, untilUnderlined} from './writer.js';

/** Hosts the browsers call for themselves, with and without an extension; all are refused. */
const ownCalls = /^(http:\/\/)?([a-z0-9-]+\.)*(googleapis\.com|google\.com|gvt1\.com|mozilla\.(com|net|org))(:\d+)?(\/|$)/;

inBothBrowsers('what leaves the browser', stage => {
	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});

	it('is nothing: no request from typing, cards, suggestions, popup and options', async () => {
		const {browser, server, gateway} = stage();
		const page = await openComposer(stage());
		const before = [...server.requests];
		await page.paste(`${internal.sentence} ${inside.sentence}`);
		await untilUnderlined(page, internal.words, inside.words);
		await openCard(page, internal.words);
		await clickButton(page, 'Dismiss here');
		await untilUnderlined(page, inside.words);
		const popup = await browser.open(browser.extensionUrl('popup.html'));
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.click('textarea');
		await popup.paste(internal.sentence);
		await untilUnderlined(popup, internal.words);
		await popup.goto(browser.extensionUrl('options.html'));
		await pause(500);
		expect(server.requests).toEqual(before);
		expect(gateway.refused.filter(host => !ownCalls.test(host))).toEqual([]);
		expect(new Set(gateway.passed)).toEqual(new Set(['x.com']));
		await popup.close();
		await page.close();
	});

	it('would be seen if there were something', async () => {
		const {browser, server, gateway} = stage();
		const page = await openComposer(stage());
		const before = server.requests.length;
		await page.evaluate(() => fetch('/seen').then(answer => answer.status));
		expect(server.requests.slice(before)).toEqual(['GET x.com/seen']);
		await browser.open('https://elsewhere.example/').catch(() => {});
		expect(gateway.refused).toContain('elsewhere.example:443');
		await page.close();
	});
});

/** Everything a script of the page can find out about what others put into it. */
function tracesOf(page: Page): Promise<{names: string[]; hosts: string[]; roots: number; resources: string[]}> {
	return page.evaluate(() => {
		const known = new Set(['HEAD', 'BODY']);
		const strangers = [...document.documentElement.children].filter(element => !known.has(element.tagName));
		return {
			names: [...CSS.highlights.keys()],
			hosts: strangers.map(element => element.outerHTML),
			roots: strangers.filter(element => element.shadowRoot).length,
			resources: performance.getEntriesByType('resource').map(entry => entry.name),
		};
	});
}

inBothBrowsers('what the page can learn', stage => {
	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});

	it('is that some checker marked words, not which, whose or why', async () => {
		const page = await openComposer(stage());
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await openCard(page, internal.words);
		const first = await tracesOf(page);
		expect(first.hosts.length).toBeGreaterThan(0);
		expect(first.roots).toBe(0);
		for (const host of first.hosts) expect(host).toMatch(/^<div( style="[^"]*")?><\/div>$/);
		expect(JSON.stringify([first.hosts, first.names, first.resources])).not.toMatch(/circumspect|extension:|internal|warning|commission/i);
		await page.goto(composeUrl);
		await untilComposing(page);
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		const second = await tracesOf(page);
		expect(second.names.filter(name => first.names.includes(name))).toEqual([]);
		await page.close();
	});

	it('is nothing through events of the overlay', async () => {
		const page = await openComposer(stage());
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		await openCard(page, internal.words);
		await page.evaluate(() => {
			const seen: string[] = [];
			Object.assign(window, {seen});
			for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'focusin', 'blur', 'input', 'keydown']) {
				addEventListener(type, event => event.target !== window && seen.push(type));
			}
		});
		await clickButton(page, 'Close (Esc)');
		await until('card gone', async () => (await cardText(page)) === '');
		expect(await page.evaluate(() => (window as unknown as {seen: string[]}).seen)).toEqual([]);
		await page.close();
	});
});
