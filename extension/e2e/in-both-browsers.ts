import {afterAll, beforeAll, describe} from 'vitest';
import type {BrowserName} from '../browsers/browser.js';
import {openStage, type Stage, type StageOptions} from '../browsers/stage.js';

/** How many cases every browser must pass; count-cases.ts holds each run to it. */
export const casesPerBrowser = 323;

const asked = process.env.CIRCUMSPECT_BROWSERS?.split(',') as BrowserName[] | undefined;

/** Both, unless CIRCUMSPECT_BROWSERS names one. */
export const browsersUnderTest: BrowserName[] = asked ?? ['chromium', 'firefox'];

/** Registers the same cases once for each browser, each with a fresh profile. */
export function inBothBrowsers(title: string, cases: (stage: () => Stage) => void, options?: (name: BrowserName) => Promise<StageOptions>): void {
	for (const name of browsersUnderTest) {
		describe(`${name}: ${title}`, () => {
			let stage: Stage | undefined;
			beforeAll(async () => {
				stage = await openStage(name, {headless: true, ...(await options?.(name))});
			});
			afterAll(() => stage?.close());
			cases(() => {
				if (!stage) throw new Error('stage: got none, want an open one');
				return stage;
			});
		});
	}
}
