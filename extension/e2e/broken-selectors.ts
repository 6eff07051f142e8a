/** The extension as it is after a site has changed all its markup: no selector of ours names anything there any more. */
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import {bundle} from '../build.mjs';

const folder = path.join(import.meta.dirname, '../src/content/adapters');
const adapters = /[\\/]adapters[\\/](x|linkedin|facebook)\.ts$/;

/** The strings in the table `const at = {…}` of an adapter. */
function selectorsOf(file: ts.SourceFile): ts.StringLiteral[] {
	const found: ts.StringLiteral[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteral(node)) found.push(node);
		ts.forEachChild(node, visit);
	};
	for (const statement of file.statements.filter(ts.isVariableStatement)) {
		for (const {name, initializer} of statement.declarationList.declarations) {
			if (name.getText(file) === 'at' && initializer && ts.isObjectLiteralExpression(initializer)) {
				for (const property of initializer.properties) if (ts.isPropertyAssignment(property)) visit(property.initializer);
			}
		}
	}
	return found;
}

const parse = (name: string, code: string): ts.SourceFile => ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);

/** Puts a name that no element has in place of every string in the table of an adapter. */
function broken(name: string, code: string): string {
	const file = parse(name, code);
	return selectorsOf(file).reduceRight((left, node) => `${left.slice(0, node.getStart(file))}'${noElement}'${left.slice(node.end)}`, code);
}

/** Matches nothing: no site has an element of this name. */
export const noElement = 'no-such-element-anywhere';

const breakSelectors = {
	name: 'break-selectors',
	setup({onLoad}: {onLoad(options: {filter: RegExp}, load: (found: {path: string}) => Promise<{contents: string; loader: 'ts'}>): void}) {
		onLoad({filter: adapters}, async ({path: name}) => ({contents: broken(name, await readFile(name, 'utf8')), loader: 'ts'}));
	},
};

/** How many selectors the sources of the three adapters have, by counting lines that hold one. */
export async function countSelectors(): Promise<number[]> {
	const sources = await Promise.all(['x', 'linkedin', 'facebook'].map(site => readFile(path.join(folder, `${site}.ts`), 'utf8')));
	return sources.map(source => {
		const table = /^const at = \{\n(.*?)^\};$/msu.exec(source)?.[1] ?? '';
		return table.split('\n').filter(line => /^\t\w+: ['"].*['"],$/u.test(line)).length;
	});
}

/** Puts a content script without one selector that holds into a copy of the extension; returns its code. */
export async function breakContentScript(extension: string): Promise<string> {
	const script = (await bundle([breakSelectors]))?.find((file: {path: string}) => path.basename(file.path) === 'content.js');
	if (!script) throw new Error('bundle: content.js: got none, want one');
	await writeFile(path.join(extension, 'content.js'), script.contents);
	return script.text;
}
