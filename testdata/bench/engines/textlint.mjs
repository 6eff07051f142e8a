import {createRequire} from 'node:module';
import {versionOf} from '../peer-version.mjs';

// textlint and its rules are CommonJS; some wrap themselves in a default.
const load = createRequire(import.meta.url);
const part = packageName => {
	const loaded = load(packageName);
	return loaded.default ?? loaded;
};

let kernel;
let options;

export const name = 'textlint (alex, write-good)';
export const version = versionOf('@textlint/kernel');

export function init() {
	const {TextlintKernel} = load('@textlint/kernel');
	kernel = new TextlintKernel();
	options = {
		ext: '.txt',
		filePath: 'post.txt',
		plugins: [{pluginId: 'text', plugin: part('@textlint/textlint-plugin-text')}],
		rules: ['alex', 'write-good'].map(rule => ({ruleId: rule, rule: part(`textlint-rule-${rule}`)})),
	};
}

export async function lint(text) {
	return (await kernel.lintText(text, options)).messages.length;
}
