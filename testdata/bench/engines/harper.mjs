/**
 * Harper as its browser extension calls it: all linters by name, and of every lint the
 * message, the words, the suggestions and the hash by which it can be ignored.
 */
import {Dialect, LocalLinter} from 'harper.js';
import {binary} from 'harper.js/binary';
import {versionOf} from '../peer-version.mjs';

const language = {language: 'plaintext'};
let linter;
let memory;

// Harper keeps its memory to itself; it is seen while the module is instantiated.
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
	const result = await instantiate.apply(WebAssembly, given);
	memory = (result.instance ?? result).exports?.memory ?? memory;
	return result;
};

export const name = 'harper.js';
export const version = versionOf('harper.js');

export async function init() {
	linter = new LocalLinter({binary, dialect: Dialect.British});
	await linter.setup();
}

async function unpack(text, found) {
	const span = found.span();
	span.free();
	found.message_html();
	found.get_problem_text();
	found.lint_kind();
	found.lint_kind_pretty();
	for (const suggestion of found.suggestions()) {
		suggestion.kind();
		suggestion.get_replacement_text();
		suggestion.free();
	}
	await linter.contextHash(text, found);
	found.free();
}

export async function lint(text) {
	const all = Object.values(await linter.organizedLints(text, language)).flat();
	for (const found of all) await unpack(text, found);
	return all.length;
}

export const memoryMb = () => memory && memory.buffer.byteLength / 2 ** 20;
