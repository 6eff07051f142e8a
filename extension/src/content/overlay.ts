import {newHost, placeHost} from './host.js';
import {overlayStyle} from './overlay-style.js';
import {isDark} from './theme.js';

const focusEvents = ['focus', 'focusin', 'blur', 'focusout'] as const;
const mouseEvents = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'wheel', 'touchstart'] as const;
const keyEvents = ['keypress', 'keyup', 'beforeinput', 'input'] as const;

/** Badge, card and announcements of one compose box, where the page cannot look inside. */
export class Overlay {
	readonly badge = part('div', 'badge-place');
	readonly card = part('div', 'card-place');
	readonly #live = part('div', 'live');
	readonly #frame = part('div', 'frame');
	readonly #host: HTMLElement;
	readonly #shadow: ShadowRoot;
	readonly #box: HTMLElement;

	constructor(box: HTMLElement) {
		this.#box = box;
		this.#live.setAttribute('aria-live', 'polite');
		this.#live.setAttribute('role', 'status');
		({host: this.#host, shadow: this.#shadow} = newHost('above', overlayStyle));
		this.#frame.append(this.badge, this.card, this.#live);
		this.#shadow.append(this.#frame);
	}

	/** Shows the overlay until `signal` ends. */
	show(signal: AbortSignal): void {
		this.keep();
		this.#shield(signal);
		signal.addEventListener('abort', () => this.#host.remove());
	}

	/** Puts the overlay back where a page dropped it, and takes on the page's light or dark. */
	keep(): void {
		placeHost(this.#host, this.#box);
		this.#frame.dataset['theme'] = isDark(this.#box) ? 'dark' : 'light';
	}

	/** Tells whether an event comes from the overlay; all its elements look like the host from outside. */
	owns(target: EventTarget | null): boolean {
		return target === this.#host;
	}

	/** Where the host's corner is in the window: not at 0, 0 inside a transformed dialog. */
	origin(): DOMRect {
		return this.#host.getBoundingClientRect();
	}

	/** The element of the overlay that has the focus. */
	get focused(): Element | null {
		return this.#shadow.activeElement;
	}

	/** Has a screen reader say `text` when it is idle. */
	announce(text: string): void {
		if (this.#live.textContent !== text) this.#live.textContent = text;
	}

	/** Keeps what happens in the overlay from the page: focus traps, outside clicks, single-key commands. */
	#shield(signal: AbortSignal): void {
		const stopAtOnce = (event: Event) => {
			if (this.owns(event.target)) event.stopImmediatePropagation();
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
