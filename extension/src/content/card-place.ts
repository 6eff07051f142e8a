import {computePosition as compute, flip, offset, shift, size, type Middleware, type Placement, type Platform} from '@floating-ui/core';
import type {Editor} from './adapters/editor.js';
import type {Place} from './edit.js';
import type {Mark} from './mark.js';
import {lineRects, type TextMap} from './text-map.js';

/** How far from an underlined word the pointer still points at it. */
const nearPx = 3;
/** How near a card may come to the window's edge, and how little room it makes do with. */
const edgePx = 8;
const leastRoomPx = 180;
const leastWidePx = 240;
/** Nothing but the window cuts a card off: not the scrolling ancestors of what it stands at. */
const within: {padding: number; boundary: Element[]} = {padding: edgePx, boundary: []};

/** Something to place a card at. */
interface Anchor {
	getBoundingClientRect(): DOMRect;
}

/** All that floating-ui has to know of the window, for what is fixed in it: its own half for pages is twice as large as the rest. */
const platform: Platform = {
	getElementRects({reference, floating}) {
		return {reference: (reference as Anchor).getBoundingClientRect(), floating: {x: 0, y: 0, ...sizeOf(floating as Element)}};
	},
	getDimensions: element => sizeOf(element as Element),
	getClippingRect() {
		const {offsetLeft: x, offsetTop: y, width, height} = visualViewport!;
		return {x, y, width, height};
	},
};

function sizeOf(element: Element): {width: number; height: number} {
	const {width, height} = element.getBoundingClientRect();
	return {width, height};
}

function computePosition(at: Anchor, card: HTMLElement, placement: Placement, middleware: Middleware[]): Promise<{x: number; y: number}> {
	return compute(at, card, {platform, strategy: 'fixed', placement, middleware});
}

/** A place in the window, in CSS pixels. */
export interface Point {
	x: number;
	y: number;
}

/** The window's boxes of a mark's words, one a line, as far as they can be seen in `view`. */
export function rectsOf(mark: Mark, map: TextMap, view: DOMRect): DOMRect[] {
	return mark.places.flatMap(place => placeRects(place, map, view));
}

function placeRects({start, end}: Place, map: TextMap, view: DOMRect): DOMRect[] {
	return lineRects(map, start, end).filter(rect => rect.bottom > view.top && rect.top < view.bottom && rect.width > 0);
}

/** The mark the pointer is at. Of overlapping ones the shortest: it is the most to the point. */
export function markAt(point: Point, marks: readonly Mark[], map: TextMap, view: DOMRect): Mark | undefined {
	const places = marks.flatMap(mark => mark.places.map(({start, end}) => ({mark, start, end})));
	const hits = places.filter(place => placeRects(place, map, view).some(rect => isIn(rect, point)));
	return hits.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.mark;
}

function isIn({left, right, top, bottom}: DOMRect, {x, y}: Point): boolean {
	return x >= left && x <= right && y >= top - nearPx && y <= bottom + nearPx;
}

/** The line of a mark that the pointer is at, or the first one. */
export function lineAt(rects: readonly DOMRect[], point: Point | null): DOMRect | undefined {
	return (point && rects.find(rect => isIn(rect, point))) ?? rects[0];
}

/** Puts a reminder beside the form of a box, or within a form that fills the window. */
export function placeReminder(reminder: HTMLElement, form: Element, button: Element | null, editor: Editor): Promise<void> {
	const fills = form.getBoundingClientRect().width > innerWidth - leastRoomPx;
	return fills ? placePanel(reminder, button, editor) : placeBeside(reminder, form);
}

/** Tells whether a note lies over some of the text that can be seen. */
export function coversText(note: HTMLElement, editor: Editor): boolean {
	const [map, at] = [editor.read(), note.getBoundingClientRect()];
	return placeRects({start: 0, end: map.text.length}, map, editor.view()).some(line => shared(at, line) > 0);
}

/** Puts a note at the side of `form` where there is most room, or else above or below it, no larger than the room there. */
export async function placeBeside(note: HTMLElement, form: Element): Promise<void> {
	unfit(note);
	const turn = flip({...within, fallbackPlacements: ['left-start', 'bottom-start', 'top-start']});
	const middleware = [offset(edgePx), turn, fitting(note), shift({...within, crossAxis: true})];
	const {x, y} = await computePosition(form, note, 'right-start', middleware);
	move(note, x, y);
}

/** What a page opens over itself at a press; a note of ours must not cover it. */
const opened = '[role=menu], [role=listbox], [role=dialog]';

/** Puts a note at `control`, over nothing that the press on it has opened. */
export function placeNote(note: HTMLElement, control: HTMLElement): Promise<void> {
	const root = control.getRootNode() as Document | ShadowRoot;
	const menus = [...document.querySelectorAll(opened), ...root.querySelectorAll(opened)];
	const own = control.getBoundingClientRect();
	const taken = menus.filter(menu => !menu.contains(control)).map(menu => menu.getBoundingClientRect());
	return placeClear(note, spotsAt(own, 'top-start', 'bottom-start', 'right-start', 'left-start'), [own, ...taken]);
}

/** Puts a panel at the button that sends a box, or else at both, so that it covers neither the button nor the text. */
export function placePanel(panel: HTMLElement, button: Element | null, editor: Editor): Promise<void> {
	unfit(panel);
	const [map, view, own] = [editor.read(), editor.view(), button?.getBoundingClientRect()];
	const text = placeRects({start: 0, end: map.text.length}, map, view);
	const spots = spotsAt(own ? around(own, view) : view, 'bottom-end', 'top-end', 'right-end', 'left-end');
	if (!own) return placeClear(panel, spots, text);
	return placeClear(panel, [...spotsAt(own, 'bottom-start', 'top-start'), ...spots], [own, ...text]);
}

/** A side of something in the window. */
interface Spot {
	at: DOMRect;
	placement: Placement;
}

function spotsAt(at: DOMRect, ...placements: Placement[]): Spot[] {
	return placements.map(placement => ({at, placement}));
}

/** Puts a note at the first of the spots where it covers least of what is taken. */
async function placeClear(note: HTMLElement, spots: readonly Spot[], taken: readonly DOMRect[]): Promise<void> {
	const {width, height} = note.getBoundingClientRect();
	let best = {x: 0, y: 0, covered: Infinity};
	for (const {at, placement} of spots) {
		const middleware = [offset(edgePx), shift({...within, crossAxis: true})];
		const {x, y} = await computePosition({getBoundingClientRect: () => at}, note, placement, middleware);
		const covered = taken.reduce((sum, rect) => sum + shared(new DOMRect(x, y, width, height), rect), 0);
		if (covered < best.covered) best = {x, y, covered};
	}
	move(note, best.x, best.y);
}

/** The area two boxes share, in square pixels. */
function shared(a: DOMRect, b: DOMRect): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return width > 0 && height > 0 ? width * height : 0;
}

/** The smallest box around two. */
function around(a: DOMRect, b: DOMRect): DOMRect {
	const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
	return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

/** Puts a card below `anchor`, or above where there is more room, and lets it be no higher than the room. */
export async function placeCard(card: HTMLElement, anchor: () => DOMRect): Promise<void> {
	unfit(card);
	const middleware = [offset(edgePx), flip({...within, fallbackPlacements: ['top-start']}), shift(within), fitting(card)];
	const {x, y} = await computePosition({getBoundingClientRect: anchor}, card, 'bottom-start', middleware);
	move(card, x, y);
}

/** Lets a card be no higher and no wider than the room at its place. */
function fitting(card: HTMLElement) {
	return size({
		...within,
		apply({availableHeight, availableWidth}) {
			card.style.setProperty('--room', `${Math.max(leastRoomPx, availableHeight)}px`);
			card.style.setProperty('--wide', `${Math.max(leastWidePx, availableWidth)}px`);
		},
	});
}

function unfit(card: HTMLElement): void {
	for (const name of ['--room', '--wide']) card.style.removeProperty(name);
}

function move(card: HTMLElement, x: number, y: number): void {
	// The host is in the window's corner, unless the page moves even that.
	const {left, top} = (card.getRootNode() as ShadowRoot).host.getBoundingClientRect();
	card.style.transform = `translate(${Math.round(x - left)}px, ${Math.round(y - top)}px)`;
}
