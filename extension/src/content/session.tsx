import type {MediaQuestion, Note, Provision} from '../shared/finding.js';
import type {AnswerTo, CheckAnswer, CheckRequest, Conversation, DismissRequest, Handed, Reason} from '../shared/protocol.js';
import {counted, fill, type ContentTexts} from '../shared/texts.js';
import type {Editor} from './adapters/editor.js';
import type {Venue} from './adapters/site.js';
import {Announcer} from './announcer.js';
import {stateText, type BadgeState} from './badge.js';
import {BadgeView} from './badge-view.js';
import {placeReminder} from './card-place.js';
import {Cards} from './cards.js';
import {Dismissed} from './dismissed.js';
import {editBetween} from './edit.js';
import {type CardTool, handedOf, toolsFor} from './hand-over.js';
import {Inquiry, type Question} from './inquiry.js';
import {LeftSign} from './left-sign.js';
import {Reminding} from './media/reminding.js';
import {gravest, markKey, marksOf, moveMarks, type Mark} from './mark.js';
import {Overlay} from './overlay.js';
import {rangesOf, type TextMap} from './text-map.js';
import {isDark, watchTheme} from './theme.js';
import type {Pen, Underlines} from './underline.js';

/** What a session asks of the background. Must not reject; a slow answer is `no-answer`. */
export interface Client {
	check(request: CheckRequest): Promise<AnswerTo<'check'>>;
	dismiss(request: DismissRequest): Promise<AnswerTo<'dismiss'>>;
	handOver(handed: Handed): Promise<AnswerTo<'hand-over'>>;
}

/** What a session is made of. */
export interface SessionParts {
	editor: Editor;
	venue: Venue;
	client: Client;
	underlines: Underlines;
	texts: ContentTexts;
	/** The sessions of all boxes that go out together with this one, in the order of the text. */
	peers?(session: Session): readonly Session[];
	/** The account that is signed in, where the page shows it. */
	handle?(): string | null;
	/** What was said in the conversation the box belongs to, where there is one. */
	conversation?(box: HTMLElement): Conversation | null;
	/** Called after the box was drawn anew. */
	shown?(session: Session): void;
	/** Called once when the box is gone from the page. */
	ended?(): void;
}

/** What is shown of a box. */
export interface Reading {
	text: string;
	state: BadgeState;
	marks: readonly Mark[];
	notes: readonly Note[];
	/** The languages it was read in. */
	langs: readonly string[];
	provisions: Readonly<Record<string, Provision>>;
}

/** The life of one compose box, from the first focus until it leaves the page. */
export class Session {
	readonly root: HTMLElement;
	readonly editor: Editor;
	readonly venue: Venue;
	readonly overlay: Overlay;
	readonly #parts: SessionParts;
	readonly #life = new AbortController();
	readonly #pen: Pen;
	readonly #badge: BadgeView;
	readonly #announcer: Announcer;
	readonly #cards: Cards;
	readonly #reminding: Reminding;
	readonly #inquiry: Inquiry;
	readonly #dismissed: Dismissed;
	#map: TextMap;
	/** All that was found, moved along with the text; what is dismissed is still among it. */
	#found: Mark[] = [];
	#provisions: Readonly<Record<string, Provision>> = {};
	#notes: readonly Note[] = [];
	#langs: readonly string[] = [];
	/** What stays when the session itself had to end. */
	#left: LeftSign | null = null;
	/** The warnings the writer has chosen to post with. */
	readonly #passed = new Set<string>();
	#unchecked: string | null = null;
	/** The text of the newest answer, null before the first. */
	#answeredText: string | null = null;
	#silent = false;
	#dark: boolean;
	#composing = false;
	#frame = 0;

	constructor(parts: SessionParts) {
		const {editor, venue} = parts;
		this.#parts = parts;
		[this.editor, this.venue, this.root] = [editor, venue, editor.root];
		[this.#map, this.#dark] = [editor.read(), isDark(editor.root)];
		this.#pen = parts.underlines.pen(editor);
		this.overlay = new Overlay(this.root);
		this.#inquiry = new Inquiry({
			question: () => this.#question(),
			check: request => parts.client.check(request),
			receive: answered => this.#receive(answered),
			late: () => this.#show(),
			ended: () => this.ended,
			safely: run => this.safely(run),
		});
		this.#dismissed = new Dismissed(mark => this.#sendNever(mark));
		this.#badge = new BadgeView({editor, overlay: this.overlay, texts: parts.texts, unguarded: !venue.known, press: () => this.#pressed()});
		this.#announcer = new Announcer(parts.texts, words => this.overlay.announce(words));
		this.#cards = new Cards({
			editor,
			overlay: this.overlay,
			pen: this.#pen,
			texts: parts.texts,
			dismiss: (mark, never) => this.#dismiss(mark, never),
			undo: () => this.#undo(),
			tools: mark => toolsFor(mark, venue.surface()),
			handOver: (mark, tool) => void this.#handOver(mark, tool),
			toggled: this.safely(() => this.#render()),
			safely: run => this.safely(run),
			signal: this.#life.signal,
		}, this.#scene());
		this.#reminding = new Reminding(this.overlay, parts.texts, reminder => placeReminder(reminder, venue.scope(), venue.button(), editor));
		this.#listen();
		// After a mirror, which lies below it.
		this.overlay.show(this.#life.signal);
		this.recheck();
	}

	/** True once the box is gone or we are. */
	get ended(): boolean {
		return this.#life.signal.aborted;
	}

	/** The text as it is now. */
	get text(): string {
		return this.#map.text;
	}

	/** What stands against posting this: warnings that were found and neither mended, dismissed nor accepted. */
	get warnings(): readonly Mark[] {
		return this.#scene().marks.filter(mark => mark.finding.severity === 'warning' && !this.#passed.has(markKey(mark)));
	}

	/** Where findings say which provision they rest on. */
	get provisions(): Readonly<Record<string, Provision>> {
		return this.#provisions;
	}

	/** What is shown of the box, for a page of ours that shows it in a form of its own, too. */
	get reading(): Reading {
		const [{marks}, notes, langs] = [this.#scene(), this.#notes, this.#langs];
		return {text: this.text, state: this.#state(), marks, notes, langs, provisions: this.#provisions};
	}

	/** Moves the caret to the words of a mark and opens its card. */
	open(mark: Mark): void {
		this.safely(() => this.#cards.openAt(mark))();
	}

	/** Reminds the writer of what to ask of pictures and videos that were added. */
	remind(questions: readonly MediaQuestion[], files: readonly File[]): void {
		// A reminder that fails is one less, nothing more.
		if (questions.length > 0 && !this.ended) void this.#reminding.show(questions, files).catch(() => undefined);
	}

	/** Takes note that the writer wants to post with these warnings. */
	pass(marks: readonly Mark[]): void {
		for (const mark of marks) this.#passed.add(markKey(mark));
	}

	/** Looks at the text anew, as after a change of settings. */
	recheck(): void {
		if (this.ended) return;
		this.#silent = false;
		this.#inquiry.now();
	}

	/** Has a text that waits for a pause checked at once: it may be about to be posted. */
	hurry(): void {
		if (!this.ended) this.#inquiry.hurry();
	}

	/** Takes away every listener, mark and sign of this box. */
	end(): void {
		this.#left?.end();
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
		const {signal} = this.#life;
		const changed = this.safely(() => this.#changed());
		this.editor.watch(changed, signal);
		const relayout = this.safely(() => this.#relayout());
		watchTheme(this.root, this.safely(() => this.#recolour()), signal);
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
		this.#map = this.editor.read();
		const edit = editBetween(before, this.#map.text);
		if (edit) {
			this.#found = moveMarks(this.#found, edit);
			if (this.#map.text === '') this.#startOver();
			this.#cards.typed();
			if (!this.#composing && !this.#silent) this.#inquiry.soon();
		}
		this.#show();
	}

	/** A new text begins. */
	#startOver(): void {
		this.#dismissed.startOver();
		this.#passed.clear();
	}

	#composed(): void {
		this.#composing = false;
		this.#changed();
		this.#inquiry.soon();
	}

	#question(): Question | null {
		const peers = this.#parts.peers?.(this) ?? [this];
		const texts = peers.map(peer => peer.text);
		return texts.join('').trim() === '' ? null : {peers, texts, request: this.#request(texts)};
	}

	#request(texts: readonly string[]): CheckRequest {
		const {venue} = this;
		const [shared, handle] = [venue.shared(), this.#parts.handle?.()];
		const written = texts.length > 1 ? {parts: [...texts]} : {text: texts[0] ?? ''};
		return {...written, surface: venue.surface(), site: venue.site, ...(shared && {shared}), ...(handle && {handle})};
	}

	#receive(answered: {question: Question; answer: AnswerTo<'check'>} | null): void {
		if (!answered) {
			this.#found = [];
			return this.#show();
		}
		const {question: {peers, texts}, answer} = answered;
		if (!answer.ok) this.#refused(answer.reason);
		else for (const [part, peer] of peers.entries()) peer.#take(answer.value, part, texts[part] ?? '');
		if (!this.ended && !answer.ok) this.#show();
	}

	/** Takes on what was found in this box's part of what was asked. */
	#take({findings, provisions, notes, langs}: CheckAnswer, part: number, text: string): void {
		if (this.ended) return;
		this.#unchecked = null;
		this.#silent = false;
		this.#answeredText = text;
		[this.#provisions, this.#notes, this.#langs] = [provisions, notes, langs];
		const edit = editBetween(text, this.#map.text);
		const marks = marksOf(findings.filter(finding => finding.part === part), text);
		this.#found = this.#map.text.trim() === '' ? [] : edit ? moveMarks(marks, edit) : marks;
		this.#show();
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
		this.#unchecked = reason;
		const {editor, overlay} = this;
		this.#left = new LeftSign(reason, {editor, overlay, badge: this.#badge, texts: this.#parts.texts, gone: () => this.end()});
		this.#parts.shown?.(this);
	}

	#stop(): void {
		this.#life.abort();
		this.#cards.close();
		this.#reminding.close();
		cancelAnimationFrame(this.#frame);
		this.#inquiry.stop();
		this.#announcer.stop();
		this.#pen.clear();
	}

	#scene() {
		return {map: this.#map, marks: this.#silent ? [] : this.#dismissed.without(this.#found), provisions: this.#provisions};
	}

	/** Draws underlines, card and badge as they should be now. */
	#show(): void {
		const scene = this.#scene();
		this.overlay.keep();
		this.#pen.draw(scene.marks.flatMap(({places, finding: {severity}}) =>
			rangesOf(places, this.#map).map(range => ({range, severity}))), this.#dark);
		this.#cards.update(scene);
		this.#render();
		this.#parts.shown?.(this);
	}

	/** Takes on the page's light or dark. */
	#recolour(): void {
		if (!this.root.isConnected) return;
		this.#dark = isDark(this.root);
		this.#show();
	}

	#state(): BadgeState {
		if (this.#unchecked) return {kind: 'unchecked', reason: this.#unchecked};
		const {marks} = this.#scene();
		if (this.#answeredText === null || this.#inquiry.late) return {kind: 'checking'};
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
		if (this.#left) this.#left.end();
		else this.safely(() => this.#explain())();
	}

	/** Opens the first finding's card, or one that says what the badge means. */
	#explain(): void {
		const state = this.#state();
		const {texts} = this.#parts;
		if (state.kind === 'findings') return this.#cards.press(null);
		const unchecked = state.kind === 'unchecked';
		const lines = [unchecked ? stateText(state, texts) : texts.box.nothing, ...this.#noteLines()];
		if (!this.venue.known) lines.push(texts.box.unguarded);
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
			this.#reminding.place();
			// A box that is scrolled away or not shown leaves nothing to see.
			if (this.editor.view().height === 0) this.#cards.close();
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

	/** Opens a tool that helps with a finding, in a tab of its own. */
	async #handOver(mark: Mark, tool: CardTool): Promise<void> {
		const {client, texts, conversation} = this.#parts;
		const {venue: {site}, provisions, text} = this;
		const said = tool === 'record' ? conversation?.(this.root) ?? null : null;
		const answer = await client.handOver(handedOf({tool, mark, text, site, surface: this.venue.surface(), provisions, conversation: said}));
		this.#cards.close();
		if (!answer.ok) this.#cards.press({title: texts.box.notOpened, lines: [texts.reasons[answer.reason]]});
	}

	#sendNever({finding, phrase}: Mark): void {
		void this.#parts.client.dismiss({rule: finding.rule, phrase, site: this.venue.site}).catch(() => undefined);
	}
}
