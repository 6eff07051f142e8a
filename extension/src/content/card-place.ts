import {computePosition, flip, offset, shift, size} from '@floating-ui/dom';
import type {Place} from './edit.js';
import type {Mark} from './mark.js';
import {lineRects, type TextMap} from './text-map.js';

/** How far from an underlined word the pointer still points at it. */
const nearPx = 3;
/** How near a card may come to the window's edge, and how little room it makes do with. */
const edgePx = 8;
const leastRoomPx = 180;

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

/** Puts a card below `anchor`, or above where there is more room, and lets it be no higher than the room. */
export async function placeCard(card: HTMLElement, anchor: () => DOMRect, box: Element): Promise<void> {
	card.style.removeProperty('--room');
	// Nothing but the window cuts a card off: not the box's own scrolling ancestors.
	const within = {padding: edgePx, boundary: []};
	const fit = size({
		...within,
		apply: ({availableHeight}) => card.style.setProperty('--room', `${Math.max(leastRoomPx, availableHeight)}px`),
	});
	const middleware = [offset(edgePx), flip({...within, fallbackPlacements: ['top-start']}), shift(within), fit];
	const reference = {getBoundingClientRect: anchor, contextElement: box};
	const {x, y} = await computePosition(reference, card, {strategy: 'fixed', placement: 'bottom-start', middleware});
	card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
