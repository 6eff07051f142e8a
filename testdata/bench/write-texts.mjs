/**
 * Writes texts/: 20 posts (s01 …, 250 to 280 characters), 10 long posts (m01 …, 2,800
 * to 3,000) and one of 60,000 (l01). They are committed; run this after changing
 * sentences.mjs:  node testdata/bench/write-texts.mjs
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fillings, paragraphs, posts} from './sentences.mjs';

const folder = path.join(import.meta.dirname, 'texts');
const paragraphBreak = '\n\n';

/** Numbers that look random and are the same on every machine (a linear congruence). */
function randomness(seed) {
	let state = seed;
	return below => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor(state / 2 ** 32 * below);
	};
}

/** Every index below `count` once, in random order. */
function shuffled(count, random) {
	const order = Array.from({length: count}, (_, index) => index);
	for (let at = count - 1; at > 0; at--) {
		const other = random(at + 1);
		[order[at], order[other]] = [order[other], order[at]];
	}
	return order;
}

const capital = text => text.replace(/^./u, first => first.toUpperCase());

function fill(sentence, random) {
	return capital(sentence.replace(/\{(\w+)\}/gu, (_, name) => {
		const choices = fillings[name];
		return choices ? choices[random(choices.length)] : String(3 + random(90));
	}));
}

/** Adds paragraph after paragraph, and stops within one as soon as there are `units` UTF-16 code units. */
function compose(units, random, start = '') {
	let text = start;
	for (;;) {
		for (const index of shuffled(paragraphs.length, random)) {
			let gap = text === '' ? '' : paragraphBreak;
			for (const sentence of paragraphs[index]) {
				text += gap + fill(sentence, random);
				if (text.length >= units) return text;
				gap = ' ';
			}
		}
	}
}

function write(name, text) {
	writeFileSync(path.join(folder, `${name}.txt`), text);
}

function inRange(name, text, least, most) {
	if (text.length < least || text.length > most) {
		throw new Error(`${name}: got ${text.length} characters, want ${least} to ${most}`);
	}
	write(name, text);
}

const numbered = (letter, index) => letter + String(index + 1).padStart(2, '0');

rmSync(folder, {recursive: true, force: true});
mkdirSync(folder);
posts.forEach((post, index) => inRange(numbered('s', index), post, 250, 280));
for (let index = 0; index < 10; index++) {
	const random = randomness(index + 1);
	inRange(numbered('m', index), compose(2_800, random, posts[index * 2]), 2_800, 3_000);
}
inRange('l01', compose(60_000, randomness(99)).slice(0, 60_000), 60_000, 60_000);
