import type {Surface} from '../../shared/protocol.js';
import type {Site} from '../../shared/sites.js';
import type {Place} from '../edit.js';
import {mapText, skipForeign, type TextMap, type TextRules} from '../text-map.js';
import type {Adapter} from './adapter.js';
import {insert, sleep, type Writable} from './insert.js';
import {visiblePart} from './view.js';

/** Draft's own marks on its nodes (draft-js 0.11.7). */
const modelText = '[data-text=true]';
const placeholder = '.public-DraftEditorPlaceholder-root';

/** What the page around a Draft editor tells. */
export interface DraftPlace {
	site: Site;
	surface(): Surface;
	shared(): {text: string; author?: string} | null;
}

/** An editor made with Draft.js: one block a line, every leaf of the model marked. */
export class DraftAdapter implements Adapter, Writable {
	readonly root: HTMLElement;
	readonly site: Site;
	readonly styleRoot: Document | ShadowRoot;
	readonly #place: DraftPlace;

	constructor(root: HTMLElement, place: DraftPlace) {
		this.root = root;
		this.site = place.site;
		this.styleRoot = root.getRootNode() instanceof ShadowRoot ? (root.getRootNode() as ShadowRoot) : document;
		this.#place = place;
	}

	surface(): Surface {
		return this.#place.surface();
	}

	shared(): {text: string; author?: string} | null {
		return this.#place.shared();
	}

	watch(changed: () => void, signal: AbortSignal): void {
		// Draft swaps nodes on every key stroke, so the nodes themselves are the news.
		const nodes = new MutationObserver(changed);
		nodes.observe(this.root, {childList: true, characterData: true, subtree: true});
		signal.addEventListener('abort', () => nodes.disconnect());
	}

	read(): TextMap {
		return mapText(this.root, rulesFor(this.root));
	}

	selection(map: TextMap): Place | null {
		const {anchorNode, anchorOffset, focusNode, focusOffset} = getSelection() ?? {};
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
		const selection = getSelection();
		if (!range || !selection) return false;
		this.focus();
		selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
		return true;
	}

	async write(text: string): Promise<void> {
		if (text === '') return this.#press(backspace);
		for (const [number, line] of text.split('\n').entries()) {
			if (number > 0) this.#press(enter);
			if (number > 0) await sleep(lineSettlesMs);
			if (line !== '') this.#writeLine(line);
		}
	}

	/** Within one leaf the browser may write; across leaves or on a blank line that breaks Draft's nodes and text. */
	#writeLine(line: string): void {
		const {anchorNode, focusNode, isCollapsed, anchorOffset} = getSelection() ?? {};
		const inOneLeaf = anchorNode instanceof Text && anchorNode === focusNode && !(isCollapsed && anchorOffset === 0);
		if (inOneLeaf) document.execCommand('insertText', false, line);
		else this.root.dispatchEvent(typed(line));
	}

	#press(key: KeyboardEventInit): void {
		this.root.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true, cancelable: true}));
	}
}

/** Draft answers these keys from its model; a `delete` command breaks its nodes instead. */
const backspace: KeyboardEventInit = {key: 'Backspace', code: 'Backspace', keyCode: 8, which: 8};
const enter: KeyboardEventInit = {key: 'Enter', code: 'Enter', keyCode: 13, which: 13};
const lineSettlesMs = 40;

/** What a browser tells an editor of typed letters. Draft changes its model and then its nodes by it. */
function typed(text: string): Event {
	const event = document.createEvent('TextEvent');
	event.initTextEvent('textInput', true, true, window, text);
	return event;
}

/** Text outside the marked leaves is not in Draft's model: another extension put it there. */
function rulesFor(root: Element): TextRules {
	const marked = root.querySelector(modelText) !== null;
	return {
		skip: element => skipForeign(element) || element.matches(placeholder),
		counts: node => !marked || node.parentElement?.closest(modelText) !== null,
	};
}
