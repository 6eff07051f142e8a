import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import type {Reporter} from 'vitest/node';
import {browsersUnderTest} from '../in-both-browsers.js';
import {cellsFile, chosenScenarios} from './every-box.js';
import {forms} from './forms.js';
import {type Cell, gridOf} from './grid.js';

/** A run of a few forms by hand need not be whole. */
const isPartial = process.env['CIRCUMSPECT_FORMS'] !== undefined;

/** Prints which scenario held in which box of which browser. */
export default class PrintGrid implements Reporter {
	onTestRunEnd(): void {
		const files = browsersUnderTest.map(cellsFile).filter(existsSync);
		const rows = files.flatMap(file => Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Cell>>));
		const grid = gridOf(new Map(rows), chosenScenarios.map(([name]) => name));
		console.log(grid);
		writeFileSync('dist/surfaces.txt', grid);
		const wanted = forms.length * browsersUnderTest.length;
		if (isPartial || rows.length === wanted) return;
		console.error(`surfaces: forms: got ${rows.length} tried, want ${wanted}`);
		process.exitCode = 1;
	}
}
