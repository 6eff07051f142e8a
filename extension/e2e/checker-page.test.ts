import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import type {Page, Scheme} from '../browsers/browser.js';
import {tick, write} from './checker-visitor.js';
import {textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {serveNatively} from './native-server.js';
import {type PageServer, servePage} from './page-server.js';
import {violationsInRoots, violationsOf} from './pages/axe.js';
import {moving, overflowing} from './pages/layout.js';
import {embargo, harmless, internal} from './samples.js';
import {housePacks, newKey, pressPost, seal} from './sealed.js';
import {cardText, pointOfUnderline, readCard, until, untilUnderlined} from './writer.js';

/** All that the browser keeps for the page, as text; files of the page by their addresses only. */
const keptBy = (page: Page): Promise<{files: string[]; stored: string}> => page.evaluate(async () => {
	const files: string[] = [];
	for (const name of await caches.keys()) files.push(...(await (await caches.open(name)).keys()).map(({url}) => url));
	const databases = await indexedDB.databases();
	return {files, stored: JSON.stringify([{...localStorage}, {...sessionStorage}, databases, document.cookie, history.state])};
});

/** Puts another edition of the page on its server: another style sheet, and what follows from it, as the build would. */
async function publishAnother(folder: string): Promise<void> {
	const [style, page, worker] = ['page.css', 'index.html', 'sw.js'].map(file => path.join(folder, file)) as [string, string, string];
	const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
	let kept = await readFile(worker, 'utf8');
	const put = async (file: string, change: (text: string) => string) => {
		const text = await readFile(file, 'utf8');
		kept = kept.replace(hashOf(text), hashOf(change(text)));
		await writeFile(file, change(text));
		return [text, change(text)].map(one => hashOf(one).slice(0, 16)) as [string, string];
	};
	const [old, now] = await put(style, text => `${text}:root { --edition: second; }`);
	await put(page, text => text.replace(old, now));
	await writeFile(worker, kept);
}

/** What the service worker keeps, without what names the content. */
const pathOf = (file: string): string => new URL(file).pathname;

inBothBrowsers('the checker page', stage => {
	let server: PageServer;
	beforeAll(async () => {
		server = await servePage();
		stage().gateway.servers.add(server.host);
	});
	afterAll(() => server.close());
	afterEach(() => stage().browser.setScheme('light'));

	const openPage = async (): Promise<Page> => {
		const page = await stage().browser.open(server.address);
		await page.front();
		await untilSays(page, /Check a text/u);
		return page;
	};
	const openWriting = async (): Promise<Page> => {
		const page = await openPage();
		await tick(page, 'European Commission');
		await until('box', () => page.evaluate(() => document.querySelector('textarea[placeholder]') !== null));
		return page;
	};

	it('asks where one works, then finds a leak and explains it by its provision', async () => {
		const page = await openPage();
		expect(await page.evaluate(() => document.querySelector('textarea'))).toBeNull();
		await tick(page, 'European Commission');
		await write(page, `Hello 🚀. ${internal.sentence}`);
		await untilUnderlined(page, internal.words);
		await untilSays(page, new RegExp(`${internal.title}.*${internal.words}`, 'u'));
		await page.hover(await pointOfUnderline(page, internal.words));
		await until('card', () => cardText(page));
		const card = await readCard(page);
		expect(card?.title).toBe(internal.title);
		expect(card?.provisions.length).toBeGreaterThan(0);
		// Nothing is kept, and there are no tools to go on to.
		expect(await cardText(page)).not.toMatch(/Never for this phrase|Ask somebody/u);
		expect(await textOf(page)).toContain(card!.provisions[0]!.split(',')[0]);
		await page.close();
	});

	it('says how long the text is for each site, and of nothing found that this is no clearance', async () => {
		const page = await openWriting();
		await write(page, harmless);
		await untilSays(page, /Nothing found[\s\S]*no clearance/u);
		expect(await textOf(page)).toMatch(new RegExp(`X: ${harmless.length} of 280[\\s\\S]*LinkedIn: ${harmless.length} of 3,000`, 'u'));
		await write(page, `${harmless} `.repeat(6));
		await untilSays(page, /X: \d+ of 280, too long by \d+/u);
		await page.close();
	});

	it('sends no text: every request asks for a file of the page, and carries nothing', async () => {
		const {gateway} = stage();
		const refused = gateway.refused.length;
		server.requests.length = 0;
		const page = await openWriting();
		await write(page, `${internal.sentence} ${embargo.sentence}`);
		await untilUnderlined(page, internal.words, embargo.words);
		await untilSays(page, /works without a connection/u);
		const plain = server.requests.filter(({method, query, body}) => method === 'GET' && /^(\?[0-9a-f]{16})?$/u.test(query) && body === '');
		expect(server.requests.length).toBeGreaterThan(0);
		expect(plain).toEqual(server.requests);
		expect(JSON.stringify(server.requests)).not.toMatch(/evaluation|embargo/u);
		expect(server.requests.filter(({headers}) => 'cookie' in headers)).toEqual([]);
		// Were it to try, the browser would not let it.
		const tries = await page.evaluate(async (own: string) => {
			const tryTo = (address: string) => fetch(address, {method: 'POST', body: 'text'}).then(() => 'sent', () => 'refused');
			const image = new Promise(resolve => Object.assign(new Image(), {onload: () => resolve('sent'), onerror: () => resolve('refused'), src: 'https://elsewhere.example/text'}));
			return [await tryTo('https://elsewhere.example/'), await image, await fetch(own, {method: 'POST', body: 'text'}).then(({status}) => status)];
		}, server.address);
		expect(tries.slice(0, 2)).toEqual(['refused', 'refused']);
		expect(gateway.refused.slice(refused).filter(host => host.includes('elsewhere'))).toEqual([]);
		await page.close();
	});

	it('works without a connection after the first visit', async () => {
		const page = await openPage();
		await untilSays(page, /works without a connection/u);
		await server.stop();
		try {
			await page.goto(server.address);
			await tick(page, 'United Nations');
			await write(page, embargo.sentence);
			await untilUnderlined(page, embargo.words);
			await untilSays(page, /United Nations/u);
		} finally {
			await server.start();
			await page.close();
		}
	});

	it('remembers choices only where the visitor wants it, and never a text', async () => {
		const page = await openWriting();
		await page.goto(server.address);
		await untilSays(page, /Say where you work/u);
		await tick(page, 'OSCE');
		await tick(page, 'Remember this on this device');
		await write(page, internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.goto(server.address);
		await untilSays(page, /About you: OSCE/u);
		expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea[placeholder]')?.value)).toBe('');
		const {files, stored} = await keptBy(page);
		expect(stored).toContain('osce');
		expect(stored).not.toContain('evaluation');
		expect(files.map(pathOf).sort()).toEqual(expect.arrayContaining(['/', '/engine.wasm', '/page.js']));
		await tick(page, 'Remember this on this device');
		await page.goto(server.address);
		await untilSays(page, /Say where you work/u);
		expect((await keptBy(page)).stored).not.toContain('osce');
		await page.close();
	});

	it('takes a new edition at the next visit, and keeps nothing of the old one', async () => {
		const page = await openPage();
		await untilSays(page, /works without a connection/u);
		const before = (await keptBy(page)).files;
		await publishAnother(server.folder);
		const edition = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--edition').trim());
		// The visit on which it is found still has the old one.
		await page.goto(server.address);
		expect(await edition()).toBe('');
		const isNew = (files: readonly string[]) => files.length === before.length && files.some(file => !before.includes(file));
		await until('new files', async () => isNew((await keptBy(page)).files));
		await page.goto(server.address);
		expect(await edition()).toBe('second');
		await untilSays(page, /works without a connection/u);
		const {files} = await keptBy(page);
		expect(files.map(pathOf).sort()).toEqual(before.map(pathOf).sort());
		expect(files.filter(file => !before.includes(file)).map(pathOf).sort()).toEqual(['/', '/page.css']);
		await page.close();
	});

	/** Has the server publish an envelope, and name its channel beside the page. */
	const publish = (key: {public: string}, envelope: Buffer): void => {
		server.answers.set('/checker.json', Buffer.from(JSON.stringify({channel: 'staff', organisation: 'ec', keys: [key.public]})));
		server.answers.set('/v1/channels/staff', envelope);
	};

	it('judges with the signed pack of its server, and with the last good one without a connection', async () => {
		const [key, [first = Buffer.alloc(0)]] = [newKey(), await housePacks()];
		publish(key, seal({key, payload: first, version: 1}));
		const page = await openPage();
		try {
			// The organisation of the server is chosen beforehand.
			await untilSays(page, /version 1, judges too/u);
			await write(page, pressPost.sentence);
			await untilUnderlined(page, pressPost.words);
			await untilSays(page, new RegExp(pressPost.title, 'u'));
			await untilSays(page, /works without a connection/u);
			expect(server.requests.filter(({path: at}) => at.startsWith('/v1/')).map(({method, path: at, query}) => method + at + query)).toEqual(['GET/v1/channels/staff']);
			await server.stop();
			await page.goto(server.address);
			await untilSays(page, /version 1, judges too[\s\S]*Kept from your last visit/u);
			await write(page, pressPost.sentence);
			await untilUnderlined(page, pressPost.words);
			// Another organisation is never judged by it.
			await tick(page, 'United Nations');
			await untilSays(page, /pack of this server is for European Commission/u);
			await untilUnderlined(page);
		} finally {
			await server.start();
			server.answers.clear();
			await page.close();
		}
	});

	it('takes no pack that is not signed as it should be, says why, and goes on checking', async () => {
		const [key, [first = Buffer.alloc(0), second = first]] = [newKey(), await housePacks()];
		const forged = seal({key: newKey(), payload: first, version: 1});
		publish(key, forged);
		const page = await openPage();
		try {
			await untilSays(page, /not in use, only the built-in ones: The pack is signed with a key that this page does not know/u);
			await write(page, `${internal.sentence} ${pressPost.sentence}`);
			await untilUnderlined(page, internal.words);
			// A good one, then one with a flipped bit: the good one stays.
			publish(key, seal({key, payload: first, version: 1}));
			await page.goto(server.address);
			await untilSays(page, /version 1, judges too/u);
			const flipped = seal({key, payload: second, version: 2});
			flipped[flipped.length - 9]! ^= 1;
			publish(key, flipped);
			await page.goto(server.address);
			await untilSays(page, /version 1, judges too[\s\S]*There is a newer one, but it was not taken. The signature does not fit/u);
			await write(page, pressPost.sentence);
			await untilUnderlined(page, pressPost.words);
		} finally {
			server.answers.clear();
			await page.close();
		}
	});

	it('is the same from the pack server itself, to which an envelope was put', async () => {
		const [key, [first = Buffer.alloc(0)]] = [newKey(), await housePacks()];
		const native = await serveNatively(server.folder, key);
		stage().gateway.servers.add(native.host);
		const put = await fetch(`${native.address}v1/channels/staff`, {
			method: 'PUT', body: new Uint8Array(seal({key, payload: first, version: 1})), headers: {'content-type': 'application/octet-stream'},
		});
		expect(put.ok).toBe(true);
		const page = await stage().browser.open(native.address);
		try {
			await page.front();
			await untilSays(page, /version 1, judges too[\s\S]*works without a connection/u);
			await write(page, pressPost.sentence);
			await untilUnderlined(page, pressPost.words);
			expect(await page.evaluate(() => fetch('/', {method: 'POST', body: 'text'}).then(({status}) => status))).toBe(405);
		} finally {
			await native.stop();
		}
		await page.goto(native.address);
		await untilSays(page, /version 1, judges too[\s\S]*Kept from your last visit/u);
		await write(page, pressPost.sentence);
		await untilUnderlined(page, pressPost.words);
		await page.close();
	});

	it('is clean for axe in light, dark and high contrast, and fits 320 pixels and 400 %', async () => {
		const page = await openWriting();
		await write(page, `Hello 🚀. ${internal.sentence} ${embargo.sentence}`);
		await untilUnderlined(page, internal.words, embargo.words);
		await page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)));
		for (const scheme of ['light', 'dark', 'contrast'] satisfies Scheme[]) {
			await stage().browser.setScheme(scheme);
			for (const width of [1100, 320]) {
				await page.resize(width, 640);
				expect([scheme, width, await violationsOf(page), (await violationsInRoots(page)).violations]).toEqual([scheme, width, [], []]);
			}
		}
		await stage().browser.setScheme('still');
		expect(await moving(page)).toBe(0);
		for (const [height, pixels] of [[640, 1], [256, 4]] as const) {
			await page.resize(320, height, pixels);
			expect([pixels, await overflowing(page)]).toEqual([pixels, []]);
		}
		await page.close();
	});
});
