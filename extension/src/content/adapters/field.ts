import type {Place} from '../edit.js';
import {Mirror} from '../mirror.js';
import type {TextMap} from '../text-map.js';
import type {Editor} from './editor.js';
import {insert, type Writable} from './insert.js';
import {visiblePart} from './view.js';

/** A box of a form: its text is a value, not nodes. */
export type Field = HTMLTextAreaElement | HTMLInputElement;

/** After these the value may be another one; pages also set it without any event. */
const valueEvents = ['input', 'change', 'keyup', 'focusin', 'focusout', 'pointerup'] as const;

/** A plain field, on any page. Its text has no nodes, so a mirror lies over it whose nodes the underlines are drawn on. */
export class FieldEditor implements Editor, Writable {
	readonly root: Field;
	readonly #mirror: Mirror;

	constructor(root: Field) {
		this.root = root;
		this.#mirror = new Mirror(root);
	}

	get styleRoot(): ShadowRoot {
		return this.#mirror.shadow;
	}

	watch(changed: () => void, signal: AbortSignal): void {
		for (const type of valueEvents) this.root.addEventListener(type, changed, {signal});
		// What a press elsewhere makes of the value, such as sending it, no event of the field tells.
		addEventListener('click', () => setTimeout(changed), {capture: true, signal});
		this.root.form?.addEventListener('reset', () => queueMicrotask(changed), {signal});
		this.#mirror.show(() => this.view(), signal);
	}

	read(): TextMap {
		return new ValueMap(this.root.value, this.#mirror);
	}

	selection(): Place {
		return {start: this.root.selectionStart ?? 0, end: this.root.selectionEnd ?? 0};
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

/** A field's value. The line breaks are its own, so offsets need no mapping. */
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
