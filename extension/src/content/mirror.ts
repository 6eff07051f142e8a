import type {Field} from './adapters/field.js';
import {newHost, placeHost} from './host.js';

/** Everything that decides where a letter of a field stands. */
const copied = [
	'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variant', 'font-kerning',
	'font-feature-settings', 'letter-spacing', 'word-spacing', 'line-height', 'text-indent', 'text-transform', 'text-align',
	'direction', 'tab-size', 'overflow-wrap', 'word-break', 'hyphens', 'writing-mode', 'text-rendering',
	'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
	'border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width',
] as const;

/**
 * An invisible copy of a field's text that lies exactly over it, so that its nodes
 * can carry underlines. It has a shadow root of its own: a page can reach the nodes of
 * a highlight, and must find nothing there but the text it has anyway.
 */
export class Mirror {
	readonly shadow: ShadowRoot;
	readonly #host: HTMLElement;
	readonly #clip = document.createElement('div');
	readonly #copy = document.createElement('div');
	readonly #text = document.createTextNode('');
	readonly #field: Field;

	constructor(field: Field) {
		this.#field = field;
		({host: this.#host, shadow: this.shadow} = newHost('below'));
		this.#clip.ariaHidden = 'true';
		this.#clip.style.cssText = 'position:absolute;overflow:hidden;pointer-events:none';
		this.#copy.style.cssText =
			'position:absolute;box-sizing:border-box;border:0 solid transparent;margin:0;color:transparent;white-space:pre-wrap;pointer-events:none;forced-color-adjust:preserve-parent-color';
		this.#copy.append(this.#text);
		this.#clip.append(this.#copy);
		this.shadow.append(this.#clip);
	}

	/** Puts the mirror over the field and keeps it there until `signal` ends. */
	show(view: () => DOMRect, signal: AbortSignal): void {
		const sync = () => this.#sync(view());
		const sizes = new ResizeObserver(sync);
		sizes.observe(this.#field);
		// What grows above the field moves it, and the page with it.
		sizes.observe(document.body);
		for (const type of ['input', 'scroll'] as const) this.#field.addEventListener(type, sync, {signal, passive: true});
		addEventListener('scroll', sync, {signal, passive: true, capture: true});
		addEventListener('resize', sync, {signal, passive: true});
		signal.addEventListener('abort', () => {
			sizes.disconnect();
			this.#host.remove();
		});
		sync();
	}

	/** The place of `start`..`end` (UTF-16 code units) of `text` on the mirror. */
	range(text: string, start: number, end: number): Range | null {
		if (this.#text.data !== text) this.#text.data = text;
		if (start >= end || end > text.length) return null;
		const range = document.createRange();
		range.setStart(this.#text, start);
		range.setEnd(this.#text, end);
		return range;
	}

	#sync(view: DOMRect): void {
		placeHost(this.#host, this.#field);
		const style = getComputedStyle(this.#field);
		for (const name of copied) this.#copy.style.setProperty(name, style.getPropertyValue(name));
		this.#lineUp(style);
		const borders = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
		// clientWidth leaves out the scroll bar, which the text does not run under.
		this.#copy.style.width = `${this.#field.clientWidth + borders}px`;
		const origin = this.#host.getBoundingClientRect();
		const box = this.#field.getBoundingClientRect();
		place(this.#clip, view.left - origin.left, view.top - origin.top);
		this.#clip.style.width = `${view.width}px`;
		this.#clip.style.height = `${view.height}px`;
		place(this.#copy, box.left - view.left - this.#field.scrollLeft, box.top - view.top - this.#field.scrollTop);
	}

	/** The one line of an input stands in the middle of its height, and never wraps. */
	#lineUp(style: CSSStyleDeclaration): void {
		if (!(this.#field instanceof HTMLInputElement)) return;
		const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
		this.#copy.style.lineHeight = `${this.#field.clientHeight - padding}px`;
		this.#copy.style.whiteSpace = 'pre';
	}
}

function place(element: HTMLElement, left: number, top: number): void {
	element.style.left = `${left}px`;
	element.style.top = `${top}px`;
}
