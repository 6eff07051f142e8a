import type {Severity} from '../shared/finding.js';

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

/**
 * The underlines of a page. They are highlights of the browser and change no node. A
 * page can read their names, so those are new on every load and tell nothing.
 */
export class Underlines {
	readonly #names: Readonly<Record<Severity | 'held', string>>;
	readonly #highlights: Readonly<Record<Severity | 'held', Highlight>>;
	readonly #sheets = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();

	constructor() {
		this.#names = {hint: newName(), caution: newName(), warning: newName(), held: newName()};
		this.#highlights = {hint: new Highlight(), caution: new Highlight(), warning: new Highlight(), held: new Highlight()};
		severities.forEach((severity, grade) => (this.#highlights[severity].priority = grade + 1));
		for (const kind of [...severities, 'held'] as const) CSS.highlights.set(this.#names[kind], this.#highlights[kind]);
	}

	/** The names in use, for tests. */
	get names(): readonly string[] {
		return Object.values(this.#names);
	}

	/** Puts the colours where `root`'s text can see them; Firefox looks in the same root only. */
	colour(root: Document | ShadowRoot, dark: boolean): void {
		const sheet = this.#sheets.get(root) ?? new CSSStyleSheet();
		this.#sheets.set(root, sheet);
		const rules = this.#rules(dark);
		if (sheetTexts.get(sheet) !== rules) sheet.replaceSync(rules);
		sheetTexts.set(sheet, rules);
		// Pages set this list anew at will.
		if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
	}

	/** A pen for one compose box. */
	pen(): Pen {
		return new Pen(this.#highlights);
	}

	#rules(dark: boolean): string {
		const lines = severities.map(severity => lineRule(this.#names[severity], severity, dark));
		const background = dark ? held.onDark : held.onLight;
		return [...lines, `::highlight(${this.#names.held}){background-color:${background}}`].join('\n');
	}
}

const sheetTexts = new WeakMap<CSSStyleSheet, string>();

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
	readonly #highlights: Readonly<Record<Severity | 'held', Highlight>>;
	#strokes: readonly Stroke[] = [];
	#held: readonly Range[] = [];

	constructor(highlights: Readonly<Record<Severity | 'held', Highlight>>) {
		this.#highlights = highlights;
	}

	/** Replaces what was drawn before. */
	draw(strokes: readonly Stroke[]): void {
		for (const {range, severity} of this.#strokes) this.#highlights[severity].delete(range);
		for (const {range, severity} of strokes) this.#highlights[severity].add(range);
		this.#strokes = strokes;
	}

	/** Tints the words a card speaks of, or none. */
	hold(ranges: readonly Range[]): void {
		for (const range of this.#held) this.#highlights.held.delete(range);
		for (const range of ranges) this.#highlights.held.add(range);
		this.#held = ranges;
	}

	/** Takes away all of this box's underlines. */
	clear(): void {
		this.draw([]);
		this.hold([]);
	}
}
