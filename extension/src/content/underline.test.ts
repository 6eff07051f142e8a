// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {Underlines} from './underline.js';

/** jsdom has no highlights and no constructed sheets; the painting itself is tested in browsers. */
class FakeHighlight extends Set<Range> {
	priority = 0;
}
class FakeSheet {
	text = '';
	replaceSync(text: string) {
		this.text = text;
	}
}

const registry = new Map<string, FakeHighlight>();
const sheetsOf = () => document.adoptedStyleSheets as unknown as FakeSheet[];

beforeEach(() => {
	registry.clear();
	vi.stubGlobal('Highlight', FakeHighlight);
	vi.stubGlobal('CSSStyleSheet', FakeSheet);
	vi.stubGlobal('CSS', {highlights: registry});
	Object.defineProperty(document, 'adoptedStyleSheets', {value: [], writable: true, configurable: true});
});

describe('Underlines', () => {
	it('takes names that tell nothing and are new every time', () => {
		const names = [...new Underlines().names, ...new Underlines().names];
		expect(new Set(names).size).toBe(8);
		for (const name of names) {
			expect(name).toMatch(/^[a-z]{9}$/);
			expect(name).not.toMatch(/hint|caution|warn|circum|confid|mark/);
		}
	});

	it('gives every severity a shape and a colour of its own, on light and on dark', () => {
		const underlines = new Underlines();
		const rules: string[] = [];
		for (const dark of [false, true]) {
			underlines.colour(document, dark);
			rules.push(sheetsOf()[0]!.text);
		}
		expect(sheetsOf()).toHaveLength(1);
		for (const text of rules) {
			const looks = [...text.matchAll(/underline (\w+) [\d.]+px (#\w+)/g)];
			expect(looks.map(([, shape]) => shape)).toEqual(['dotted', 'dashed', 'wavy']);
			expect(new Set(looks.map(([, , colour]) => colour)).size).toBe(3);
			expect(text).toContain('forced-colors');
		}
		expect(rules[0]).not.toBe(rules[1]);
	});

	it('puts its sheet back where a page dropped it', () => {
		const underlines = new Underlines();
		underlines.colour(document, false);
		document.adoptedStyleSheets = [];
		underlines.colour(document, false);
		expect(sheetsOf()).toHaveLength(1);
	});

	it('lets a pen take away only its own strokes', () => {
		const underlines = new Underlines();
		const paper = {root: document.body, styleRoot: document, view: () => document.body.getBoundingClientRect()};
		const [mine, theirs] = [underlines.pen(paper), underlines.pen(paper)];
		const range = () => document.createRange();
		mine.draw([{range: range(), severity: 'warning'}, {range: range(), severity: 'hint'}]);
		theirs.draw([{range: range(), severity: 'warning'}]);
		mine.hold([range(), range()]);
		mine.hold([range()]);
		const counts = () => [...registry.values()].map(highlight => highlight.size);
		expect(counts()).toEqual([1, 0, 2, 1]);
		mine.clear();
		expect(counts()).toEqual([0, 0, 1, 0]);
	});
});
