import type {Note, Provision} from '../shared/finding.js';
import type {AnswerTo, CheckRequest, DismissRequest, Reason} from '../shared/protocol.js';
import {counted, fill, type Texts} from '../shared/texts.js';
import type {Adapter} from './adapters/adapter.js';
import {Announcer} from './announcer.js';
import {Asking} from './asking.js';
import {stateText, type BadgeState} from './badge.js';
import {BadgeView} from './badge-view.js';
import {Cards} from './cards.js';
import {Debounce} from './debounce.js';
import {Dismissed} from './dismissed.js';
import {editBetween} from './edit.js';
import {gravest, marksOf, moveMarks, type Mark} from './mark.js';
import {Overlay} from './overlay.js';
import {rangesOf, type TextMap} from './text-map.js';
import {isDark} from './theme.js';
import type {Pen, Underlines} from './underline.js';

const checkAfterMs = 120;
const checkWithinMs = 450;
/** An answer that comes sooner does not show as *checking*: a badge that flickers is noise. */
const slowAfterMs = 400;

/** What a session asks of the background. Must not reject; a slow answer is `no-answer`. */
export interface Client {
	check(request: CheckRequest): Promise<AnswerTo<'check'>>;
	dismiss(request: DismissRequest): Promise<AnswerTo<'dismiss'>>;
}

/** What a session is made of. */
export interface SessionParts {
	adapter: Adapter;
	client: Client;
	underlines: Underlines;
	texts: Texts;
	/** Called once when the box is gone from the page. */
	ended?(): void;
}

interface Question {
	text: string;
	request: CheckRequest;
}

/** The life of one compose box, from the first focus until it leaves the page. */
export class Session {
	readonly root: HTMLElement;
	readonly #parts: SessionParts;
	readonly #life = new AbortController();
	readonly #overlay: Overlay;
	readonly #pen: Pen;
	readonly #badge: BadgeView;
	readonly #announcer: Announcer;
	readonly #cards: Cards;
	readonly #asking: Asking<Question, AnswerTo<'check'>>;
	readonly #dismissed: Dismissed;
	readonly #check: Debounce;
	readonly #slow = new Debounce(this.safely(() => this.#render()), slowAfterMs, Infinity);
	#map: TextMap;
	/** All that was found, moved along with the text; what is dismissed is still among it. */
	#found: Mark[] = [];
	#provisions: Readonly<Record<string, Provision>> = {};
	#notes: readonly Note[] = [];
	/** Ends the sign that is left when the session itself had to end. */
	#left: AbortController | null = null;
	#unchecked: string | null = null;
	/** The text of the newest answer, null before the first. */
	#answeredText: string | null = null;
	#askedAtMs: number | null = null;
	#silent = false;
	#composing = false;
	#frame = 0;

	constructor(parts: SessionParts) {
		const {adapter} = parts;
		this.#parts = parts;
		this.root = adapter.root;
		this.#map = adapter.read();
		this.#pen = parts.underlines.pen();
		this.#overlay = new Overlay(this.root);
		this.#check = new Debounce(this.safely(() => this.#ask()), checkAfterMs, checkWithinMs);
		this.#asking = new Asking(question => this.#send(question), this.safely((question, answer) => this.#receive(question, answer)));
		this.#dismissed = new Dismissed(mark => this.#sendNever(mark));
		this.#badge = new BadgeView(adapter, this.#overlay, parts.texts, () => this.#pressed());
		this.#announcer = new Announcer(parts.texts, words => this.#overlay.announce(words));
		this.#cards = new Cards({
			adapter,
			overlay: this.#overlay,
			pen: this.#pen,
			texts: parts.texts,
			dismiss: (mark, never) => this.#dismiss(mark, never),
			undo: () => this.#undo(),
			toggled: this.safely(() => this.#render()),
			safely: run => this.safely(run),
			signal: this.#life.signal,
		}, this.#scene());
		this.#listen();
		// After a mirror, which lies below it.
		this.#overlay.show(this.#life.signal);
		this.recheck();
	}

	/** True once the box is gone or we are. */
	get ended(): boolean {
		return this.#life.signal.aborted;
	}

	/** Looks at the text anew, as after a change of settings. */
	recheck(): void {
		if (this.ended) return;
		this.#silent = false;
		this.#check.now();
	}

	/** Takes away every listener, mark and sign of this box. */
	end(): void {
		this.#left?.abort();
		if (!this.ended) {
			this.#dismissed.settle();
			this.#stop();
		}
		this.#parts.ended?.();
	}

	/** Wraps what the browser calls: an error of ours ends the session, and never reaches the page. */
	safely<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
		return (...args) => {
			if (this.ended) return;
			try {
				run(...args);
			} catch {
				this.#crash();
			}
		};
	}

	#crash(): void {
		try {
			this.#leaveWith(this.#parts.texts.box.crashed);
		} catch {
			// Not even the sign could be shown; everything of ours still goes.
			this.#life.abort();
		}
	}

	#listen(): void {
		const {adapter} = this.#parts;
		const {signal} = this.#life;
		const changed = this.safely(() => this.#changed());
		adapter.watch(changed, signal);
		const relayout = this.safely(() => this.#relayout());
		this.root.addEventListener('input', changed, {signal});
		this.root.addEventListener('compositionstart', () => (this.#composing = true), {signal});
		this.root.addEventListener('compositionend', this.safely(() => this.#composed()), {signal});
		addEventListener('scroll', relayout, {signal, capture: true, passive: true});
		addEventListener('resize', relayout, {signal, passive: true});
		addEventListener('pagehide', () => this.#dismissed.settle(), {signal});
		// Tells of a box that leaves the page, too: its size becomes nothing.
		const sizes = new ResizeObserver(relayout);
		sizes.observe(this.root);
		signal.addEventListener('abort', () => sizes.disconnect());
	}

	#changed(): void {
		if (!this.root.isConnected) return this.end();
		const before = this.#map.text;
		this.#map = this.#parts.adapter.read();
		const edit = editBetween(before, this.#map.text);
		if (edit) {
			this.#found = moveMarks(this.#found, edit);
			if (this.#map.text === '') this.#dismissed.startOver();
			this.#cards.typed();
			if (!this.#composing && !this.#silent) this.#check.call();
		}
		this.#show();
	}

	#composed(): void {
		this.#composing = false;
		this.#changed();
		this.#check.call();
	}

	#ask(): void {
		const {adapter} = this.#parts;
		const {text} = this.#map;
		if (text.trim() === '') return this.#receiveNothing();
		const shared = adapter.shared();
		this.#askedAtMs ??= performance.now();
		this.#slow.call();
		this.#asking.ask({text, request: {text, surface: adapter.surface(), site: adapter.site, ...(shared && {shared})}});
	}

	/** An empty box needs no answer. */
	#receiveNothing(): void {
		this.#asking.drop();
		this.#askedAtMs = null;
		this.#slow.cancel();
		this.#found = [];
		this.#show();
	}

	async #send({request}: Question): Promise<{answer: AnswerTo<'check'>; retry: boolean}> {
		const answer = await this.#parts.client.check(request).catch(error => ({ok: false as const, reason: 'no-answer' as const, detail: String(error)}));
		return {answer, retry: !answer.ok && answer.reason === 'no-answer' && !this.ended};
	}

	#receive({text}: Question, answer: AnswerTo<'check'>): void {
		if (!this.#asking.busy) this.#settleAsking();
		if (answer.ok) {
			this.#unchecked = null;
			this.#silent = false;
			this.#answeredText = text;
			({provisions: this.#provisions, notes: this.#notes} = answer.value);
			const edit = editBetween(text, this.#map.text);
			const marks = marksOf(answer.value.findings, text);
			this.#found = this.#map.text.trim() === '' ? [] : edit ? moveMarks(marks, edit) : marks;
		} else this.#refused(answer.reason);
		if (!this.ended) this.#show();
	}

	#settleAsking(): void {
		this.#askedAtMs = null;
		this.#slow.cancel();
	}

	#refused(reason: Reason): void {
		if (reason === 'gone') return this.#leaveWith(this.#parts.texts.reasons.gone);
		this.#silent = reason === 'site-off';
		this.#unchecked = this.#parts.texts.reasons[reason];
		// What was found before still stands when only the newest answer is late.
		if (reason !== 'no-answer') this.#found = [];
	}

	/** Ends the session and leaves a sign that says why. */
	#leaveWith(reason: string): void {
		this.#stop();
		const left = (this.#left = new AbortController());
		this.#overlay.show(left.signal);
		const state: BadgeState = {kind: 'unchecked', reason};
		this.#badge.show(state, false, true);
		const follow = () => this.#follow();
		const sizes = new ResizeObserver(follow);
		sizes.observe(this.root);
		this.root.addEventListener('input', follow, {signal: left.signal});
		left.signal.addEventListener('abort', () => sizes.disconnect());
		this.#overlay.announce(stateText(state, this.#parts.texts));
	}

	/** Keeps the sign that is left off the text, and takes it away with the box. */
	#follow(): void {
		try {
			if (this.root.isConnected) this.#badge.place(this.#parts.adapter.read());
			else this.end();
		} catch {
			this.#left?.abort();
		}
	}

	#stop(): void {
		this.#life.abort();
		this.#cards.close();
		cancelAnimationFrame(this.#frame);
		for (const timer of [this.#check, this.#slow]) timer.cancel();
		this.#announcer.stop();
		this.#asking.drop();
		this.#pen.clear();
	}

	#scene() {
		return {map: this.#map, marks: this.#silent ? [] : this.#dismissed.without(this.#found), provisions: this.#provisions};
	}

	/** Draws underlines, card and badge as they should be now. */
	#show(): void {
		const {adapter, underlines} = this.#parts;
		const scene = this.#scene();
		this.#overlay.keep();
		underlines.colour(adapter.styleRoot, isDark(this.root));
		this.#pen.draw(scene.marks.flatMap(({places, finding: {severity}}) =>
			rangesOf(places, this.#map).map(range => ({range, severity}))));
		this.#cards.update(scene);
		this.#render();
	}

	#state(): BadgeState {
		if (this.#unchecked) return {kind: 'unchecked', reason: this.#unchecked};
		const {marks} = this.#scene();
		const isSlow = this.#askedAtMs !== null && performance.now() - this.#askedAtMs >= slowAfterMs - 20;
		if (this.#answeredText === null || isSlow) return {kind: 'checking'};
		if (marks.length > 0) return {kind: 'findings', count: marks.length, severity: gravest(marks)};
		// A part nobody looked at is never *nothing found*.
		return this.#notes.length > 0 ? {kind: 'unchecked', reason: this.#parts.texts.box.partly} : {kind: 'nothing'};
	}

	#render(): void {
		const hidden = this.#silent || this.#map.text.trim() === '';
		const state = hidden ? null : this.#state();
		this.#badge.show(state, this.#cards.open);
		this.#announcer.note(state);
		this.#relayout();
	}

	#pressed(): void {
		if (this.#left) this.#left.abort();
		else this.safely(() => this.#explain())();
	}

	/** Opens the first finding's card, or one that says what the badge means. */
	#explain(): void {
		const state = this.#state();
		const {texts} = this.#parts;
		if (state.kind === 'findings') return this.#cards.press(null);
		const unchecked = state.kind === 'unchecked';
		const lines = [unchecked ? stateText(state, texts) : texts.box.nothing, ...this.#noteLines()];
		this.#cards.press({title: unchecked ? texts.box.notChecked : counted(texts.box.findings, 0), lines});
	}

	#noteLines(): string[] {
		return this.#notes.map(note => fill(this.#parts.texts.notes[note.kind], {what: note.what}));
	}

	#relayout(): void {
		if (!this.root.isConnected) return this.end();
		cancelAnimationFrame(this.#frame);
		this.#frame = requestAnimationFrame(this.safely(() => {
			this.#badge.place(this.#map);
			// A box that is scrolled away or not shown leaves nothing to see.
			if (this.#parts.adapter.view().height === 0) this.#cards.close();
			else void this.#cards.place();
		}));
	}

	#dismiss(mark: Mark, never: boolean): void {
		this.#dismissed.add(mark, never);
		this.#show();
	}

	#undo(): void {
		this.#dismissed.undo();
		this.#show();
	}

	#sendNever({finding, phrase}: Mark): void {
		void this.#parts.client.dismiss({rule: finding.rule, phrase, site: this.#parts.adapter.site}).catch(() => undefined);
	}
}
