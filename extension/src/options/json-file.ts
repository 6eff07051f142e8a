import {findNodeAtLocation, type Node, parseTree, type ParseError, printParseErrorCode} from 'jsonc-parser';
import type {Misfit} from '../shared/validate.js';

/** Something wrong in a file, with the line it stands in, from 1. */
export interface Mistake {
	line: number;
	problem: {json: string} | {misfit: Misfit} | {doubled: Misfit['path']};
}

/** Reads strict JSON: its value, or everything that is wrong with it. */
export function readJson(text: string): {mistakes: Mistake[]; value?: unknown} {
	const errors: ParseError[] = [];
	const tree = parse(text, errors);
	if (errors.length > 0) return {mistakes: firstOfLines(errors.map(({error, offset}) => ({line: lineAt(text, offset), problem: {json: printParseErrorCode(error)}})))};
	if (!tree) return {mistakes: [{line: 1, problem: {json: 'empty'}}]};
	const mistakes = doubles(tree, []).map(({path, offset}) => ({line: lineAt(text, offset), problem: {doubled: path}}));
	return {mistakes, value: JSON.parse(text) as unknown};
}

/** Finds the lines of what does not fit; of what is not there, that of what it should be in. */
export function linesOf(text: string, misfits: readonly Misfit[]): Mistake[] {
	const tree = parse(text, []);
	return misfits.map(misfit => ({line: lineAt(text, tree ? offsetOf(tree, misfit.path) : 0), problem: {misfit}}));
}

function parse(text: string, errors: ParseError[]): Node | undefined {
	return parseTree(text, errors, {disallowComments: true, allowTrailingComma: false, allowEmptyContent: true});
}

function offsetOf(tree: Node, path: Misfit['path']): number {
	for (let length = path.length; length > 0; length--) {
		const node = findNodeAtLocation(tree, path.slice(0, length));
		if (node) return node.offset;
	}
	return tree.offset;
}

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split(/\r\n|\r|\n/u).length;
}

/** After one mistake the parser finds others that are none: of a line only the first counts. */
function firstOfLines(mistakes: readonly Mistake[]): Mistake[] {
	return mistakes.filter(({line}, index) => mistakes.findIndex(one => one.line === line) === index);
}

/** Names given twice: JSON would silently take the last. */
function doubles(node: Node, path: Misfit['path']): {path: Misfit['path']; offset: number}[] {
	if (node.type === 'array') return (node.children ?? []).flatMap((child, index) => doubles(child, [...path, index]));
	const names = new Set<string>();
	return (node.children ?? []).flatMap(({children: [key, value] = []}) => {
		if (!key || !value) return [];
		const at = [...path, key.value as string];
		const again = names.has(key.value as string) ? [{path: at, offset: key.offset}] : [];
		names.add(key.value as string);
		return [...again, ...doubles(value, at)];
	});
}
