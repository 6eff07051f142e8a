import {newHost, placeHost} from './host.js';
import {reminderStyle} from './reminder-style.js';
import {overlayStyle} from './overlay-style.js';
import {isDark} from './theme.js';
import {isShown} from './tree.js';

const focusEvents = ['focus', 'focusin', 'blur', 'focusout'] as const;
const mouseEvents = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'wheel', 'touchstart'] as const;
const keyEvents = ['keypress', 'keyup', 'beforeinput', 'input'] as const;

/** Badge, card and announcements of one compose box, where the page cannot look inside. */
export class Overlay {
	readonly badge = part('div', 'badge-place');
	readonly card = part('div', 'card-place');
	readonly panel = part('div', 'card-place panel-place');
	readonly reminder = part('div', 'reminder-place');
	readonly #live = part('div', 'live');
	readonly #frame = part('div', 'frame');
	readonly #host: HTMLElement;
	readonly #shadow: ShadowRoot;
	readonly #box: HTMLElement;
	/** What it has to be seen with. */
	#near: Element;

	/** `below` is for what must never lie over the cards and panels of another overlay. */
	constructor(box: HTMLElement, layer: 'above' | 'below' = 'above') {
		[this.#box, this.#near] = [box, box];
		this.#live.setAttribute('aria-live', 'polite');
		this.#live.setAttribute('role', 'status');
		({host: this.#host, shadow: this.#shadow} = newHost(layer, overlayStyle + reminderStyle));
		this.#frame.append(this.badge, this.reminder, this.card, this.panel, this.#live);
		this.#shadow.append(this.#frame);
	}

	/** Shows the overlay until `signal` ends. */
	show(signal: AbortSignal): void {
		this.keep();
		this.recolour();
		this.#shield(signal);
		signal.addEventListener('abort', () => this.#host.remove());
	}

	/** Puts the overlay where it is seen with `near`, also after a page dropped it. */
	keep(near = this.#near): void {
		this.#near = near.isConnected ? near : this.#box;
		placeHost(this.#host, this.#near);
	}

	/** Takes on light or dark, or the page's where nothing is said. */
	recolour(dark = isDark(this.#box)): void {
		this.#frame.dataset['theme'] = dark ? 'dark' : 'light';
	}

	/** Tells whether an element is the overlay; all that is in it looks like the host from outside. */
	owns(target: EventTarget | null): boolean {
		return target === this.#host;
	}

	/** Tells whether an event comes from the overlay, which may itself stand in a shadow root. */
	sent(event: Event): boolean {
		return event.composedPath().includes(this.#host);
	}

	/** Where the host's corner is in the window: not at 0, 0 inside a transformed dialog. */
	origin(): DOMRect {
		return this.#host.getBoundingClientRect();
	}

	/** The element of the overlay that has the focus. */
	get focused(): Element | null {
		return this.#shadow.activeElement;
	}

	/** Moves the focus among what one can press in a part, round and round. */
	tab(part: HTMLElement, by: 1 | -1): void {
		const stops = [...part.querySelectorAll<HTMLElement>('button, summary')].filter(isShown);
		const present = stops.indexOf(this.focused as HTMLElement);
		const next = present < 0 && by < 0 ? -1 : (present + by) % Math.max(1, stops.length);
		stops.at(next)?.focus();
	}

	/** Has a screen reader say `text` when it is idle. */
	announce(text: string): void {
		if (this.#live.textContent !== text) this.#live.textContent = text;
	}

	/** Keeps what happens in the overlay from the page: focus traps, outside clicks, single-key commands. */
	#shield(signal: AbortSignal): void {
		const stopAtOnce = (event: Event) => {
			if (this.sent(event)) event.stopImmediatePropagation();
		};
		for (const type of [...focusEvents, ...keyEvents]) addEventListener(type, stopAtOnce, {capture: true, signal});
		// Ours must get these first, so they are stopped on their way out.
		for (const type of mouseEvents) this.#host.addEventListener(type, event => event.stopPropagation(), {signal});
		// The caret stays where the writer left it.
		this.#host.addEventListener('mousedown', event => event.preventDefault(), {signal});
	}
}

function part(tag: 'div', className: string): HTMLElement {
	const element = document.createElement(tag);
	element.className = className;
	return element;
}
