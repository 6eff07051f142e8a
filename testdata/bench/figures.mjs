/** The figures the project wants to reach, beside what was measured. They are reported, never enforced. */
import {houseFigures} from './house.mjs';
import {pageFigures} from './pages.mjs';
import {serverFigures} from './server-figures.mjs';
import {least, median} from './spread.mjs';
import {shown} from './table.mjs';

const megabytes = bytes => bytes / 1e6;

/** Each wanted figure: the most it may be, and what was measured, null where nothing was. */
export function figuresOf({engines, browsers, pages, house, server, weights, memory}) {
	const wasm = engines.find(one => one.engine === 'circumspect');
	const content = Object.entries(weights).filter(([name]) => name.startsWith('content.'));
	const packed = Object.entries(weights).filter(([name]) => name.endsWith('.zip'));
	const time = size => wasm?.[size].unique.median;
	const calmer = size => `cpu ${shown(wasm?.[size].unique.cpu)}, min ${shown(wasm?.[size].unique.min)}`;
	return judged([
		{figure: 'wasm, 280 characters, unique', most: 0.1, unit: 'ms', measured: time('short'), aside: calmer('short')},
		{figure: 'wasm, 3,000 characters, unique', most: 0.8, unit: 'ms', measured: time('medium'), aside: calmer('medium')},
		{figure: 'wasm, 60,000 characters, unique', most: 20, unit: 'ms', measured: time('long'), aside: calmer('long')},
		...browsers.map(one => ({
			figure: `start to first result, ${one.browser}`, most: 250, unit: 'ms',
			measured: median(one.firstCheckMs), aside: `min ${shown(least(one.firstCheckMs))}, wake-up alone ${shown(median(one.wakeMs))}`,
		})),
		{figure: 'engine wasm without tables, gzip', most: 1.5, unit: 'MB', measured: megabytes(weights['engine.wasm, built with an empty image'].gzip)},
		{figure: 'tables and rules, gzip', most: 0.5, unit: 'MB', measured: megabytes(weights['image, tables and rules'].gzip)},
		{figure: 'learned signal, packed', most: 400, unit: 'KB', measured: weights['image, learned signal'].raw / 1e3},
		...packed.map(([name, {raw}]) => ({figure: name, most: 2.5, unit: 'MB', measured: megabytes(raw)})),
		{figure: 'content script, gzip', most: 60, unit: 'KB', measured: content.reduce((sum, [, {gzip}]) => sum + gzip, 0) / 1e3},
		{figure: 'linear memory after 10,000 checks', most: 40, unit: 'MB', measured: memory.afterChecksMb},
		...houseFigures(house),
		...pageFigures(pages),
		...serverFigures(server),
	]);
}

/** Says of each figure whether it was reached; null where nothing was measured. */
export function judged(figures) {
	return figures.map(one => ({...one, reached: one.measured === undefined ? null : one.measured <= one.most}));
}

export function printFigures(figures) {
	console.log('\nfigure | want | measured | reached');
	for (const {figure, most, unit, measured, reached, aside} of figures) {
		const verdict = reached === null ? 'not measured' : reached ? 'yes' : 'no';
		console.log(`${figure} | ≤ ${most} ${unit} | ${shown(measured)} ${unit}${aside ? ` (${aside})` : ''} | ${verdict}`);
	}
}
