import type {Place} from '../edit.js';
import {mapText, skipForeign, type TextMap, type TextRules} from '../text-map.js';
import type {Editor} from './editor.js';
import {insert, type Writable} from './insert.js';
import {visiblePart} from './view.js';

/** Left by Quill around a caret whose format has just changed; the letter in it is no part of the text. */
const quillCursor = '.ql-cursor';

/** What the nodes of any rich editor mean that has no marks of its own on them. */
const plainRules: TextRules = {
	skip: element => skipForeign(element) || element.matches(quillCursor),
	counts: () => true,
};

/** An editor made of a page's nodes: Quill, Lexical, ProseMirror with TipTap, or one nobody knows. */
export class RichEditor implements Editor, Writable {
	readonly root: HTMLElement;
	readonly styleRoot: Document | ShadowRoot;

	constructor(root: HTMLElement) {
		this.root = root;
		this.styleRoot = root.getRootNode() instanceof ShadowRoot ? (root.getRootNode() as ShadowRoot) : document;
	}

	watch(changed: () => void, signal: AbortSignal): void {
		// Editors swap nodes without an event that others see, so the nodes themselves are the news.
		const nodes = new MutationObserver(changed);
		nodes.observe(this.root, {childList: true, characterData: true, subtree: true});
		signal.addEventListener('abort', () => nodes.disconnect());
	}

	read(): TextMap {
		return mapText(this.root, this.rules());
	}

	selection(map: TextMap): Place | null {
		const {anchorNode, anchorOffset, focusNode, focusOffset} = this.selected() ?? {};
		const anchor = anchorNode && map.offset(anchorNode, anchorOffset ?? 0);
		const focus = focusNode && map.offset(focusNode, focusOffset ?? 0);
		if (typeof anchor !== 'number' || typeof focus !== 'number') return null;
		return {start: Math.min(anchor, focus), end: Math.max(anchor, focus)};
	}

	view(): DOMRect {
		return visiblePart(this.root);
	}

	reveal(range: Range): void {
		range.startContainer.parentElement?.scrollIntoView({block: 'nearest'});
	}

	replace(start: number, end: number, text: string): Promise<boolean> {
		return insert(this, start, end, text);
	}

	focus(): void {
		this.root.focus({preventScroll: true});
	}

	select(start: number, end: number): boolean {
		const range = this.read().range(start, end);
		if (!range) return false;
		this.focus();
		const selection = this.selected();
		selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
		return selection !== null;
	}

	write(text: string): void | Promise<void> {
		if (text === '') document.execCommand('delete');
		for (const [number, line] of text.split('\n').entries()) {
			if (number > 0) document.execCommand('insertParagraph');
			if (line !== '') document.execCommand('insertText', false, line);
		}
	}

	/** What the nodes mean. */
	protected rules(): TextRules {
		return plainRules;
	}

	/** The selection as it is within the box: Chromium tells of one in a shadow root only there. */
	protected selected(): Selection | null {
		const tree = this.styleRoot as {getSelection?(): Selection | null};
		return tree.getSelection ? tree.getSelection() : getSelection();
	}
}
