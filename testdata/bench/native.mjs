/** The Go benchmarks of engine/bench_test.go, run and read. */
import path from 'node:path';
import {classes, sizes} from './classes.mjs';
import {goRoot, out, root, run} from './prepare.mjs';

const folder = path.join(root, 'engine');

/** Reads `BenchmarkX/a/b-2  100  5 ns/op  0.1 ms-median …` into {'X/a/b': {'ns/op': 5, …}}. */
export function parseBenchmarks(text) {
	const found = {};
	for (const line of text.split('\n')) {
		const [, name, rest] = /^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)$/u.exec(line) ?? [];
		if (!name) continue;
		const pairs = rest.trim().split(/\s+/u);
		found[name] = Object.fromEntries(pairs.flatMap((unit, at) => at % 2 ? [[unit, Number(pairs[at - 1])]] : []));
	}
	return found;
}

/** The engine without WebAssembly, in the form of measure.mjs. */
export function measureNative(budgetMs) {
	const measured = parseBenchmarks(run(path.join(out, 'engine.test'),
		['-test.run=^$', '-test.bench=Check', `-test.benchtime=${budgetMs}ms`], {cwd: folder}));
	const result = {engine: 'native', name: 'circumspect (native Go)', version: ''};
	for (const {name} of sizes) {
		result[name] = Object.fromEntries(classes.map(className => {
			const times = measured[`Check/${name}/${className}`];
			return [className, {min: times['ms-min'], median: times['ms-median'], p95: times['ms-p95']}];
		}));
	}
	return {...result, startMs: {total: coldMs('Load', [path.join(out, 'engine.test')])}};
}

/** Milliseconds to the first answer in a fresh process, without the start of the process. */
function coldMs(benchmark, [program, ...args]) {
	const text = run(program, [...args, '-test.run=^$', `-test.bench=${benchmark}$`, '-test.benchtime=1x'], {cwd: folder});
	return parseBenchmarks(text)[benchmark]['ns/op'] / 1e6;
}

/** Loading the image beside building the automaton at start, both cold and as WebAssembly in Node. */
export function measureLoading() {
	const program = [path.join(goRoot(), 'lib/wasm/go_js_wasm_exec'), path.join(out, 'engine.test.wasm')];
	return {loadMs: coldMs('Load', program), newMs: coldMs('New', program)};
}
