import {existsSync} from 'node:fs';
import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import type {Page} from '../browsers/browser.js';
import {isHeadless, MissingBrowser} from '../browsers/find.js';
import {openStage, type Stage} from '../browsers/stage.js';
import {clickPart, enter, openForm} from '../e2e/box.js';
import {forms} from '../e2e/surfaces/forms.js';
import {cardText, chooseOrganisation, overlayText, pause, pointOfUnderline, readCard, underlines, until} from '../e2e/writer.js';
import {sites, type WebSite} from '../src/shared/sites.js';
import {samplePost} from './sample.js';
import {type Row, tableOf} from './table.js';

/** A person's pace, so that one sees the underlines come. */
const keyDelayMs = 28;

/** Opens the card of each underline in turn and notes what it says. */
async function readFindings(page: Page): Promise<Row[]> {
	const rows: Row[] = [];
	for (const {text} of await underlines(page)) {
		await page.hover(await pointOfUnderline(page, text));
		const card = await until(`card of ${text}`, () => readCard(page), 12_000).catch(() => null);
		if (card) rows.push({severity: card.severity, words: text, title: card.title, provisions: card.provisions});
		await page.press('Escape');
		await until('closed card', async () => (await cardText(page)) === '');
	}
	return rows;
}

/** Waits until a second has brought no other underline. */
async function untilSettled(page: Page): Promise<void> {
	let last = '';
	await until('last answer', async () => {
		const before = last;
		last = JSON.stringify(await underlines(page));
		if (before !== last) await pause(1000);
		return before === last;
	});
}

/** Types the sample; pictures of the half and of the whole go to `folder`. */
async function typeSample(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
	const half = samplePost.indexOf('says');
	await page.type(samplePost.slice(0, half), keyDelayMs);
	await picture('2-while-typing');
	await page.type(samplePost.slice(half), keyDelayMs);
	await until('underlines', async () => (await underlines(page)).length > 0);
	await untilSettled(page);
	await picture('3-underlined');
}

async function showCard(page: Page): Promise<void> {
	const [first] = (await underlines(page)).toSorted((a, b) => Number(b.line === 'wavy') - Number(a.line === 'wavy'));
	if (!first) return;
	await page.hover(await pointOfUnderline(page, first.text));
	await until('card', () => readCard(page));
}

/** What a press on Post brings while a warning is open; Escape leads back to the text. */
async function showPanel(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
	await page.press('Escape');
	await clickPart(page, 'send');
	await until('panel at the Post button', () => overlayText(page, 'panel-place'));
	await pause(400);
	await picture('5-panel');
	await page.press('Escape');
}

/** The same box on the dark page: a theme switch may rebuild the page, so the writer clicks into the box again. */
async function showDark(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
	await page.evaluate(() => window.replica.theme('dark'));
	await enter(page);
	await until('underlines', async () => (await underlines(page)).length > 0);
	// That click may open the card of the words it met; a card that was closed stays so until the pointer has been elsewhere.
	await page.hover({x: 2, y: 2});
	await pause(500);
	if ((await cardText(page)) !== '') await page.press('Escape');
	await showCard(page);
	await pause(400);
	await picture('6-dark');
}

async function play(stage: Stage, root: string, site: WebSite): Promise<void> {
	const folder = path.join(root, 'dist/demo', site);
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {recursive: true});
	const welcome = await chooseOrganisation(stage);
	await welcome.screenshot(path.join(folder, '1-welcome.png'));
	const page = await openForm(stage, forms.find(one => one.site === site && one.form === 'post')!);
	await welcome.close();
	const picture = (name: string) => page.screenshot(path.join(folder, `${name}.png`));
	await typeSample(page, picture);
	const rows = await readFindings(page);
	await showCard(page);
	await pause(400);
	await picture('4-card');
	await showPanel(page, picture);
	await showDark(page, picture);
	console.log(`\nThe post:\n${samplePost}\n\n${tableOf(rows, process.stdout.columns ?? 110)}\n`);
	if (rows.length === 0) throw new Error('demo: findings: got none, want some');
	console.log(`Pictures: ${path.relative(root, folder)}/`);
}

/** Lets a person play until the window is closed or Ctrl+C is pressed. */
async function stayOpen(stage: Stage): Promise<void> {
	console.log('The window is yours: write, hover, press F8, press Post. Nothing here leaves this machine.');
	console.log('Close the window or press Ctrl+C to end.');
	await Promise.race([stage.browser.closed, new Promise(resolve => process.once('SIGINT', resolve))]);
}

const isSite = (site: string): site is WebSite => sites.some(one => one === site);

/** Plays on the replica of a site and gives the exit status: 0 shown, 1 failed, 2 no browser to be had. */
export async function demo(root: string, site = 'x'): Promise<number> {
	if (!isSite(site)) {
		console.error(`SITE: got ${site}, want x, linkedin or facebook`);
		return 1;
	}
	if (!existsSync(path.join(root, 'dist/extension/chrome/manifest.json'))) {
		console.error('dist/extension/chrome: got nothing, want the built extension; run: make demo');
		return 1;
	}
	let stage: Stage | undefined;
	const stop = new Promise<never>((_, reject) => process.once('SIGINT', () => reject(new Error('ended by Ctrl+C'))));
	try {
		stage = await openStage('chromium', {root});
		console.log(`Browser ${stage.browser.version}${isHeadless() ? ', without a window' : ''}. The page is a local replica; no other host can be reached.`);
		await Promise.race([play(stage, root, site), stop]);
		if (!isHeadless()) await stayOpen(stage);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return error instanceof MissingBrowser ? 2 : 1;
	} finally {
		await stage?.close();
	}
}
