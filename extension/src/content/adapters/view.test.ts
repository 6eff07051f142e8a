// @vitest-environment jsdom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {visiblePart} from './view.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	document.body.replaceChildren();
});

/** An element with a box of its own: jsdom lays nothing out. */
function boxed(rect: DOMRect, parent: Element, overflow = ''): HTMLElement {
	const element = document.createElement('div');
	element.style.overflow = overflow;
	element.getBoundingClientRect = () => rect;
	parent.append(element);
	return element;
}

const place = ({left, top, width, height}: DOMRect) => [left, top, width, height];

/** A box of 200 by 100 in one of 150 by 80, 10 further down. */
function nested(overflow: string) {
	const outer = boxed(new DOMRect(0, 10, 150, 80), document.body, overflow);
	return {outer, inner: boxed(new DOMRect(0, 0, 200, 100), outer)};
}

it('is cut off by what scrolls or hides, and by nothing else', () => {
	expect(place(visiblePart(nested('auto').inner))).toEqual([0, 10, 150, 80]);
	expect(place(visiblePart(nested('hidden').inner))).toEqual([0, 10, 150, 80]);
	expect(place(visiblePart(nested('visible').inner))).toEqual([0, 0, 200, 100]);
});

it('is cut off by the window, and is nothing outside of it', () => {
	expect(place(visiblePart(boxed(new DOMRect(-20, -30, 100, 100), document.body)))).toEqual([0, 0, 80, 70]);
	expect(visiblePart(boxed(new DOMRect(innerWidth + 5, 0, 100, 100), document.body)).width).toBe(0);
});

it('follows what moves at once, and asks for styles now and then', () => {
	const {outer, inner} = nested('auto');
	visiblePart(inner);
	const styles = vi.spyOn(window, 'getComputedStyle');
	outer.getBoundingClientRect = () => new DOMRect(0, 40, 150, 80);
	expect(place(visiblePart(inner))).toEqual([0, 40, 150, 60]);
	expect(styles).not.toHaveBeenCalled();
});

it('takes on another overflow a second later, or when the window has another size', () => {
	const {outer, inner} = nested('auto');
	visiblePart(inner);
	outer.style.overflow = 'visible';
	vi.advanceTimersByTime(1100);
	expect(place(visiblePart(inner))).toEqual([0, 0, 200, 100]);
	outer.style.overflow = 'auto';
	window.innerHeight -= 1;
	expect(place(visiblePart(inner))).toEqual([0, 10, 150, 80]);
});
