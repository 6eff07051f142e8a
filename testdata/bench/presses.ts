/** How often Post is pressed before there is an answer to what was typed last, and what then passes the guard. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from '../../extension/browsers/browser';
import {openStage, type Stage} from '../../extension/browsers/stage';
import {hasCaret, model, same, sentCount, showForm} from '../../extension/e2e/box';
import {type Form, forms} from '../../extension/e2e/surfaces/forms';
import {badgeTitle, chooseOrganisation, overlayText, pause, until} from '../../extension/e2e/writer';
import {median} from './spread.mjs';
import {protocolOf} from './trace';

/** What the writer did before the press: typed on, waited a moment, or the background had been stopped before the last sentence. */
export const ways = ['at once', 'after half a second', 'at once, cold'] as const;
export type Way = (typeof ways)[number];

/** The presses of one way. */
export interface Presses {
	way: Way;
	presses: number;
	/** Of them, those at which the newest text had no answer. */
	unanswered: number;
	/** Of them, those that the guard let through, though the text ends with a sentence that warns. */
	passed: number;
	/** Keys a second that were reached, the median of the presses. */
	pace: number | null;
}

export interface PressOptions {
	root: string;
	/** How many posts are written. */
	posts: number;
	/** Folder of the built extension, where it is not the usual one. */
	extension?: string;
}

/** Typists reach 6 keys a second, and 12 for a few letters: this is a harder case than anybody, and takes less time. */
export const keysPerSecond = 25;
const waitedMs = 500;
/** X takes no more for a post. */
const mostUnits = 280;
const writtenIn = 'testdata/posts/dev.jsonl';
/** They warn for their last words: until those are read there is nothing to hold. */
const warnings = [
	'The note is still under embargo until noon.',
	'All of it is in a note that is RESTREINT UE.',
	'For the table, the password is Swordfish77.',
	'On Sunday you should vote for the Greens.',
];

/** Writes each post, a warning sentence last, and presses Ctrl+Enter; the browser has no window. */
export async function measurePresses({root, posts: count, extension}: PressOptions): Promise<Presses[]> {
	const stage = await openStage('chromium', {root, headless: true, ...(extension && {extension})});
	try {
		const posts = await readPosts(root, count, await chooseOrganisation(stage));
		const form = forms.find(({id}) => id === 'x post')!;
		const page = await stage.browser.open(form.url);
		await page.front();
		const spy = await spyOn(page);
		const result: Presses[] = [];
		for (const way of ways) {
			process.stderr.write(`presses ${way}\n`);
			const seen: Press[] = [];
			for (const post of posts) seen.push(await pressOnce({stage, page, form, spy}, way, post));
			result.push({
				way, presses: seen.length,
				unanswered: seen.filter(({answered}) => !answered).length,
				passed: seen.filter(({held}) => !held).length,
				pace: median(seen.map(({pace}) => pace)),
			});
		}
		return result;
	} finally {
		await stage.close();
	}
}

interface Post {
	text: string;
	/** The sentence that ends it. */
	warning: string;
}

/** Posts of one line that warn for the sentence put at their end, and only for that. */
async function readPosts(root: string, count: number, asking: Page): Promise<Post[]> {
	const lines = readFileSync(path.join(root, writtenIn), 'utf8').trim().split('\n').map(line => JSON.parse(line) as {lang: string; surface: string; text: string});
	const room = mostUnits - Math.max(...warnings.map(({length}) => length)) - 1;
	// Mentions and tags open X's own menus.
	const simple = ({lang, surface, text}: (typeof lines)[number]) => lang === 'en' && surface === 'post' && text.length <= room && /^[^@#\n]+$/u.test(text);
	const posts: Post[] = [];
	for (const {text} of lines.filter(simple)) {
		const warning = warnings[posts.length % warnings.length]!;
		if (!(await warns(asking, text)) && (await warns(asking, `${text} ${warning}`))) posts.push({text, warning});
		if (posts.length === count) return posts;
	}
	throw new Error(`${writtenIn}: posts: got ${posts.length} that fit, want ${count}`);
}

/** Asks the background, from a page of the extension. */
function warns(asking: Page, text: string): Promise<boolean> {
	return asking.evaluate(async (request: object) => {
		const {value} = await chrome.runtime.sendMessage<object, {value: {findings: {severity: string}[]}}>({call: 'check', request});
		return value.findings.some(({severity}) => severity === 'warning');
	}, {text, surface: 'post', site: 'none'});
}

interface Press {
	answered: boolean;
	held: boolean;
	/** Keys a second that a busy machine let us type. */
	pace: number;
}

interface Desk {
	stage: Stage;
	page: Page;
	form: Form;
	spy: Spy;
}

/** The post is there and answered, as of somebody who paused; the warning sentence is typed and sent. */
async function pressOnce({stage, page, form, spy}: Desk, way: Way, {text, warning}: Post): Promise<Press> {
	await showForm(page, form);
	await page.paste(`${text} `);
	await until('answer to the beginning', async () => (await spy.answered())?.trim() === text.trim() && (await badgeTitle(page)) !== '');
	if (way === 'at once, cold') await stop(stage);
	const before = await sentCount(page);
	const pace = await type(page, warning);
	if (way === 'after half a second') await pause(waitedMs);
	await page.press('ControlOrMeta+Enter');
	const atPress = await spy.atPress();
	const held = await outcome(page, before);
	const whole = `${text} ${warning}`;
	if (held && !same(await model(page), whole)) throw new Error(`model: got ${JSON.stringify(await model(page))}, want ${JSON.stringify(whole)}`);
	if (held) await page.press('Escape');
	if (held) await until('caret back', () => hasCaret(page));
	return {answered: atPress === whole, held, pace};
}

async function stop({browser}: Stage): Promise<void> {
	await browser.stopBackground();
	await until('stopped background', async () => !(await browser.backgroundIsRunning()));
}

/** Types with each key at its time, if the machine can; gives the keys a second. */
async function type(page: Page, text: string): Promise<number> {
	const start = performance.now();
	for (const [at, key] of [...text].entries()) {
		await pause(start + (at * 1000) / keysPerSecond - performance.now());
		await page.type(key);
	}
	return (text.length * 1000) / (performance.now() - start);
}

/** True once the guard's panel is there, false once the post was sent. */
async function outcome(page: Page, before: number): Promise<boolean> {
	const held = async () => ((await overlayText(page, 'panel-place')) === '' ? '' : 'held');
	const sent = async () => ((await sentCount(page)) > before ? 'sent' : '');
	return (await until('panel or sent post', async () => (await sent()) || (await held()))) === 'held';
}

/** What the content script has been told, read in its own world. */
interface Spy {
	/** The text of the newest answer. */
	answered(): Promise<string | null>;
	/** The same as it was when Ctrl went down last. */
	atPress(): Promise<string | null>;
}

/** Listens to what the content script asks and is answered, without being in its way. */
async function spyOn(page: Page): Promise<Spy> {
	const protocol = protocolOf(page);
	const ours = new Promise<number>(resolve => {
		protocol.on('Runtime.executionContextCreated', ({context}: {context: {id: number; origin: string}}) => {
			if (context.origin.startsWith('chrome-extension:')) resolve(context.id);
		});
	});
	await protocol.send('Runtime.enable');
	const contextId = await ours;
	const read = async (expression: string) => {
		const {result, exceptionDetails} = await protocol.send('Runtime.evaluate', {contextId, expression, returnByValue: true});
		if (exceptionDetails) throw new Error(`spy: ${exceptionDetails.text}`);
		return (result.value ?? null) as string | null;
	};
	await read(`(${String(install)})()`);
	return {answered: () => read('globalThis.spied.answered'), atPress: () => read('globalThis.spied.atPress')};
}

/** Runs in the content script's world. */
function install(): void {
	const spied = {answered: null as string | null, atPress: null as string | null};
	Object.assign(globalThis, {spied});
	const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<{ok: boolean}>;
	chrome.runtime.sendMessage = (async (message: {call: string; request: {text?: string}}) => {
		const answer = await send(message);
		if (message.call === 'check' && answer.ok) spied.answered = message.request.text ?? null;
		return answer;
	}) as typeof chrome.runtime.sendMessage;
	// Of the press itself nothing is heard once it is held; the modifier goes down a moment before it.
	addEventListener('keydown', ({key}) => {
		if (key === 'Control' || key === 'Meta') spied.atPress = spied.answered;
	}, {capture: true});
}
