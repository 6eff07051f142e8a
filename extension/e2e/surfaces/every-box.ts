import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {BrowserName, Page} from '../../browsers/browser.js';
import {openStage, type Stage} from '../../browsers/stage.js';
import {empty, openForm, showForm} from '../box.js';
import {browsersUnderTest} from '../in-both-browsers.js';
import {chooseOrganisation} from '../writer.js';
import {forms, type Form} from './forms.js';
import type {Cell} from './grid.js';
import {core, scenarios} from './scenarios.js';

/** Where the cells of a browser are kept for the table that is printed when all have run. */
export const cellsFile = (name: BrowserName): string => path.join('dist', `surfaces-${name}.json`);

/** To run a few by hand: CIRCUMSPECT_FORMS='x post,x chat' CIRCUMSPECT_SCENARIOS=typed; `core` stands for some. */
function wanted<T>(entries: [string, T][], variable: string): [string, T][] {
	const said = process.env[variable];
	const names = said === 'core' ? core : said?.split(',');
	return names ? entries.filter(([name]) => names.includes(name)) : entries;
}

/** The scenarios that this run is about. */
export const chosenScenarios = wanted(Object.entries(scenarios), 'CIRCUMSPECT_SCENARIOS');

/** Runs every scenario in every form, in one browser. */
export function everyBox(name: BrowserName): void {
	const chosenForms = wanted(forms.map(form => [form.id, form]), 'CIRCUMSPECT_FORMS');
	const rows: Record<string, Record<string, Cell>> = {};
	describe.skipIf(!browsersUnderTest.includes(name))(`${name}: every box`, () => {
		let stage: Stage;
		beforeAll(async () => {
			stage = await openStage(name, {headless: true});
			await (await chooseOrganisation(stage)).close();
		});
		afterAll(async () => {
			mkdirSync('dist', {recursive: true});
			writeFileSync(cellsFile(name), JSON.stringify(rows));
			await stage?.close();
		});
		it.each(chosenForms)('%s', {timeout: 300_000}, async (id, form) => {
			const row: Record<string, Cell> = (rows[`${name} ${id}`] = {});
			let page = await openForm(stage, form);
			for (const [scenario, run] of chosenScenarios) {
				row[scenario] = await cellOf(() => run(page, form));
				page = await afresh(stage, page, form, row[scenario]);
			}
			await page.close();
			expect(Object.entries(row).flatMap(([scenario, {error}]) => (error ? [`${scenario}: ${error}`] : []))).toEqual([]);
			// A cell without an answer is a scenario that nobody ran.
			expect(Object.keys(row)).toHaveLength(chosenScenarios.length);
		});
	});
}

async function cellOf(run: () => Promise<string | void>): Promise<Cell> {
	const startedMs = Date.now();
	try {
		const reason = await run();
		return {ms: Date.now() - startedMs, ...(reason && {reason})};
	} catch (error) {
		return {ms: Date.now() - startedMs, error: (error as Error).message};
	}
}

/** An empty box for the next scenario: in a new page where one has failed. */
async function afresh(stage: Stage, page: Page, form: Form, cell: Cell): Promise<Page> {
	if (!cell.error) {
		await empty(page).catch(() => showForm(page, form));
		return page;
	}
	await page.close();
	return openForm(stage, form);
}
