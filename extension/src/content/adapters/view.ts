import {ancestry} from '../tree.js';

/** The part of the window in which `element` can be seen: its box, cut by every scrolling ancestor. */
export function visiblePart(element: HTMLElement): DOMRect {
	let {left, top, right, bottom} = element.getBoundingClientRect();
	for (const parent of clippersOf(element)) {
		const box = parent.getBoundingClientRect();
		left = Math.max(left, box.left);
		top = Math.max(top, box.top);
		right = Math.min(right, box.right);
		bottom = Math.min(bottom, box.bottom);
	}
	left = Math.max(left, 0);
	top = Math.max(top, 0);
	right = Math.min(right, innerWidth);
	bottom = Math.min(bottom, innerHeight);
	return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** How long we go by what we saw: asking for the style of all ancestors is dear, and it hardly changes but with the window's size. */
const knownForMs = 1000;
const known = new WeakMap<Element, {clippers: readonly Element[]; size: string; atMs: number}>();

/** What cuts off what stands out of it, of all that `element` stands in. */
function clippersOf(element: Element): readonly Element[] {
	const [before, size, nowMs] = [known.get(element), `${innerWidth} ${innerHeight}`, performance.now()];
	if (before?.size === size && nowMs - before.atMs < knownForMs) return before.clippers;
	const clippers = [...ancestry(element)].filter(one => one !== element && clips(one));
	known.set(element, {clippers, size, atMs: nowMs});
	return clippers;
}

function clips(element: Element): boolean {
	if (element === document.body || element === document.documentElement) return false;
	return getComputedStyle(element).overflow !== 'visible';
}
