import {render} from 'preact';
import type {Provision, Suggestion} from '../shared/finding.js';
import type {ContentTexts} from '../shared/texts.js';
import type {Editor} from './adapters/editor.js';
import {lineAt, markAt, placeCard, rectsOf, type Point} from './card-place.js';
import {Card, type CardActions, type CardView} from './card.js';
import {undoForMs} from './dismissed.js';
import type {CardTool} from './hand-over.js';
import type {Place} from './edit.js';
import {sameMark, startOf, type Mark} from './mark.js';
import type {Overlay} from './overlay.js';
import {rangesOf, type TextMap} from './text-map.js';
import type {Pen} from './underline.js';

const opensAfterMs = 220;
const closesAfterMs = 320;

/** What there is to show at the moment. */
export interface Scene {
	map: TextMap;
	marks: readonly Mark[];
	provisions: Readonly<Record<string, Provision>>;
}

/** What opened a card decides what closes it and whether it takes the focus. */
type Opener = 'hover' | 'press' | 'keys';

interface Open {
	view: {kind: 'finding'; mark: Mark} | Exclude<CardView, {kind: 'finding'}>;
	by: Opener;
	/** Where the pointer was, to choose among the lines of a long underline. */
	at: Point | null;
	/** Where the card stays although its words are no longer underlined. */
	spot: DOMRect | null;
}

/** What the cards of a box need of it. */
export interface CardsParts {
	editor: Editor;
	overlay: Overlay;
	pen: Pen;
	texts: ContentTexts;
	/** Called when a mark is dismissed or the last dismissal undone. */
	dismiss(mark: Mark, never: boolean): void;
	undo(): void;
	/** True where a finding can be dismissed for good. */
	lasting: boolean;
	/** What helps with a mark, and its opening. */
	tools(mark: Mark): readonly CardTool[];
	handOver(mark: Mark, tool: CardTool): void;
	/** Called after a card was opened or closed. */
	toggled(): void;
	/** Wraps what the browser calls, so that no error reaches the page. */
	safely<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void;
	signal: AbortSignal;
}

/** Decides which card of a compose box is open, where, and what its buttons do. */
export class Cards {
	readonly #parts: CardsParts;
	#scene: Scene;
	#open: Open | null = null;
	#failed: Suggestion | null = null;
	#copied = false;
	/** What was selected before the focus went to the card. */
	#caret: Place | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#pointed: Mark | null = null;

	constructor(parts: CardsParts, scene: Scene) {
		this.#parts = parts;
		this.#scene = scene;
		this.#listen();
	}

	/** True while a card is open. */
	get open(): boolean {
		return this.#open !== null;
	}

	/** Takes on a new text or new marks; a card whose finding is gone closes. */
	update(scene: Scene): void {
		this.#scene = scene;
		if (this.#open?.view.kind !== 'finding') return;
		const mark = sameMark(this.#open.view.mark, scene.marks);
		if (!mark) return this.close();
		this.#open = {...this.#open, view: {kind: 'finding', mark}};
		this.#draw();
	}

	/** The writer writes on: a card must not stand in the way, unless the focus is in it. */
	typed(): void {
		if (this.#open && !this.#parts.overlay.focused) this.close();
	}

	/** Answers a press on the badge: the first finding's card, or a notice where there is one to give. */
	press(notice: {title: string; lines: readonly string[]} | null): void {
		if (this.#open) return this.close();
		const by = this.#parts.overlay.focused ? 'keys' : 'press';
		const [first] = this.#scene.marks;
		if (notice) this.#show({kind: 'notice', ...notice}, by);
		else if (first) this.#show({kind: 'finding', mark: first}, by);
	}

	/** Opens the next or the previous finding's card, from the present one or from the caret. */
	step(by: 1 | -1, opener: Opener = 'keys'): void {
		const {marks} = this.#scene;
		const next = marks.at((this.#stepFrom(by) + marks.length) % Math.max(1, marks.length));
		if (next) this.#show({kind: 'finding', mark: next}, opener);
	}

	/** Opens the card of a mark with the caret at its words. */
	openAt(mark: Mark): void {
		const [first] = mark.places;
		if (first) this.#parts.editor.select(first.start, mark.places.at(-1)?.end ?? first.end);
		this.#show({kind: 'finding', mark}, 'keys');
	}

	/** Says that a finding was dismissed and can be brought back. */
	#showDismissed(never: boolean): void {
		const spot = this.#anchor();
		this.#show({kind: 'dismissed', never}, this.#parts.overlay.focused ? 'keys' : 'press', null, spot);
		this.#later(undoForMs, () => this.typed());
	}

	/** Closes the card; where the focus was in it, the box gets it back. */
	close(): void {
		clearTimeout(this.#timer);
		if (!this.#open) return;
		const hadFocus = this.#parts.overlay.focused !== null;
		this.#open = null;
		this.#parts.pen.hold([]);
		render(null, this.#parts.overlay.card);
		if (hadFocus) this.#focusBox();
		this.#parts.toggled();
	}

	/** Puts the open card where its words are now. */
	async place(): Promise<void> {
		const {overlay} = this.#parts;
		if (!this.#open) return;
		await placeCard(overlay.card, () => this.#anchor()).catch(() => this.#safely(() => this.close()));
	}

	#listen(): void {
		const {editor, overlay, safely, signal} = this.#parts;
		const {root} = editor;
		root.addEventListener('pointermove', safely((event: PointerEvent) => this.#pointAt(event)), {signal, passive: true});
		root.addEventListener('pointerleave', safely(() => this.#pointAway()), {signal});
		root.addEventListener('click', safely((event: MouseEvent) => this.#click(event)), {signal});
		overlay.card.addEventListener('pointerenter', safely(() => this.#pointIn()), {signal});
		overlay.card.addEventListener('pointerleave', safely(() => this.#pointAway()), {signal});
		addEventListener('pointerdown', safely((event: PointerEvent) => this.#pressOutside(event)), {signal, capture: true});
		addEventListener('keydown', safely((event: KeyboardEvent) => this.#key(event)), {signal, capture: true});
		signal.addEventListener('abort', () => clearTimeout(this.#timer));
	}

	#show(view: Open['view'], by: Opener, at: Open['at'] = null, spot: DOMRect | null = null): void {
		clearTimeout(this.#timer);
		this.#open = {view, by, at, spot};
		this.#failed = null;
		this.#copied = false;
		if (view.kind === 'finding' && by !== 'hover') this.#reveal(view.mark);
		this.#draw();
		if (by === 'keys') this.#focusCard();
		this.#parts.toggled();
	}

	/** Brings words that are scrolled away into view. */
	#reveal(mark: Mark): void {
		const [range] = rangesOf(mark.places, this.#scene.map);
		if (range && this.#rects(mark).length === 0) this.#parts.editor.reveal(range);
	}

	#draw(): void {
		const {overlay, texts, pen} = this.#parts;
		const view = this.#view();
		if (!view) return;
		pen.hold(view.kind === 'finding' ? rangesOf(view.mark.places, this.#scene.map) : []);
		render(<Card view={view} provisions={this.#scene.provisions} texts={texts} actions={this.#actions} />, overlay.card);
		void this.place();
	}

	#view(): CardView | null {
		const view = this.#open?.view;
		if (view?.kind !== 'finding') return view ?? null;
		const {marks, map} = this.#scene;
		const index = Math.max(0, marks.indexOf(view.mark));
		return {...view, text: map.text, index, count: marks.length, failed: this.#failed, copied: this.#copied, lasting: this.#parts.lasting, tools: this.#parts.tools(view.mark)};
	}

	/** Puts the caret back, too: browsers forget it when the focus leaves an editor. */
	#focusBox(): void {
		const {editor} = this.#parts;
		if (!this.#caret || !editor.select(this.#caret.start, this.#caret.end)) editor.focus();
		this.#caret = null;
	}

	#focusCard(): void {
		const {editor, overlay} = this.#parts;
		if (!overlay.focused) this.#caret = editor.selection(this.#scene.map);
		const card = overlay.card.firstElementChild;
		if (card instanceof HTMLElement) card.focus({preventScroll: true});
	}

	#stepFrom(by: 1 | -1): number {
		const {marks, map} = this.#scene;
		const view = this.#open?.view;
		if (view?.kind === 'finding') return marks.indexOf(view.mark) + by;
		const caret = this.#parts.editor.selection(map)?.start ?? 0;
		const after = marks.findIndex(mark => startOf(mark) >= caret);
		const next = after < 0 ? marks.length : after;
		return by > 0 ? next % Math.max(1, marks.length) : next - 1;
	}

	#rects(mark: Mark): DOMRect[] {
		return rectsOf(mark, this.#scene.map, this.#parts.editor.view());
	}

	#markAt(point: Point): Mark | undefined {
		return markAt(point, this.#scene.marks, this.#scene.map, this.#parts.editor.view());
	}

	#anchor(): DOMRect {
		const {view, at = null, spot = null} = this.#open ?? {};
		const rects = view?.kind === 'finding' ? this.#rects(view.mark) : [];
		return spot ?? lineAt(rects, at) ?? this.#badgeRect();
	}

	#badgeRect(): DOMRect {
		const rect = this.#parts.overlay.badge.getBoundingClientRect();
		return rect.width > 0 ? rect : this.#parts.editor.view();
	}

	#pointAt({clientX: x, clientY: y, buttons}: PointerEvent): void {
		if (buttons !== 0 || this.#scene.marks.length === 0) return;
		const mark = this.#markAt({x, y}) ?? null;
		if (mark === this.#pointed) return;
		this.#pointed = mark;
		if (!mark) return this.#pointAway();
		clearTimeout(this.#timer);
		if (this.#open && this.#open.by !== 'hover') return;
		if (this.#isOpenAt(mark, {x, y})) return;
		this.#later(opensAfterMs, () => this.#show({kind: 'finding', mark: sameMark(mark, this.#scene.marks) ?? mark}, 'hover', {x, y}));
	}

	/** Tells whether the card of a mark is open at the very words that are pointed at: it may have others. */
	#isOpenAt(mark: Mark, point: Point): boolean {
		if (this.#open?.view.kind !== 'finding' || this.#open.view.mark !== mark) return false;
		const rects = this.#rects(mark);
		return lineAt(rects, point) === lineAt(rects, this.#open.at);
	}

	#pointIn(): void {
		if (this.#open?.by === 'hover') clearTimeout(this.#timer);
	}

	#pointAway(): void {
		this.#pointed = null;
		if (this.#open && this.#open.by !== 'hover') return;
		clearTimeout(this.#timer);
		if (this.#open && !this.#parts.overlay.focused) this.#later(closesAfterMs, () => this.close());
	}

	#later(afterMs: number, run: () => void): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#parts.safely(run), afterMs);
	}

	#click({clientX: x, clientY: y}: MouseEvent): void {
		const mark = this.#markAt({x, y});
		if (mark) this.#show({kind: 'finding', mark}, 'press', {x, y});
	}

	#pressOutside(event: PointerEvent): void {
		if (this.#open && !this.#parts.overlay.sent(event)) this.close();
	}

	#key(event: KeyboardEvent): void {
		const {overlay, editor} = this.#parts;
		const inOverlay = overlay.sent(event);
		if (event.isComposing || !(inOverlay || event.composedPath().includes(editor.root))) return;
		if (this.#keyIsOurs(event, inOverlay)) event.preventDefault();
		// Enter and Space still press our buttons: that is the browser's doing, not the page's.
		else if (!inOverlay) return;
		event.stopImmediatePropagation();
	}

	/** Acts on a key of ours and tells whether it was one. */
	#keyIsOurs({key, shiftKey, ctrlKey, altKey, metaKey}: KeyboardEvent, inOverlay: boolean): boolean {
		const {overlay} = this.#parts;
		if (ctrlKey || altKey || metaKey) return false;
		if (key === 'Escape' && (this.#open || inOverlay)) this.#leave();
		else if (key === 'F8' && this.#scene.marks.length > 0) this.step(shiftKey ? -1 : 1);
		else if (key === 'Tab' && inOverlay && this.#open) overlay.tab(overlay.card, shiftKey ? -1 : 1);
		else return false;
		return true;
	}

	#leave(): void {
		if (this.#open) this.close();
		else this.#parts.editor.focus();
	}

	readonly #actions: CardActions = {
		apply: suggestion => void this.#apply(suggestion),
		dismiss: never => this.#safely(() => this.#dismiss(never)),
		undo: () => this.#safely(() => this.#undo()),
		step: by => this.#safely(() => this.step(by, this.#parts.overlay.focused ? 'keys' : 'press')),
		copy: text => void this.#copy(text),
		handOver: tool => this.#safely(() => this.#handOver(tool)),
		resized: () => this.#safely(() => void this.place()),
		close: () => this.#safely(() => this.close()),
	};

	#safely(run: () => void): void {
		this.#parts.safely(run)();
	}

	async #apply(suggestion: Suggestion): Promise<void> {
		const {start, end, text} = suggestion;
		const done = await this.#parts.editor.replace(start, end, text).catch(() => false);
		if (done) {
			// The caret stands after what was written, where one goes on.
			this.#caret = null;
			return this.#safely(() => this.close());
		}
		this.#failed = suggestion;
		this.#safely(() => this.#draw());
	}

	async #copy(text: string): Promise<void> {
		// Refused where the page forbids it: then the button just stays as it is.
		this.#copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
		this.#safely(() => this.#draw());
	}

	#dismiss(never: boolean): void {
		const view = this.#open?.view;
		if (view?.kind !== 'finding') return;
		this.#showDismissed(never);
		this.#parts.dismiss(view.mark, never);
	}

	#handOver(tool: CardTool): void {
		const view = this.#open?.view;
		if (view?.kind === 'finding') this.#parts.handOver(view.mark, tool);
	}

	#undo(): void {
		this.close();
		this.#parts.undo();
	}
}
