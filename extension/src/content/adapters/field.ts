import type {Surface} from '../../shared/protocol.js';
import type {Site} from '../../shared/sites.js';
import type {Place} from '../edit.js';
import {Mirror} from '../mirror.js';
import type {TextMap} from '../text-map.js';
import type {Adapter} from './adapter.js';
import {insert, type Writable} from './insert.js';
import {visiblePart} from './view.js';

/** What the page around a textarea tells. */
export interface TextareaPlace {
	site: Site;
	surface(): Surface;
	shared?(): {text: string; author?: string} | null;
}

/** After these the value may be another one; pages also set it without any event. */
const valueEvents = ['input', 'change', 'keyup', 'focusin', 'focusout', 'pointerup'] as const;

/**
 * A plain textarea, on any page. Its text has no nodes, so a mirror lies over it whose
 * nodes the underlines are drawn on.
 */
export class TextareaAdapter implements Adapter, Writable {
	readonly root: HTMLTextAreaElement;
	readonly site: Site;
	readonly #place: TextareaPlace;
	readonly #mirror: Mirror;

	constructor(root: HTMLTextAreaElement, place: TextareaPlace) {
		this.root = root;
		this.site = place.site;
		this.#place = place;
		this.#mirror = new Mirror(root);
	}

	get styleRoot(): ShadowRoot {
		return this.#mirror.shadow;
	}

	surface(): Surface {
		return this.#place.surface();
	}

	shared(): {text: string; author?: string} | null {
		return this.#place.shared?.() ?? null;
	}

	watch(changed: () => void, signal: AbortSignal): void {
		for (const type of valueEvents) this.root.addEventListener(type, changed, {signal});
		this.root.form?.addEventListener('reset', () => queueMicrotask(changed), {signal});
		this.#mirror.show(() => this.view(), signal);
	}

	read(): TextMap {
		return new ValueMap(this.root.value, this.#mirror);
	}

	selection(): Place {
		return {start: this.root.selectionStart, end: this.root.selectionEnd};
	}

	view(): DOMRect {
		return visiblePart(this.root);
	}

	reveal(range: Range): void {
		this.root.scrollIntoView({block: 'nearest'});
		this.root.scrollTop += range.getBoundingClientRect().top - this.root.getBoundingClientRect().top - this.root.clientHeight / 2;
	}

	replace(start: number, end: number, text: string): Promise<boolean> {
		return insert(this, start, end, text);
	}

	focus(): void {
		this.root.focus({preventScroll: true});
	}

	select(start: number, end: number): boolean {
		this.focus();
		this.root.setSelectionRange(start, end);
		return this.root.selectionStart === start && this.root.selectionEnd === end;
	}

	write(text: string): void {
		// Not `value =`: only a command of the editor reaches its undo and the page's own state.
		if (text === '') document.execCommand('delete');
		else document.execCommand('insertText', false, text);
	}
}

/** A textarea's value. The line breaks are its own, so offsets need no mapping. */
class ValueMap implements TextMap {
	readonly text: string;
	readonly #mirror: Mirror;

	constructor(text: string, mirror: Mirror) {
		this.text = text;
		this.#mirror = mirror;
	}

	range(start: number, end: number): Range | null {
		return this.#mirror.range(this.text, start, end);
	}

	offset(): null {
		return null;
	}
}
