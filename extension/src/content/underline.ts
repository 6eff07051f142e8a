import type {Severity} from '../shared/finding.js';
import {Sketch, type Sketched} from './sketch.js';

/** What the underlines of a severity look like: a shape and a colour each, for either background. */
const looks: Readonly<Record<Severity, {line: string; onLight: string; onDark: string; system: string}>> = {
	hint: {line: 'dotted 2.5px', onLight: '#3b5bdb', onDark: '#91a7ff', system: 'LinkText'},
	caution: {line: 'dashed 2px', onLight: '#b54708', onDark: '#ffb454', system: 'CanvasText'},
	warning: {line: 'wavy 1.5px', onLight: '#c81e1e', onDark: '#ff8079', system: 'CanvasText'},
};
const severities = ['hint', 'caution', 'warning'] as const;
const held = {onLight: 'rgb(59 91 219 / 14%)', onDark: 'rgb(145 167 255 / 24%)'};

/** A place to be underlined. */
export interface Stroke {
	range: Range;
	severity: Severity;
}

/** A box to underline words in. */
export interface Paper extends Sketched {
	/** Where the rules that colour highlights have to be. */
	readonly styleRoot: Document | ShadowRoot;
}

const kinds = [...severities, 'held'] as const;

/**
 * The underlines of a page. They are highlights of the browser and change no node. A
 * page can read their names, so those are new on every load and tell nothing. Who wants
 * no page to find them at all has them drawn over the boxes instead.
 */
export class Underlines {
	readonly #names: Readonly<Record<Severity | 'held', string>>;
	readonly #highlights: Readonly<Record<Severity | 'held', Highlight>>;
	readonly #sheets = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();
	/** Whether a sheet has the colours for a dark background. */
	readonly #darkSheets = new WeakMap<CSSStyleSheet, boolean>();
	readonly #pens = new Set<Pen>();
	#hidden: boolean;

	constructor(hidden = false) {
		this.#hidden = hidden;
		this.#names = {hint: newName(), caution: newName(), warning: newName(), held: newName()};
		this.#highlights = {hint: new Highlight(), caution: new Highlight(), warning: new Highlight(), held: new Highlight()};
		severities.forEach((severity, grade) => (this.#highlights[severity].priority = grade + 1));
		if (!hidden) this.#register();
	}

	#register(): void {
		for (const kind of kinds) CSS.highlights.set(this.#names[kind], this.#highlights[kind]);
	}

	/** Tells whether the page must not find the underlines. */
	get hidden(): boolean {
		return this.#hidden;
	}

	/** Changes at once how all underlines are drawn. */
	hide(hidden: boolean): void {
		if (hidden === this.#hidden) return;
		for (const pen of this.#pens) pen.lift();
		this.#hidden = hidden;
		if (hidden) this.#unregister();
		else this.#register();
		for (const pen of this.#pens) pen.press();
	}

	/** Leaves nothing of ours for the page to find. */
	#unregister(): void {
		for (const kind of kinds) CSS.highlights.delete(this.#names[kind]);
		for (const root of [document, ...[...this.#pens].map(pen => pen.paper.styleRoot)]) {
			const sheet = this.#sheets.get(root);
			root.adoptedStyleSheets = root.adoptedStyleSheets.filter(one => one !== sheet);
		}
	}

	/** The names in use, for tests. */
	get names(): readonly string[] {
		return Object.values(this.#names);
	}

	/** Puts the colours where `root`'s text can see them; Firefox looks in the same root only. */
	colour(root: Document | ShadowRoot, dark: boolean): void {
		const sheet = this.#sheets.get(root) ?? new CSSStyleSheet();
		this.#sheets.set(root, sheet);
		if (this.#darkSheets.get(sheet) !== dark) sheet.replaceSync(this.#rules(dark));
		this.#darkSheets.set(sheet, dark);
		// Pages set this list anew at will.
		if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
	}

	/** A pen for one compose box. */
	pen(paper: Paper): Pen {
		const pen = new Pen(this, this.#highlights, paper, () => this.#pens.delete(pen));
		this.#pens.add(pen);
		return pen;
	}

	#rules(dark: boolean): string {
		const lines = severities.map(severity => lineRule(this.#names[severity], severity, dark));
		const background = dark ? held.onDark : held.onLight;
		return [...lines, `::highlight(${this.#names.held}){background-color:${background}}`].join('\n');
	}
}

function lineRule(name: string, severity: Severity, dark: boolean): string {
	const {line, onLight, onDark, system} = looks[severity];
	const rest = `text-underline-offset:${severity === 'warning' ? 2 : 3}px;text-decoration-skip-ink:none`;
	return (
		`::highlight(${name}){text-decoration:underline ${line} ${dark ? onDark : onLight};${rest}}` +
		`@media(forced-colors:active){::highlight(${name}){text-decoration-color:${system}}}`
	);
}

/** A name nobody can tell from a hash of the page's own. */
function newName(): string {
	const letters = crypto.getRandomValues(new Uint8Array(9));
	return [...letters].map(letter => String.fromCharCode(97 + (letter % 26))).join('');
}

/** Draws the underlines of one compose box among those of the page. */
export class Pen {
	readonly paper: Paper;
	readonly #underlines: Underlines;
	readonly #highlights: Readonly<Record<Severity | 'held', Highlight>>;
	readonly #ended: () => void;
	#sketch: Sketch | null = null;
	#strokes: readonly Stroke[] = [];
	#held: readonly Range[] = [];
	#dark = false;

	constructor(underlines: Underlines, highlights: Readonly<Record<Severity | 'held', Highlight>>, paper: Paper, ended: () => void) {
		[this.#underlines, this.#highlights, this.paper, this.#ended] = [underlines, highlights, paper, ended];
	}

	/** Replaces what was drawn before; `dark` tells of the background. */
	draw(strokes: readonly Stroke[], dark = false): void {
		this.#erase();
		[this.#strokes, this.#dark] = [strokes, dark];
		this.press();
	}

	/** Tints the words a card speaks of, or none. */
	hold(ranges: readonly Range[]): void {
		this.#erase();
		this.#held = ranges;
		this.press();
	}

	/** Takes away all of this box's underlines, for good. */
	clear(): void {
		this.lift();
		this.#ended();
	}

	/** Draws all of it, the way that is chosen now. */
	press(): void {
		if (this.#underlines.hidden) return this.#draft();
		this.#underlines.colour(this.paper.styleRoot, this.#dark);
		for (const {range, severity} of this.#strokes) this.#highlights[severity].add(range);
		for (const range of this.#held) this.#highlights.held.add(range);
	}

	/** Takes all of it away. */
	lift(): void {
		this.#erase();
		this.#sketch?.end();
		this.#sketch = null;
	}

	#erase(): void {
		for (const {range, severity} of this.#strokes) this.#highlights[severity].delete(range);
		for (const range of this.#held) this.#highlights.held.delete(range);
	}

	#draft(): void {
		if (!this.#sketch && this.#strokes.length === 0) return;
		this.#sketch ??= new Sketch(this.paper);
		const shade = this.#dark ? 'onDark' : 'onLight';
		this.#sketch.draw(this.#strokes.map(stroke => ({...stroke, colour: looks[stroke.severity][shade]})), this.#held, held[shade]);
	}
}
