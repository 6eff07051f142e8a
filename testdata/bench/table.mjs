/** Prints what was measured. */
import {classes, sizes} from './classes.mjs';
import {least, median} from './spread.mjs';

/** A number to three digits, a dash for none. */
export function shown(number) {
	if (number === null || number === undefined) return '–';
	if (number >= 100) return Math.round(number).toLocaleString('en');
	return number >= 10 ? number.toFixed(1) : number >= 1 ? number.toFixed(2) : number.toFixed(3);
}

/** Rows as columns of equal width; the first column to the left, numbers to the right. */
function columns(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
	const line = row => row.map((cell, column) => column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column])).join('  ');
	return rows.map(line).join('\n');
}

/** Prints a title and rows as a table; the first row is its head. */
export function print(title, rows) {
	console.log(`\n${title}\n${columns(rows)}`);
}

/** The rounds of each engine as one: the median of the medians and 95th percentiles, the least of the least. */
export function merge(measured) {
	return grouped(measured).map(rounds => ({
		...rounds[0],
		rounds: rounds.length,
		startMs: {
			total: median(rounds.map(one => one.startMs.total)), min: least(rounds.map(one => one.startMs.total)),
			cpu: median(rounds.map(one => one.startMs.cpu)),
		},
		...Object.fromEntries(sizes.map(({name}) => [name, mergeSize(rounds.flatMap(one => one[name] ?? []))])),
	}));
}

function grouped(measured) {
	const names = [...new Set(measured.map(one => one.engine))];
	return names.map(name => measured.filter(one => one.engine === name));
}

function mergeSize(rounds) {
	const times = className => rounds.flatMap(one => one[className] ?? []);
	return {findings: rounds[0]?.findings, ...Object.fromEntries(classes.map(name => [name, {
		min: least(times(name).map(one => one.min)),
		median: median(times(name).map(one => one.median)),
		p95: median(times(name).map(one => one.p95)),
		cpu: median(times(name).map(one => one.cpu)),
	}]))};
}

/** The peers: whoever is not us. */
const isPeer = ({engine}) => engine !== 'circumspect' && engine !== 'native';

/** The peer that is fastest in the median of a class. */
export function fastestPeer(engines, size, className) {
	const peers = engines.filter(one => isPeer(one) && one[size][className].median !== null);
	return peers.sort((a, b) => a[size][className].median - b[size][className].median)[0];
}

/** The columns of the table of times; what is not said of a class is in results.json. */
const timeColumns = [
	['unique', 'median'], ['p95', 'p95'], ['min', 'min'], ['cpu', 'cpu'],
].map(([head, key]) => ({head, className: 'unique', key})).concat(
	['repeat', 'keystroke'].flatMap(className => [
		{head: className, className, key: 'median'}, {head: 'min', className, key: 'min'}, {head: 'cpu', className, key: 'cpu'},
	]));

function printTimes(engines) {
	for (const {name, label} of sizes) {
		print(`Milliseconds for a text of ${label} characters: median, 95th percentile, least, median of the processor's time`, [
			['engine', ...timeColumns.map(({head}) => head), 'findings'],
			...engines.map(one => [
				`${one.name} ${one.version}`.trim(),
				...timeColumns.map(({className, key}) => shown(one[name][className][key])),
				one[name].findings ?? '–',
			]),
		]);
	}
}

function printRatios(engines) {
	const cells = sizes.flatMap(({name, label}) => classes.map(className => ({name, className, title: `${label} ${className}`})));
	const rows = cells.flatMap(({name, className, title}) => {
		const peer = fastestPeer(engines, name, className);
		const ratio = id => {
			const ours = engines.find(one => one.engine === id)?.[name][className].median;
			return ours && peer ? `${shown(ours / peer[name][className].median)}×` : '–';
		};
		return peer ? [[title, peer.name, ratio('circumspect'), ratio('native')]] : [];
	});
	print('Our time over that of the fastest peer (medians; below 1 we are faster)', [['text', 'fastest peer', 'wasm', 'native'], ...rows]);
}

function printStarts(engines, loading) {
	print('Milliseconds from start to the first result in Node (median, min, processor time) and memory at the end', [
		['engine', 'start', 'min', 'cpu', 'process MB', 'wasm MB'],
		...engines.map(one => [one.name, shown(one.startMs.total), shown(one.startMs.min), shown(one.startMs.cpu), shown(one.rssMb), shown(one.wasmMemoryMb)]),
	]);
	if (!loading) return;
	print('Our engine as wasm in Node, cold, to the first result', [
		['way', 'ms', 'min'],
		['load the image', shown(median(loading.map(one => one.loadMs))), shown(least(loading.map(one => one.loadMs)))],
		['build the automaton at start', shown(median(loading.map(one => one.newMs))), shown(least(loading.map(one => one.newMs)))],
	]);
}

function printBrowsers(browsers) {
	if (browsers.length === 0) return;
	const cells = times => [shown(median(times)), shown(least(times))];
	print('Milliseconds from a message to its answer in a browser (median, min)', [
		['browser', 'first check', 'min', 'wake-up alone', 'min', 'later check', 'min', 'rounds'],
		...browsers.map(one => [one.browser, ...cells(one.firstCheckMs), ...cells(one.wakeMs), ...cells(one.laterCheckMs), one.firstCheckMs.length]),
	]);
	console.log('first check: the background was stopped; the browser starts it, it starts the engine, loads the rules and judges.');
}

function printSizes(weights) {
	const bytes = number => number?.toLocaleString('en') ?? '–';
	print('Bytes', [['file', 'raw', 'gzip -9'], ...Object.entries(weights).map(([name, {raw, gzip}]) => [name, bytes(raw), bytes(gzip)])]);
}

/** Prints everything but the figures of figures.mjs. */
export function printResults({machine, engines, loading, browsers, weights, memory}) {
	console.log(`\n${machine.cpus}, Node ${machine.node}, ${machine.go}; load ${machine.loadBefore} before, ${machine.loadAfter} after. On a loaded machine trust min, cpu and ratios.`);
	printTimes(engines);
	printRatios(engines);
	printStarts(engines, loading);
	printBrowsers(browsers);
	printSizes(weights);
	print('Linear memory of the engine, MB', [['when', 'MB'], ['after start', shown(memory.afterStartMb)], [`after ${memory.checks.toLocaleString('en')} checks`, shown(memory.afterChecksMb)]]);
}
