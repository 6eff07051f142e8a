/** What the content script takes of a page whose feed never rests, beside the same page without it. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from '../../extension/browsers/browser';
import {openStage, type Stage} from '../../extension/browsers/stage';
import {hasCaret, showForm} from '../../extension/e2e/box';
import {embargo} from '../../extension/e2e/samples';
import {type Form, forms} from '../../extension/e2e/surfaces/forms';
import {chooseOrganisation, pause, underlines, until} from '../../extension/e2e/writer';
import {trace, type Work} from './trace';

/** In the order in which they come on one page: no box was ever focused, keys are pressed in one, it was left. */
export const phases = ['untouched', 'typing', 'left'] as const;
export type Phase = (typeof phases)[number];

/** One window of time on one page. */
export interface Measured extends Work {
	site: string;
	phase: Phase;
	extension: boolean;
	round: number;
	/** Keys that were pressed. */
	keys: number;
}

export interface Rounds {
	root: string;
	rounds: number;
	/** The length of a window. */
	seconds: number;
	/** Folder of the built extension, where it is not the usual one. */
	extension?: string;
}

/** The box in which a post is written on a site's feed. */
const boxes = ['x home', 'linkedin post', 'facebook post'];
const keysPerSecond = 8;
/** The page has come to rest, but for what `?stress` adds. */
const settlesMs = 2000;
/** So much is in the box, beside a sentence with a warning, before the first key. */
const before = 90;

/** Measures each site in each round, with and without the extension in turn; the browsers have no window. */
export async function measureCost({root, rounds, seconds, extension}: Rounds): Promise<Measured[]> {
	const measured: Measured[] = [];
	const options = {root, headless: true, ...(extension && {extension})};
	const [bare, ours] = [await openStage('chromium', {...options, install: false}), await openStage('chromium', options)];
	try {
		await (await chooseOrganisation(ours)).close();
		for (let round = 0; round < rounds; round++) {
			const text = readFileSync(path.join(root, `testdata/bench/texts/s${String(round + 1).padStart(2, '0')}.txt`), 'utf8').replaceAll('\n', ' ');
			for (const form of forms.filter(({id}) => boxes.includes(id))) {
				for (const stage of [bare, ours]) {
					process.stderr.write(`round ${round + 1} of ${rounds}: ${form.site}, ${stage === ours ? 'with' : 'without'} the extension\n`);
					const visit = await visitOf(stage, form, {text, seconds, answers: stage === ours});
					measured.push(...visit.map(one => ({...one, site: form.site, extension: stage === ours, round})));
				}
			}
		}
		return measured;
	} finally {
		await Promise.all([bare.close(), ours.close()]);
	}
}

interface Writing {
	text: string;
	seconds: number;
	/** Whether there is an answer to wait for. */
	answers: boolean;
}

type Seen = Work & {phase: Phase; keys: number};

/** Opens the feed, looks on, writes, leaves the box and looks on. */
async function visitOf(stage: Stage, form: Form, writing: Writing): Promise<Seen[]> {
	const url = new URL(form.url);
	url.searchParams.set('stress', '');
	const page = await stage.browser.open(url.href);
	try {
		await page.front();
		await leave(page);
		await pause(settlesMs);
		const untouched = await trace(page, () => pause(writing.seconds * 1000));
		await begin(page, form, writing);
		let keys = 0;
		const typing = await trace(page, async () => void (keys = await type(page, writing)));
		await leave(page);
		await pause(settlesMs);
		const left = await trace(page, () => pause(writing.seconds * 1000));
		return [{...untouched, phase: 'untouched', keys: 0}, {...typing, phase: 'typing', keys}, {...left, phase: 'left', keys: 0}];
	} finally {
		await page.close();
	}
}

/** Fills the box with a sentence that stays underlined while the rest is typed. */
async function begin(page: Page, form: Form, {text, answers}: Writing): Promise<void> {
	await showForm(page, form);
	await page.paste(`${embargo.sentence} ${text.slice(0, before)}`);
	if (answers) await until('underline', async () => (await underlines(page)).length > 0);
	await pause(settlesMs);
}

/** Types for as long as the window lasts, each key at its time; gives how many there were. */
async function type(page: Page, {text, seconds}: Writing): Promise<number> {
	const start = performance.now();
	let keys = 0;
	for (; performance.now() - start < seconds * 1000; keys++) {
		await page.type(text[(before + keys) % text.length]!);
		await pause(start + ((keys + 1) * 1000) / keysPerSecond - performance.now());
	}
	return keys;
}

/** Takes the caret out of the box; a dialog that does not let it go is closed. */
async function leave(page: Page): Promise<void> {
	await page.evaluate(() => {
		let active = document.activeElement;
		while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
		(active as HTMLElement | null)?.blur();
	});
	await pause(200);
	if (!(await hasCaret(page))) return;
	await page.evaluate(() => window.replica.open('feed'));
	await until('no caret in the box', async () => !(await hasCaret(page)));
}
