/**
 * What a house pack of 5,000 terms adds to the engine's start in a fresh process, and to each
 * check, with and without it in turn in the same run.
 */
import {appendFileSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {out, root, run} from './prepare.mjs';
import {least, median} from './spread.mjs';
import {shown} from './table.mjs';

const terms = 5000;
const folder = path.join(out, 'house');

/** Words that look like some, always the same ones: letters from a linear congruence. */
function* words() {
	let state = 1;
	const next = below => {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		return (state >>> 16) % below;
	};
	const letter = among => among[next(among.length)];
	for (;;) {
		yield Array.from({length: 2 + next(3)}, () => letter('bcdfglmnprstvz') + letter('aeiou') + (next(2) ? letter('lnrst') : '')).join('');
	}
}

/** Terms of two words, each only once. */
function someTerms() {
	const list = new Set();
	for (const given = words(); list.size < terms;) list.add(`${given.next().value} ${given.next().value}`);
	return [...list];
}

/** Makes a signed house pack with the tool that organisations use. */
function makeHouse() {
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {recursive: true});
	const tool = (...args) => run(path.join(root, 'dist/circumspect'), ['pack', ...args]);
	const at = name => path.join(folder, name);
	tool('new', at('bench-unit'), '--extends', 'ec', '--id', 'bench-unit');
	appendFileSync(at('bench-unit/concepts/press-enquiry.yaml'), someTerms().map(term => `    - ${term}\n`).join(''));
	tool('compile', at('bench-unit'), '-o', at('payload'));
	const made = tool('keygen', at('bench'));
	tool('sign', at('payload'), '--key', at('bench.key'), '--channel', 'bench', '--not-before', '2026-01-01', '--expires', '2036-01-01', '-o', at('envelope'));
	const key = /[A-Za-z0-9+/]{43}=/u.exec(made)[0];
	return {key, bytes: readFileSync(at('envelope')).length};
}

/** Measures in fresh processes, with and without in turn, so that the machine's other work meets both. */
export function measureHouse(rounds) {
	const {key, bytes} = makeHouse();
	const once = task => Number(run(process.execPath, [path.join(import.meta.dirname, 'house-once.mjs'), task, key, path.join(folder, 'envelope')]));
	const [withIt, without, ratios] = [[], [], []];
	for (let round = 0; round < rounds; round++) {
		withIt.push(once('with'));
		without.push(once('without'));
		ratios.push(once('check'));
	}
	return {
		terms, bytes,
		startMs: {with: median(withIt), without: median(without), added: median(withIt) - median(without), addedLeast: least(withIt) - least(without)},
		checkRatio: {median: median(ratios), min: least(ratios)},
	};
}

/** Prints what was measured. */
export function printHouse({terms: number, bytes, startMs, checkRatio}) {
	console.log(`\nHouse pack of ${number.toLocaleString('en')} terms, an envelope of ${bytes.toLocaleString('en')} bytes: the first activation takes ${shown(startMs.with)} ms, `
		+ `without it ${shown(startMs.without)}; a check ${shown(checkRatio.median)} times as long.`);
}

/** Each wanted figure; see figures.mjs. */
export function houseFigures(house) {
	if (!house) return [];
	const {startMs, checkRatio} = house;
	return [
		{figure: 'house pack, added to the start', most: 20, unit: 'ms', measured: startMs.added, aside: `of the least times ${shown(startMs.addedLeast)}`},
		{figure: 'house pack, added to a check', most: 30, unit: '%', measured: (checkRatio.median - 1) * 100, aside: `least ${shown((checkRatio.min - 1) * 100)}`},
	];
}
