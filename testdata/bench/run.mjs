/**
 * make bench: measures the engine beside its peers and prints what came out; the same
 * goes to dist/bench/results.json. Needs a built project. It asserts nothing.
 *
 *   node testdata/bench/run.mjs [--rounds N] [--budget-ms N] [--quick]
 *        [--without-browsers | --only-pages | --only-server | --only-house]
 *
 * Every engine runs in a process of its own, and the engines take turns, so that what
 * else the machine does meets all of them alike. --quick is one short round without the
 * longest text for slow peers. --only-pages measures nothing but what the extension does in
 * the pages of sites, and writes to dist/bench/pages.json; --only-server the same of the pack
 * server, to dist/bench/server.json, with --worker-requests N before a worker's memory is read;
 * --only-house prints what a house pack costs.
 */
import {writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import path from 'node:path';
import {figuresOf, judged, printFigures} from './figures.mjs';
import {houseFigures, measureHouse, printHouse} from './house.mjs';
import {measureLoading, measureNative} from './native.mjs';
import {mergeCost, pageFigures, printPages} from './pages.mjs';
import {out, prepare, root, run} from './prepare.mjs';
import {printServer, serverFigures} from './server-figures.mjs';
import {merge, printResults} from './table.mjs';
import {weighAll} from './weigh.mjs';

const engines = ['circumspect', 'native', 'write-good', 'alex', 'retext', 'textlint', 'harper'];
/** These need seconds to minutes for 60,000 characters: once is enough. */
const slow = new Set(['textlint', 'harper']);
const browserRounds = 9;
/** Of what the extension does in pages: windows of so many seconds, and so many posts that are sent. */
const [pageSeconds, posts] = [10, 30];
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

/** Runs a part that was bundled for Node; gives nothing of it when it fails. */
async function attemptPart(file, step) {
	try {
		return await step(await import(path.join(out, file)));
	} catch (error) {
		console.log(`${file}: not measured: ${error.message.split('\n')[0]}`);
		return [];
	}
}

/** What the extension costs in pages, and how often Post is pressed before its answer. */
async function measurePages() {
	if (flags.includes('--without-browsers')) return {cost: [], presses: []};
	const before = load();
	const measured = await attemptPart('cost-in-page.mjs', ({measureCost}) => measureCost({root, rounds, seconds: quick ? 3 : pageSeconds}));
	const between = load();
	const presses = await attemptPart('presses.mjs', ({measurePresses}) => measurePresses({root, posts: quick ? 4 : posts}));
	return {cost: mergeCost(measured), presses, load: `${before} to ${between}`, measured};
}

async function onlyPages() {
	const pages = await measurePages();
	const figures = judged(pageFigures(pages));
	writeFileSync(path.join(out, 'pages.json'), JSON.stringify({pages, figures}, null, '\t') + '\n');
	printPages(pages);
	printFigures(figures);
}

/** The pack server beside bare handlers; nothing where a part of it is not built. */
async function measurePackServer() {
	process.stderr.write('pack server\n');
	try {
		const {measureServer} = await import('./server.mjs');
		return await measureServer({
			rounds: quick ? 1 : 5, seconds: quick ? 1 : 2,
			requests: quick ? 5000 : 100_000, workerRequests: flag('--worker-requests', quick ? 500 : 2000),
		});
	} catch (error) {
		console.log(`pack server: not measured: ${error.message.split('\n')[0]}`);
		return undefined;
	}
}

async function onlyServer() {
	const server = await measurePackServer();
	if (!server) return;
	const figures = judged(serverFigures(server));
	writeFileSync(path.join(out, 'server.json'), JSON.stringify({load: load(), server, figures}, null, '\t') + '\n');
	printServer(server);
	printFigures(figures);
}

/** What a house pack adds to the engine's start and to each check. */
const measureHousePack = () => attempt('house pack', () => measureHouse(quick ? 3 : 15));

function onlyHouse() {
	const house = measureHousePack();
	if (house) printHouse(house);
	printFigures(judged(houseFigures(house)));
}

async function main() {
	if (flags.includes('--only-server')) return onlyServer();
	await prepare();
	if (flags.includes('--only-house')) return onlyHouse();
	if (flags.includes('--only-pages')) return onlyPages();
	const loadBefore = load();
	const {measured, loading} = measureEngines();
	const memory = JSON.parse(run(process.execPath, [path.join(import.meta.dirname, 'memory.mjs')]));
	const house = measureHousePack();
	const browsers = await measureBrowsers();
	const pages = await measurePages();
	const server = await measurePackServer();
	const machine = {
		cpus: `${cpus().length} × ${cpus()[0].model}`, node: process.versions.node,
		go: run('go', ['version']).trim(), loadBefore, loadAfter: load(),
	};
	const results = {machine, engines: merge(measured), loading, browsers, pages, server, house, weights: weighAll(), memory};
	const figures = figuresOf(results);
	writeFileSync(path.join(out, 'results.json'), JSON.stringify({...results, figures, measured}, null, '\t') + '\n');
	printResults(results);
	printPages(pages);
	if (server) printServer(server);
	if (house) printHouse(house);
	printFigures(figures);
	console.log(`\n${path.relative(process.cwd(), path.join(out, 'results.json'))} holds every round.`);
}

try {
	await main();
} catch (error) {
	console.log(`bench: ${error.message}`);
}
process.exit(0);
