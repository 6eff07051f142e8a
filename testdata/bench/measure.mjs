/**
 * Measures one engine in this process and prints one line of JSON:
 *   node testdata/bench/measure.mjs ENGINE [--budget-ms N] [--without-long]
 * An engine is a file of engines/ that exports
 *   name, version, init(), lint(text) → number of findings, and perhaps
 *   memoryMb() → linear memory now. init and lint may be asynchronous.
 */
import {classes, readTexts, sizes, textsOf} from './classes.mjs';
import {median, round, spread} from './spread.mjs';

/** At least so many texts are judged in a class, however long it takes. */
const least = {short: 20, medium: 10, long: 3};
/** An engine that needs so long for one text is known well enough after one. */
const tooSlowMs = 10_000;

const [engineName, ...flags] = process.argv.slice(2);
const budgetMs = Number(flags[flags.indexOf('--budget-ms') + 1]) || 1000;
const warmUpCpuMs = 1.5 * budgetMs;
const texts = Object.fromEntries(sizes.map(size => [size.name, readTexts(size.letter)]));

/** Counts the processor's time of this process, all threads, from now on. */
function cpuMsSince() {
	const begin = process.cpuUsage();
	return () => {
		const {user, system} = process.cpuUsage(begin);
		return (user + system) / 1000;
	};
}

const rssMb = () => Math.round(process.memoryUsage().rss / 1e5) / 10;

/** From nothing to the first answer: reading the code, starting, judging one short text. */
async function start() {
	const cpu = cpuMsSince();
	const begin = performance.now();
	const engine = await import(`./engines/${engineName}.mjs`);
	const imported = performance.now();
	await engine.init();
	const ready = performance.now();
	await engine.lint(texts.short[0]);
	const answered = performance.now();
	return {engine, startMs: {
		import: round(imported - begin), init: round(ready - imported),
		first: round(answered - ready), total: round(answered - begin), cpu: round(cpu()),
	}};
}

/**
 * Judges the texts in turn for as long as the budget lasts. Gives of each the time on the
 * clock and of the processor, which waiting for other programs does not lengthen, and
 * what was found the first time round.
 */
async function judge(engine, list, leastTexts) {
	const times = [];
	const cpuTimes = [];
	let findings = 0;
	const end = performance.now() + budgetMs;
	for (let at = 0; at < leastTexts || performance.now() < end; at++) {
		const cpuMs = cpuMsSince();
		const begin = performance.now();
		const found = await engine.lint(list[at % list.length]);
		times.push(performance.now() - begin);
		cpuTimes.push(cpuMs());
		if (at < list.length) findings += found;
		if (times.at(-1) > tooSlowMs) break;
	}
	return {spread: {...spread(times), cpu: round(median(cpuTimes))}, tooSlow: times.at(-1) > tooSlowMs, findings};
}

/**
 * Judges texts until compilers have seen the code. It lasts for so much time of the
 * processor, not of the clock: on a loaded machine the compilers' threads wait too.
 */
async function warmUp(engine, list) {
	const cpuMs = cpuMsSince();
	for (let at = 0; cpuMs() < warmUpCpuMs; at++) await engine.lint(list[at % list.length]);
}

async function measureSize(engine, {name}) {
	const result = {};
	// The long text finds everything warm.
	if (name !== 'long') await warmUp(engine, texts[name]);
	for (const className of classes) {
		const judged = await judge(engine, textsOf(texts[name], className), least[name]);
		result[className] = judged.spread;
		if (className === 'repeat') result.findings = judged.findings;
		if (judged.tooSlow) break;
	}
	return result;
}

async function measure() {
	const {engine, startMs} = await start();
	const result = {engine: engineName, name: engine.name, version: engine.version, startMs};
	for (const size of sizes) {
		if (size.name === 'long' && flags.includes('--without-long')) continue;
		result[size.name] = await measureSize(engine, size);
	}
	return {...result, rssMb: rssMb(), ...(engine.memoryMb && {wasmMemoryMb: engine.memoryMb()})};
}

console.log(JSON.stringify(await measure()));
process.exit(0);
