import {parentOf} from '../tree.js';

/** The part of the window in which `element` can be seen: its box, cut by every scrolling ancestor. */
export function visiblePart(element: HTMLElement): DOMRect {
	let {left, top, right, bottom} = element.getBoundingClientRect();
	for (let parent = parentOf(element); parent; parent = parentOf(parent)) {
		if (getComputedStyle(parent).overflow === 'visible') continue;
		if (parent === document.body || parent === document.documentElement) continue;
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
