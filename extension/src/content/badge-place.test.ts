// @vitest-environment jsdom
import {describe, expect, it} from 'vitest';
import {findSpot, type Surroundings} from './badge-place.js';

const box = new DOMRect(100, 100, 400, 100);
const size = {width: 80, height: 24};
const free: Surroundings = {box, text: [], rightToLeft: false, taken: () => false};
const covers = (spot: DOMRect, other: DOMRect) =>
	spot.left < other.right && other.left < spot.right && spot.top < other.bottom && other.top < spot.bottom;

describe('findSpot', () => {
	it('takes the lower corner of the box, where the Post button is near', () => {
		expect(findSpot(size, free, 0)).toEqual({number: 0, left: 420, top: 176});
		expect(findSpot(size, {...free, rightToLeft: true}, 0)).toEqual({number: 0, left: 100, top: 176});
	});

	it('gives way to text', () => {
		const text = [new DOMRect(100, 100, 400, 24), new DOMRect(100, 170, 390, 24)];
		const spot = findSpot(size, {...free, text}, 0)!;
		expect(spot.number).toBe(1);
		expect(spot.top).toBeGreaterThan(box.bottom);
	});

	it('never covers what the page offers', () => {
		const post = new DOMRect(430, 195, 90, 40);
		const text = [new DOMRect(100, 100, 400, 100)];
		const spot = findSpot(size, {...free, text, taken: rect => covers(rect, post)}, 0)!;
		expect(covers(new DOMRect(spot.left, spot.top, size.width, size.height), post)).toBe(false);
	});

	it('stays where it is while that is free', () => {
		expect(findSpot(size, free, 3)?.number).toBe(3);
		expect(findSpot(size, {...free, taken: rect => rect.top < 100}, 3)?.number).toBe(0);
	});

	it('shows nothing where there is no room at all', () => {
		expect(findSpot(size, {...free, taken: () => true}, 0)).toBeNull();
	});
});
