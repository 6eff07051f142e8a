/**
 * The texts and the three ways in which every engine gets them:
 *   unique     no clause ever comes twice, which defeats caches
 *   repeat     the same texts again
 *   keystroke  a text growing by one character
 * engine/bench_test.go does the same for the engine without WebAssembly.
 */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

export const folder = path.join(import.meta.dirname, 'texts');

/** The sizes in the order they are measured; `letter` begins the names of the texts. */
export const sizes = [
	{name: 'short', letter: 's', label: '280'},
	{name: 'medium', letter: 'm', label: '3,000'},
	{name: 'long', letter: 'l', label: '60,000'},
];

export const classes = ['unique', 'repeat', 'keystroke'];

const uniqueRounds = 12;
const keys = 20;

export function readTexts(letter) {
	return readdirSync(folder).filter(name => name.startsWith(letter)).sort()
		.map(name => readFileSync(path.join(folder, name), 'utf8'));
}

/** A number before every punctuation mark, another one each round. */
function unique(texts) {
	const rounds = Array.from({length: uniqueRounds}, (_, round) => round);
	return rounds.flatMap(round => texts.map(text =>
		text.replace(/[,.:;!?](?=\s|$)/gu, mark => ` ${100 + round}${mark}`)));
}

/** Every text as it is after each of its last keys. */
function keystrokes(texts) {
	return texts.flatMap(text => {
		const characters = [...text];
		return Array.from({length: keys + 1}, (_, typed) =>
			characters.slice(0, characters.length - keys + typed).join(''));
	});
}

/** The texts of a class, in the order they are given to an engine, again and again. */
export function textsOf(texts, className) {
	return {unique, repeat: same => same, keystroke: keystrokes}[className](texts);
}
