/**
 * What a house pack of 5,000 terms adds to the engine's start in a fresh process, and to each
 * check: with it, with one of a handful of terms and with none in turn in the same run.
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

/** Makes two signed house packs with the tool that organisations use: one as it is begun, one with the terms. */
function makeHouses() {
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {recursive: true});
	const tool = (...args) => run(path.join(root, 'dist/circumspect'), ['pack', ...args]);
	const at = name => path.join(folder, name);
	const seal = name => {
		tool('compile', at('bench-unit'), '-o', at('payload'));
		tool('sign', at('payload'), '--key', at('bench.key'), '--channel', 'bench', '--not-before', '2026-01-01', '--expires', '2036-01-01', '-o', at(name));
		return at(name);
	};
	const key = /[A-Za-z0-9+/]{43}=/u.exec(tool('keygen', at('bench')))[0];
	tool('new', at('bench-unit'), '--extends', 'ec', '--id', 'bench-unit');
	const few = seal('few');
	appendFileSync(at('bench-unit/concepts/press-enquiry.yaml'), someTerms().map(term => `    - ${term}\n`).join(''));
	return {key, few, many: seal('many')};
}

/** Measures in fresh processes, with and without in turn, so that the machine's other work meets both. */
export function measureHouse(rounds) {
	const {key, few, many} = makeHouses();
	const once = (task, envelope) => Number(run(process.execPath, [path.join(import.meta.dirname, 'house-once.mjs'), task, key, envelope]));
	const times = {many: [], few: [], none: []};
	const ratios = [];
	for (let round = 0; round < rounds; round++) {
		times.many.push(once('with', many));
		times.few.push(once('with', few));
		times.none.push(once('without', many));
		ratios.push(once('check', many));
	}
	return {
		terms, bytes: readFileSync(many).length,
		startMs: Object.fromEntries(Object.entries(times).map(([which, ms]) => [which, {median: median(ms), least: least(ms)}])),
		checkRatio: {median: median(ratios), min: least(ratios)},
	};
}

/** Prints what was measured. */
export function printHouse({terms: number, bytes, startMs, checkRatio}) {
	console.log(`\nHouse pack of ${number.toLocaleString('en')} terms, an envelope of ${bytes.toLocaleString('en')} bytes: the first activation takes ${shown(startMs.many.median)} ms, `
		+ `with one of a handful of terms ${shown(startMs.few.median)}, with none ${shown(startMs.none.median)}; a check ${shown(checkRatio.median)} times as long.`);
}

/** Each wanted figure; see figures.mjs. */
export function houseFigures(house) {
	if (!house) return [];
	const {startMs: {many, few, none}, checkRatio} = house;
	const added = (figure, to) => ({
		figure, most: 20, unit: 'ms', measured: many.median - to.median, aside: `of the least times ${shown(many.least - to.least)}`,
	});
	return [
		added('5,000 terms of a house pack, added to the start', few),
		added('a house pack of 5,000 terms and its signature, added to the start', none),
		{figure: 'house pack, added to a check', most: 30, unit: '%', measured: (checkRatio.median - 1) * 100, aside: `least ${shown((checkRatio.min - 1) * 100)}`},
	];
}
