/** How long a writer waits for the first answer after the browser has stopped the background. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {BrowserName, Page} from '../../extension/browsers/browser';
import {openStage, type Stage} from '../../extension/browsers/stage';
import {chooseOrganisation, pause, until} from '../../extension/e2e/writer';

/** Milliseconds from a message of an extension page to its answer. */
export interface Start {
	browser: string;
	/** The background was stopped: the browser starts it, it starts the engine and judges. */
	firstCheckMs: number[];
	/** The same for a message that does not need the engine: what the browser takes alone. */
	wakeMs: number[];
	/** The background was running. */
	laterCheckMs: number[];
}

interface Asked {
	ok: boolean;
	ms: number;
}

/** Sends a message from the page and takes the time until the answer. */
async function ask(page: Page, call: string, request: object): Promise<number> {
	const {ok, ms} = await page.evaluate(async (message: object): Promise<Asked> => {
		const begin = performance.now();
		const answer = await chrome.runtime.sendMessage<object, {ok: boolean}>(message);
		return {ok: answer.ok, ms: performance.now() - begin};
	}, {call, request});
	if (!ok) throw new Error(`${call}: got no answer, want one`);
	return ms;
}

async function stop({browser}: Stage): Promise<void> {
	await browser.stopBackground();
	await until('stopped background', async () => !(await browser.backgroundIsRunning()));
	// What the browser still does about the end of the old one is not part of the start.
	await pause(500);
}

/** Stops the background `rounds` times and measures; the browser runs without a window. */
export async function measureStart(root: string, name: BrowserName, rounds: number): Promise<Start> {
	const text = readFileSync(path.join(root, 'testdata/bench/texts/s02.txt'), 'utf8');
	const check = {text, surface: 'post', site: 'none'};
	const stage = await openStage(name, {root, headless: true});
	try {
		const page = await chooseOrganisation(stage);
		const result: Start = {browser: `${name} ${stage.browser.version}`, firstCheckMs: [], wakeMs: [], laterCheckMs: []};
		await ask(page, 'check', check);
		for (let round = 0; round < rounds; round++) {
			await stop(stage);
			result.firstCheckMs.push(await ask(page, 'check', check));
			result.laterCheckMs.push(await ask(page, 'check', check));
			await stop(stage);
			result.wakeMs.push(await ask(page, 'status', {}));
		}
		return result;
	} finally {
		await stage.close();
	}
}
