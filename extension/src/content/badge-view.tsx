import {render} from 'preact';
import type {ContentTexts} from '../shared/texts.js';
import type {Editor} from './adapters/editor.js';
import {Badge, type BadgeState} from './badge.js';
import {findSpot, isTaken, type Size} from './badge-place.js';
import type {Overlay} from './overlay.js';
import {lineRects, type TextMap} from './text-map.js';

/** The width of a badge without words: enough for its sign and a number of two digits. */
const smallWidthPx = 48;
/** Room for the grip by which a textarea can be made larger. */
const gripPx = 16;
const insidePx = 5;
/** How long we go by what we saw of the page: looking is what costs most while somebody types. */
const seenForMs = 1000;

interface BadgeViewParts {
	editor: Editor;
	overlay: Overlay;
	texts: ContentTexts;
	/** True where posting cannot be held, as nobody knows what sends this box. */
	unguarded: boolean;
	press(): void;
}

/** The badge of one compose box: what it shows and where it sits. */
export class BadgeView {
	readonly #parts: BadgeViewParts;
	#shown: {state: BadgeState; open: boolean; long: boolean} | null = null;
	#full: Size = {width: 0, height: 0};
	#small = false;
	#spot = 0;
	/** The place and width of the spot it has. */
	#placed = '';
	/** Which spots were taken, by their place and width, since `#seenMs`. */
	readonly #seen = new Map<string, boolean>();
	#seenMs = 0;

	constructor(parts: BadgeViewParts) {
		this.#parts = parts;
	}

	/** Shows a state, or nothing at all. `open` tells whether the card is open, `long` that there is none. */
	show(state: BadgeState | null, open: boolean, long = false): void {
		const {badge} = this.#parts.overlay;
		const [before, shown] = [this.#shown, state && {state, open, long}];
		badge.hidden = state === null;
		this.#shown = shown;
		// A new text begins: the best spot is free again.
		if (!state) this.#spot = 0;
		// Rendering is cheap; measuring what was rendered has the browser lay out the page.
		if (!shown || JSON.stringify(shown) === JSON.stringify(before)) return;
		this.#render(false);
		// Not the rectangle itself, whose numbers are lost when it is spread.
		const {width, height} = badge.getBoundingClientRect();
		this.#full = {width, height};
		if (this.#small) this.#render(true);
	}

	/** Finds a place where it covers neither text nor page; without its words where there is little room. */
	place(map: TextMap, view = this.#parts.editor.view()): void {
		if (!this.#shown) return;
		const {badge} = this.#parts.overlay;
		const found = this.#find(map, view);
		badge.style.visibility = found ? 'visible' : 'hidden';
		if (!found) return;
		this.#spot = found.number;
		this.#placed = keyOf({...found, width: found.small ? smallWidthPx : this.#full.width});
		if (found.small !== this.#small) this.#render(found.small);
		const origin = this.#parts.overlay.origin();
		badge.style.transform = `translate(${Math.round(found.left - origin.left)}px, ${Math.round(found.top - origin.top)}px)`;
	}

	#find(map: TextMap, view: DOMRect) {
		if (view.width === 0 || view.height === 0) return null;
		const {root} = this.#parts.editor;
		const style = getComputedStyle(root);
		const around = {
			box: inside(root, view, style), text: seen(map, view), rightToLeft: style.direction === 'rtl',
			taken: (spot: DOMRect) => this.#isTaken(spot),
		};
		const full = findSpot(this.#full, around, this.#spot);
		const found = full ?? findSpot({...this.#full, width: smallWidthPx}, around, this.#spot);
		return found && {...found, small: !full};
	}

	/** Looks at what the page shows in a spot, or remembers it. */
	#isTaken(spot: DOMRect): boolean {
		const nowMs = performance.now();
		if (nowMs - this.#seenMs > seenForMs) this.#seen.clear();
		if (this.#seen.size === 0) this.#seenMs = nowMs;
		const key = keyOf(spot);
		const {editor, overlay} = this.#parts;
		const taken = this.#seen.get(key) ?? isTaken(spot, editor.root, one => overlay.owns(one), key === this.#placed);
		this.#seen.set(key, taken);
		return taken;
	}

	#render(small: boolean): void {
		if (!this.#shown) return;
		this.#small = small;
		const {texts, unguarded, press, overlay} = this.#parts;
		render(<Badge {...this.#shown} texts={texts} small={small} unguarded={unguarded} press={press} />, overlay.badge);
	}
}

function keyOf({left, top, width}: {left: number; top: number; width: number}): string {
	return [left, top, width].map(Math.round).join(' ');
}

/** The window's boxes of the text that can be seen; the rest is scrolled away. */
function seen(map: TextMap, view: DOMRect): DOMRect[] {
	return lineRects(map, 0, map.text.length).flatMap(({left, top, right, bottom}) => {
		const height = Math.min(bottom, view.bottom) - Math.max(top, view.top);
		return height > 0 ? new DOMRect(left, Math.max(top, view.top), right - left, height) : [];
	});
}

/** The box without its border, scroll bar and grip. */
function inside(root: HTMLElement, view: DOMRect, style: CSSStyleDeclaration): DOMRect {
	const border = parseFloat(style.borderRightWidth) + parseFloat(style.borderLeftWidth);
	const scrollBar = root.offsetWidth - root.clientWidth - border;
	const grip = style.resize !== 'none' && style.resize !== '' ? gripPx : 0;
	const edge = border > 0 || view.right >= innerWidth ? insidePx : 0;
	return new DOMRect(view.left, view.top, view.width - Math.max(scrollBar, grip) - edge, view.height - edge);
}
