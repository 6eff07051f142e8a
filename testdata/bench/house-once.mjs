/**
 * One fresh process, with one of three tasks: the first activation of an engine `with` or
 * `without` a house pack, or the same texts checked by both in turn (`check`).
 */
import {readFileSync} from 'node:fs';
import {Engine} from '../../dist/bench/bridge.mjs';
import {readTexts} from './classes.mjs';
import {median} from './spread.mjs';

const [task, key, file] = process.argv.slice(2);
const code = await WebAssembly.compile(readFileSync(new URL('../../dist/bench/engine.wasm', import.meta.url)));
const profile = [['org', 'ec'], ['status', 'official'], ['device', 'private'], ['lang', 'en']];
const envelope = readFileSync(file).toString('base64');
const pairs = {
	with: [...profile, ['channel', 'bench'], ['key', key], ['now', String(Math.floor(Date.now() / 1000))], ['envelope', envelope]],
	without: profile,
};

/** Starts an engine and gives how many milliseconds its first activation took. */
async function start(which) {
	const engine = await Engine.start(imports => WebAssembly.instantiate(code, imports));
	const begin = performance.now();
	const {house, refusal} = engine.activate(pairs[which]);
	const ms = performance.now() - begin;
	if ((house?.id === 'bench-unit') !== (which === 'with')) throw new Error(`house pack: got ${JSON.stringify(house ?? refusal)}, want it only ${which}`);
	return {engine, ms};
}

/** Lets two engines check the same texts in turn. */
async function checks() {
	const engines = {with: await start('with'), without: await start('without')};
	const texts = [...readTexts('s'), ...readTexts('m')];
	const times = {with: [], without: []};
	for (let round = 0; round < 30; round++) {
		for (const which of round % 2 ? ['with', 'without'] : ['without', 'with']) {
			const begin = performance.now();
			for (const text of texts) engines[which].engine.check([['text', `${text} ${round}`], ['surface', 'post'], ['site', 'x']]);
			if (round > 4) times[which].push(performance.now() - begin);
		}
	}
	return median(times.with) / median(times.without);
}

console.log(task === 'check' ? await checks() : (await start(task)).ms);
process.exit(0);
