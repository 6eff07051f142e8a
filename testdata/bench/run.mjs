/**
 * make bench: measures the engine beside its peers and prints what came out; the same
 * goes to dist/bench/results.json. Needs a built project. It asserts nothing.
 *
 *   node testdata/bench/run.mjs [--rounds N] [--budget-ms N] [--quick] [--without-browsers]
 *
 * Every engine runs in a process of its own, and the engines take turns, so that what
 * else the machine does meets all of them alike. --quick is one short round without the
 * longest text for slow peers.
 */
import {writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import path from 'node:path';
import {figuresOf, printFigures} from './figures.mjs';
import {measureLoading, measureNative} from './native.mjs';
import {out, prepare, root, run} from './prepare.mjs';
import {merge, printResults} from './table.mjs';
import {weighAll} from './weigh.mjs';

const engines = ['circumspect', 'native', 'write-good', 'alex', 'retext', 'textlint', 'harper'];
/** These need seconds to minutes for 60,000 characters: once is enough. */
const slow = new Set(['textlint', 'harper']);
const browserRounds = 9;
/** A peer that hangs is given up. */
const patienceMs = 600_000;

const flags = process.argv.slice(2);
const flag = (name, otherwise) => flags.includes(name) ? Number(flags[flags.indexOf(name) + 1]) : otherwise;
const quick = flags.includes('--quick');
const rounds = flag('--rounds', quick ? 1 : 3);
const budgetMs = flag('--budget-ms', quick ? 500 : 1000);

const load = () => loadavg()[0].toFixed(1);

/** Runs a step and says what failed instead of ending the whole run. */
function attempt(what, step) {
	try {
		return step();
	} catch (error) {
		console.log(`${what}: not measured: ${error.message.split('\n')[0]}`);
		return undefined;
	}
}

function measureEngine(engine, round) {
	if (engine === 'native') return measureNative(budgetMs);
	const without = slow.has(engine) && (quick || round > 0) ? ['--without-long'] : [];
	// Long sentences take textlint's parser deep: it needs a larger stack than usual.
	const stack = engine === 'textlint' ? ['--stack-size=4096'] : [];
	return JSON.parse(run(process.execPath,
		[...stack, path.join(import.meta.dirname, 'measure.mjs'), engine, '--budget-ms', String(budgetMs), ...without],
		{timeout: patienceMs}));
}

function measureEngines() {
	const measured = [];
	const loading = [];
	for (let round = 0; round < rounds; round++) {
		for (const engine of engines) {
			process.stderr.write(`round ${round + 1} of ${rounds}: ${engine}\n`);
			measured.push(attempt(engine, () => measureEngine(engine, round)));
		}
		loading.push(attempt('loading', measureLoading));
	}
	const kept = loading.filter(Boolean);
	return {measured: measured.filter(Boolean), loading: kept.length > 0 ? kept : undefined};
}

async function measureBrowsers() {
	if (flags.includes('--without-browsers')) return [];
	const {measureStart} = await import(path.join(out, 'start-in-browser.mjs'));
	const results = [];
	for (const name of ['chromium', 'firefox']) {
		process.stderr.write(`${name}\n`);
		results.push(await measureStart(root, name, quick ? 3 : browserRounds).catch(error => {
			console.log(`${name}: not measured: ${error.message.split('\n')[0]}`);
		}));
	}
	return results.filter(Boolean);
}

async function main() {
	await prepare();
	const loadBefore = load();
	const {measured, loading} = measureEngines();
	const memory = JSON.parse(run(process.execPath, [path.join(import.meta.dirname, 'memory.mjs')]));
	const browsers = await measureBrowsers();
	const machine = {
		cpus: `${cpus().length} × ${cpus()[0].model}`, node: process.versions.node,
		go: run('go', ['version']).trim(), loadBefore, loadAfter: load(),
	};
	const results = {machine, engines: merge(measured), loading, browsers, weights: weighAll(), memory};
	const figures = figuresOf(results);
	writeFileSync(path.join(out, 'results.json'), JSON.stringify({...results, figures, measured}, null, '\t') + '\n');
	printResults(results);
	printFigures(figures);
	console.log(`\n${path.relative(process.cwd(), path.join(out, 'results.json'))} holds every round.`);
}

try {
	await main();
} catch (error) {
	console.log(`bench: ${error.message}`);
}
process.exit(0);
