// @vitest-environment jsdom
import {describe, expect, it} from 'vitest';
import {lineAt, markAt, rectsOf} from './card-place.js';
import {findingAt} from './finding-sample.js';
import {marksOf} from './mark.js';
import type {TextMap} from './text-map.js';

const text = 'some words that are long enough';
const view = new DOMRect(0, 0, 100, 40);

/** Letters of 10 by 20 pixels, ten a line. */
const map: TextMap = {
	text,
	offset: () => null,
	range: (start, end) => {
		const lines = [...new Set(Array.from({length: end - start}, (_, at) => Math.floor((start + at) / 10)))];
		const rects = lines.map(line => {
			const from = Math.max(start, line * 10) - line * 10;
			return new DOMRect(from * 10, line * 20, (Math.min(end, line * 10 + 10) - line * 10 - from) * 10, 20);
		});
		return {getClientRects: () => rects} as unknown as Range;
	},
};
const [wide, narrow] = marksOf([findingAt(0, 15), findingAt(5, 10, 'hint', 'b/b')], text) as [ReturnType<typeof marksOf>[0], ReturnType<typeof marksOf>[0]];

describe('markAt', () => {
	it('finds the mark under the pointer, of two the shorter', () => {
		expect(markAt({x: 20, y: 10}, [wide, narrow], map, view)).toBe(wide);
		expect(markAt({x: 70, y: 10}, [wide, narrow], map, view)).toBe(narrow);
		expect(markAt({x: 70, y: 30}, [wide, narrow], map, view)).toBeUndefined();
	});

	it('finds nothing where the words are scrolled out of sight', () => {
		expect(markAt({x: 20, y: 10}, [wide], map, new DOMRect(0, 50, 100, 40))).toBeUndefined();
		expect(rectsOf(wide, map, new DOMRect(0, 20, 100, 40))).toHaveLength(1);
	});

	it('takes no heed of findings without words', () => {
		expect(markAt({x: 1, y: 1}, marksOf([findingAt(0, 0)], text), map, view)).toBeUndefined();
	});
});

describe('a mark of several words', () => {
	const [mark] = marksOf([{...findingAt(0, 4), weighed: [[5, 10], [16, 20]]}], text);

	it('is under the pointer at each of them, and not between', () => {
		const at = (x: number, y: number) => markAt({x, y}, [mark!], map, view);
		expect([at(70, 10), at(80, 30)]).toEqual([mark, mark]);
		expect([at(20, 10), at(20, 30)]).toEqual([undefined, undefined]);
	});

	it('lets a finding on a shorter word through, but not one on a longer', () => {
		const [short] = marksOf([findingAt(6, 8, 'hint', 'b/b')], text);
		expect(markAt({x: 70, y: 10}, [mark!, short!], map, view)).toBe(short);
		expect(markAt({x: 70, y: 10}, [wide, mark!], map, view)).toBe(mark);
	});
});

describe('lineAt', () => {
	it('takes the line the pointer is at, else the first', () => {
		const rects = rectsOf(wide, map, view);
		expect(lineAt(rects, {x: 10, y: 30})?.top).toBe(20);
		expect(lineAt(rects, null)?.top).toBe(0);
		expect(lineAt([], null)).toBeUndefined();
	});
});
