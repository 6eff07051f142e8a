import type {Severity} from '../shared/finding.js';
import {newHost, placeHost} from './host.js';
import {isUncovered} from './tree.js';

/** What has to be known of a box to draw over it. */
export interface Sketched {
	readonly root: HTMLElement;
	/** The part of the window in which its text can be seen. */
	view(): DOMRect;
}

/** A line to be drawn below words. */
export interface SketchLine {
	range: Range;
	severity: Severity;
	colour: string;
}

const svgNames = 'http://www.w3.org/2000/svg';
const style = `
svg { position: absolute; overflow: hidden; pointer-events: none; fill: none; stroke-width: 2; stroke-linecap: round; }
.hint { stroke-width: 2.5; stroke-dasharray: 0 5; }
.caution { stroke-dasharray: 5 5; }
.warning { stroke-width: 1.5; }
@media (forced-colors: active) { path { stroke: CanvasText; } rect { fill: none; stroke: Highlight; } }
`;
/** How far above the foot of a line's box the underline runs, and half the length of a wave. */
const [abovePx, wavePx] = [1, 3];
/** After these something may lie elsewhere, or lie over it. */
const moves = ['scroll', 'resize', 'focusin', 'click', 'transitionend', 'animationend'] as const;
/** So many shares of a box that move out of where it was are told of. */
const shares = Array.from({length: 101}, (_, percent) => percent / 100);

/** The underlines of one box, drawn over it where the page cannot look, instead of as highlights, which it can find. */
export class Sketch {
	readonly #box: Sketched;
	readonly #life = new AbortController();
	readonly #host: HTMLElement;
	readonly #svg = document.createElementNS(svgNames, 'svg');
	readonly #sizes = new ResizeObserver(() => this.#later());
	#moved: IntersectionObserver | undefined;
	#lines: readonly SketchLine[] = [];
	#held: readonly Range[] = [];
	#tint = '';
	#frame = 0;

	constructor(box: Sketched) {
		this.#box = box;
		const {host, shadow} = newHost('below', style);
		this.#host = host;
		this.#svg.ariaHidden = 'true';
		shadow.append(this.#svg);
		const {signal} = this.#life;
		for (const type of moves) addEventListener(type, () => this.#later(), {signal, capture: true, passive: true});
		for (const one of [box.root, document.body]) this.#sizes.observe(one);
	}

	/** Draws these lines, and a tint behind the words a card speaks of, instead of what was drawn. */
	draw(lines: readonly SketchLine[], held: readonly Range[], tint: string): void {
		[this.#lines, this.#held, this.#tint] = [lines, held, tint];
		this.#paint();
	}

	/** Takes all of it away. */
	end(): void {
		this.#life.abort();
		this.#sizes.disconnect();
		this.#moved?.disconnect();
		cancelAnimationFrame(this.#frame);
		this.#host.remove();
	}

	#later(): void {
		cancelAnimationFrame(this.#frame);
		if (this.#lines.length > 0) this.#frame = requestAnimationFrame(() => this.#paint());
	}

	#paint(): void {
		try {
			this.#paintAt(this.#box.view());
		} catch {
			// An underline less, not an error on the page.
			this.#svg.replaceChildren();
		}
	}

	#paintAt(view: DOMRect): void {
		placeHost(this.#host, this.#box.root);
		const origin = this.#host.getBoundingClientRect();
		this.#svg.style.cssText = `left:${view.left - origin.left}px;top:${view.top - origin.top}px;width:${view.width}px;height:${view.height}px`;
		const seen = (range: Range) => textRects(range).filter(rect => this.#isSeen(rect, view));
		const tints = this.#held.flatMap(seen).map(rect => tintAt(rect, view, this.#tint));
		const lines = this.#lines.flatMap(line => seen(line.range).map(rect => lineAt(rect, view, line)));
		this.#svg.replaceChildren(...tints, ...lines);
		this.#watch(view);
	}

	/** Tells whether words stand in the part that is shown, and nothing of the page lies over them. */
	#isSeen({left, top, width, bottom, height}: DOMRect, view: DOMRect): boolean {
		if (width === 0 || bottom <= view.top || top >= view.bottom) return false;
		return isUncovered(this.#box.root, left + width / 2, top + height / 2);
	}

	/** What else pushes the box about tells nobody: the browser says when it no longer lies where it was. */
	#watch({left, top, right, bottom}: DOMRect): void {
		this.#moved?.disconnect();
		if (this.#lines.length === 0) return;
		const edges = [top, innerWidth - right, innerHeight - bottom, left].map(edge => `${-Math.floor(edge)}px`);
		let first = true;
		this.#moved = new IntersectionObserver(() => {
			if (!first) this.#later();
			first = false;
		}, {rootMargin: edges.join(' '), threshold: shares});
		this.#moved.observe(this.#box.root);
	}
}

/** The window's boxes of a range's words, line by line; a range over several blocks would give the blocks' boxes too. */
function textRects(range: Range): DOMRect[] {
	const top = range.commonAncestorContainer;
	if (top instanceof Text) return [...range.getClientRects()];
	const rects: DOMRect[] = [];
	const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (range.intersectsNode(node)) rects.push(...partIn(range, node as Text).getClientRects());
	}
	return rects;
}

function partIn(range: Range, node: Text): Range {
	const part = document.createRange();
	part.setStart(node, node === range.startContainer ? range.startOffset : 0);
	part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
	return part;
}

function tintAt({left, top, width, height}: DOMRect, view: DOMRect, tint: string): SVGElement {
	return shape('rect', {x: left - view.left, y: top - view.top, width, height, fill: tint});
}

function lineAt({left, bottom, width}: DOMRect, view: DOMRect, {severity, colour}: SketchLine): SVGElement {
	const start = `M${left - view.left} ${bottom - view.top - abovePx}`;
	return shape('path', {d: start + (severity === 'warning' ? wave(width) : `h${width}`), stroke: colour, class: severity});
}

function wave(width: number): string {
	const count = Math.max(1, Math.round(width / wavePx));
	const step = width / count;
	return `q${step / 2} -3 ${step} 0${` t${step} 0`.repeat(count - 1)}`;
}

function shape(name: 'rect' | 'path', attributes: Readonly<Record<string, string | number>>): SVGElement {
	const element = document.createElementNS(svgNames, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	return element;
}
