import type {Place} from './edit.js';

/**
 * The text of an editor as the writer sees it, with the way back to its nodes.
 * `innerText` doubles blank lines and `textContent` loses all of them, so the blocks
 * are walked here. All offsets are UTF-16 code units.
 */
export interface TextMap {
	readonly text: string;
	/** The place of `start`..`end` in the document, or null where nothing of it is shown. An empty place is a caret. */
	range(start: number, end: number): Range | null;
	/** The offset of a place in the document, or null where it lies outside. */
	offset(node: Node, offset: number): number | null;
}

/** The ranges of `places`, without those of which nothing is shown. */
export function rangesOf(places: readonly Place[], map: TextMap): Range[] {
	return places.flatMap(({start, end}) => map.range(start, end) ?? []);
}

/** What an editor's nodes mean. */
export interface TextRules {
	/** Elements whose text is not the writer's: placeholders, other extensions' marks. */
	skip(element: Element): boolean;
	/** Text nodes that belong to the editor's model. */
	counts(node: Text): boolean;
}

/** A piece of the text: a text node, or an element that stands for text (`img[alt]`) or for a line's end (`br`). */
interface Leaf {
	node: Text | Element;
	start: number;
	end: number;
}

const blockTags = new Set([
	'ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'H1', 'H2',
	'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL',
]);
const silentTags = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA', 'INPUT', 'BUTTON', 'SELECT']);

/** Skips what no editor means as text: hidden marks, and elements other extensions put there. */
export function skipForeign(element: Element): boolean {
	return silentTags.has(element.tagName) || element.tagName.includes('-') || element.getAttribute('aria-hidden') === 'true';
}

/** Reads the blocks of `root`: one line break between blocks, none after the last. */
export function mapText(root: Element, rules: TextRules): TextMap {
	const walk = new Walk(rules);
	walk.children(root);
	return new NodeMap(root, walk.text, walk.leaves);
}

/** One pass over an editor. */
class Walk {
	text = '';
	readonly leaves: Leaf[] = [];
	readonly #rules: TextRules;
	/** A line has ended; the break is written only when another line follows. */
	#breakDue = false;
	/** A `br` was met; the last one of a block only holds the line open and adds nothing. */
	#brDue = false;
	/** Something was written on the present line. */
	#lineOpen = false;
	/** Lines begun so far, to tell an empty block from one whose lines were inside it. */
	#lines = 0;

	constructor(rules: TextRules) {
		this.#rules = rules;
	}

	children(parent: Node): void {
		for (let node = parent.firstChild; node; node = node.nextSibling) {
			if (node.nodeType === Node.TEXT_NODE) this.#textNode(node as Text);
			else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node as Element);
		}
	}

	#textNode(node: Text): void {
		if (node.data !== '' && this.#rules.counts(node)) this.#leaf(node, node.data);
	}

	#element(element: Element): void {
		if (this.#rules.skip(element)) return;
		if (element.tagName === 'BR') this.#br(element);
		else if (element.tagName === 'IMG') this.#leaf(element, element.getAttribute('alt') ?? '');
		else if (blockTags.has(element.tagName)) this.#block(element);
		else this.children(element);
	}

	#block(element: Element): void {
		if (this.#lineOpen) this.#endLine();
		const before = this.#lines;
		this.children(element);
		if (this.#lines === before) this.#openLine();
		if (this.#lineOpen) this.#endLine();
	}

	#br(element: Element): void {
		this.#openLine();
		if (this.#brDue) this.text += '\n';
		this.#brDue = true;
		// A blank line has no text, but a caret can stand there.
		this.leaves.push({node: element, start: this.text.length, end: this.text.length});
	}

	#leaf(node: Text | Element, text: string): void {
		if (text === '') return;
		this.#openLine();
		if (this.#brDue) this.text += '\n';
		this.#brDue = false;
		this.leaves.push({node, start: this.text.length, end: this.text.length + text.length});
		this.text += text;
	}

	#openLine(): void {
		if (this.#lineOpen) return;
		if (this.#breakDue) this.text += '\n';
		this.#breakDue = false;
		this.#lineOpen = true;
		this.#lines++;
	}

	#endLine(): void {
		this.#breakDue = true;
		this.#brDue = false;
		this.#lineOpen = false;
	}
}

/**
 * The window's boxes of `start`..`end`, line by line: a range over several blocks would
 * give the blocks' boxes too, as wide as the editor.
 */
export function lineRects(map: TextMap, start: number, end: number): DOMRect[] {
	const rects: DOMRect[] = [];
	for (let from = start; from < end; ) {
		const lineBreak = map.text.indexOf('\n', from);
		const to = lineBreak < 0 ? end : Math.min(lineBreak, end);
		if (to > from) rects.push(...(map.range(from, to)?.getClientRects() ?? []));
		from = to + 1;
	}
	return rects;
}

class NodeMap implements TextMap {
	readonly text: string;
	readonly #root: Element;
	readonly #leaves: readonly Leaf[];

	constructor(root: Element, text: string, leaves: readonly Leaf[]) {
		this.#root = root;
		this.text = text;
		this.#leaves = leaves;
	}

	range(start: number, end: number): Range | null {
		if (start === end) return this.#caret(start);
		const first = this.#leaves.find(leaf => leaf.end > start);
		const last = this.#leaves.findLast(leaf => leaf.start < end);
		if (!first || !last || last.start < first.start) return null;
		// The editor may have replaced a node since it was read: the next reading repairs that.
		if (!first.node.isConnected || !last.node.isConnected) return null;
		const range = this.#root.ownerDocument.createRange();
		setStart(range, first, start);
		setEnd(range, last, end);
		return range;
	}

	#caret(at: number): Range | null {
		const range = this.#root.ownerDocument.createRange();
		const leaf = this.#leaves.find(one => one.start <= at && at <= one.end);
		if (!leaf?.node.isConnected) return null;
		setStart(range, leaf, at);
		range.collapse(true);
		return range;
	}

	offset(node: Node, offset: number): number | null {
		if (!this.#root.contains(node)) return null;
		const leaf = this.#leaves.find(one => one.node === node);
		if (leaf) return leaf.start + Math.min(offset, leaf.end - leaf.start);
		const after = node.childNodes[offset] ?? null;
		return this.#leaves.find(one => isAtOrAfter(one.node, node, after))?.start ?? this.text.length;
	}
}

function setStart(range: Range, leaf: Leaf, start: number): void {
	if (leaf.node instanceof Text) range.setStart(leaf.node, Math.min(Math.max(0, start - leaf.start), leaf.node.length));
	else range.setStartBefore(leaf.node);
}

function setEnd(range: Range, leaf: Leaf, end: number): void {
	if (leaf.node instanceof Text) range.setEnd(leaf.node, Math.min(end - leaf.start, leaf.node.length));
	else range.setEndAfter(leaf.node);
}

/** Tells whether a leaf comes after the place before `child` (or at the end) of `parent`. */
function isAtOrAfter(leaf: Node, parent: Node, child: Node | null): boolean {
	if (child) return child.contains(leaf) || Boolean(child.compareDocumentPosition(leaf) & Node.DOCUMENT_POSITION_FOLLOWING);
	const place = parent.compareDocumentPosition(leaf);
	return Boolean(place & Node.DOCUMENT_POSITION_FOLLOWING) && !(place & Node.DOCUMENT_POSITION_CONTAINED_BY);
}
