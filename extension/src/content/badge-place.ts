import {closest, contains, elementsAt} from './tree.js';

/** What decides where a badge can be. */
export interface Surroundings {
	/** The compose box as far as it can be seen. */
	box: DOMRect;
	/** Where its text stands. */
	text: readonly DOMRect[];
	/** True where lines begin on the right, so that the Post button is on the left. */
	rightToLeft: boolean;
	/** True where something of the page is in the way. */
	taken(spot: DOMRect): boolean;
}

/** The width and height of a badge in CSS pixels. */
export interface Size {
	width: number;
	height: number;
}

const gapPx = 6;

/** The spots in the order we like them: below and in the lower corner first, near where one looks before posting. */
const spots: readonly ((box: DOMRect, size: Size) => [left: number, top: number])[] = [
	(box, {width, height}) => [box.right - width, box.bottom - height],
	(box, {width}) => [box.right - width, box.bottom + gapPx],
	(box, {width}) => [box.right - width, box.top],
	(box, {width, height}) => [box.right - width, box.top - height - gapPx],
	(box) => [box.left, box.bottom + gapPx],
	(box, {height}) => [box.left, box.top - height - gapPx],
	(box, {height}) => [box.right + gapPx, box.bottom - height],
	(box, {width, height}) => [box.left - width - gapPx, box.bottom - height],
	(_, {width, height}) => [innerWidth - width - 2 * gapPx, innerHeight - height - 2 * gapPx],
	(_, {height}) => [2 * gapPx, innerHeight - height - 2 * gapPx],
];

/** From here on a spot is beside the box: the badge goes back as soon as a better one is free. */
const firstBeside = 6;

/**
 * Finds a spot for the badge that covers neither the text nor anything of the page, and
 * stays with `last`, the number of the spot it had, as long as that is free.
 */
export function findSpot(size: Size, around: Surroundings, last: number): {number: number; left: number; top: number} | null {
	const order = last < firstBeside ? [last, ...spots.keys()] : spots.keys();
	for (const number of order) {
		const spot = spots[number];
		if (!spot) continue;
		const [ltrLeft, top] = spot(around.box, size);
		const {left: boxLeft, right: boxRight} = around.box;
		const left = around.rightToLeft ? boxLeft + boxRight - ltrLeft - size.width : ltrLeft;
		const rect = new DOMRect(left, top, size.width, size.height);
		if (around.text.some(line => overlap(line, rect)) || around.taken(rect)) continue;
		return {number, left, top};
	}
	return null;
}

function overlap(a: DOMRect, b: DOMRect): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const busy = 'a[href],button,input,select,textarea,summary,img,video,canvas,svg,iframe,[role=button],[role=link],[role=tab],[role=menuitem],[role=switch],[role=progressbar],[contenteditable=true]';

/**
 * Tells whether the page shows or offers something within `spot`, besides the compose box
 * itself. Looking costs; a spot that is `ours` already was looked at closely before.
 */
export function isTaken(spot: DOMRect, box: Element, isOurs: (element: Element) => boolean, ours: boolean): boolean {
	return (ours ? slopeOf(spot) : gridOf(spot)).some(([x, y]) => {
		const element = elementsAt(x, y).find(one => !isOurs(one));
		// No element: outside the window.
		return !element || isBusy(element, box);
	});
}

type Point = readonly [x: number, y: number];

/** Three rows of three points. */
function gridOf(spot: DOMRect): Point[] {
	return [spot.left + 1, spot.left + spot.width / 2, spot.right - 1].flatMap(x =>
		[spot.top + 1, spot.top + spot.height / 2, spot.bottom - 1].map((y): Point => [x, y]));
}

/** The middle of it and two corners. */
function slopeOf({left, top, right, bottom, width, height}: DOMRect): Point[] {
	return [[left + 1, top + 1], [left + width / 2, top + height / 2], [right - 1, bottom - 1]];
}

function isBusy(element: Element, box: Element): boolean {
	if (contains(box, element)) return false;
	// Beside the body stand signs and cards of other boxes, and of other extensions.
	if (element.parentElement === document.documentElement && element !== document.body) return true;
	const control = closest(element, busy);
	if (control && !contains(control, box)) return true;
	return !contains(element, box) && [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== '');
}
