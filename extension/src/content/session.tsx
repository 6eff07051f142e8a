import type {MediaQuestion, Provision} from '../shared/finding.js';
import type {AnswerTo, CheckAnswer, CheckRequest, Conversation, DismissRequest, Handed, Reason} from '../shared/protocol.js';
import {counted, type ContentTexts} from '../shared/texts.js';
import type {Editor} from './adapters/editor.js';
import type {Venue} from './adapters/site.js';
import {Announcer} from './announcer.js';
import {stateText} from './badge.js';
import {BadgeView} from './badge-view.js';
import {placeReminder} from './card-place.js';
import {Cards} from './cards.js';
import {Found, type Reading} from './found.js';
import {type CardTool, handedOf, toolsFor} from './hand-over.js';
import {Inquiry, type Question} from './inquiry.js';
import {LeftSign} from './left-sign.js';
import {Reminding} from './media/reminding.js';
import type {Mark} from './mark.js';
import {Overlay} from './overlay.js';
import {rangesOf} from './text-map.js';
import {isDark, watchTheme} from './theme.js';
import type {Pen, Underlines} from './underline.js';

/** What a session asks of the background. Must not reject; a slow answer is `no-answer`. */
export interface Client {
	check(request: CheckRequest): Promise<AnswerTo<'check'>>;
	/** Absent where nothing is kept for good. */
	dismiss?(request: DismissRequest): Promise<AnswerTo<'dismiss'>>;
	/** Absent where there are no tools to hand over to. */
	handOver?(handed: Handed): Promise<AnswerTo<'hand-over'>>;
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
	readonly #found: Found;
	/** What stays when the session itself had to end. */
	#left: LeftSign | null = null;
	#dark: boolean;
	#composing = false;
	#frame = 0;

	constructor(parts: SessionParts) {
		const {editor, venue} = parts;
		this.#parts = parts;
		[this.editor, this.venue, this.root] = [editor, venue, editor.root];
		[this.#found, this.#dark] = [new Found(editor.read(), parts.texts, mark => this.#sendNever(mark)), isDark(editor.root)];
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
		this.#badge = new BadgeView({editor, overlay: this.overlay, texts: parts.texts, unguarded: !venue.known, press: () => this.#pressed()});
		this.#announcer = new Announcer(parts.texts, words => this.overlay.announce(words));
		this.#cards = new Cards({
			editor,
			overlay: this.overlay,
			pen: this.#pen,
			texts: parts.texts,
			dismiss: (mark, never) => this.#dismiss(mark, never),
			undo: () => this.#undo(),
			lasting: parts.client.dismiss !== undefined,
			tools: mark => (parts.client.handOver ? toolsFor(mark, venue.surface()) : []),
			handOver: (mark, tool) => void this.#handOver(mark, tool),
			toggled: this.safely(() => this.#render()),
			safely: run => this.safely(run),
			signal: this.#life.signal,
		}, this.#found.scene);
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
		return this.#found.text;
	}

	/** What stands against posting this: warnings that were found and neither mended, dismissed nor accepted. */
	get warnings(): readonly Mark[] {
		return this.#found.warnings;
	}

	/** Where findings say which provision they rest on. */
	get provisions(): Readonly<Record<string, Provision>> {
		return this.#found.scene.provisions;
	}

	/** What is shown of the box, for a page of ours that shows it in a form of its own, too. */
	get reading(): Reading {
		return this.#found.reading(this.#inquiry.late);
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
		this.#found.pass(marks);
	}

	/** Looks at the text anew, as after a change of settings. */
	recheck(): void {
		if (this.ended) return;
		this.#found.unsilence();
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
			this.#found.dismissed.settle();
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
		addEventListener('pagehide', () => this.#found.dismissed.settle(), {signal});
		// Tells of a box that leaves the page, too: its size becomes nothing.
		const sizes = new ResizeObserver(relayout);
		sizes.observe(this.root);
		signal.addEventListener('abort', () => sizes.disconnect());
	}

	#changed(): void {
		if (!this.root.isConnected) return this.end();
		if (this.#found.edited(this.editor.read())) {
			this.#cards.typed();
			if (!this.#composing && !this.#found.silent) this.#inquiry.soon();
		}
		this.#show();
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
			this.#found.clear();
			return this.#show();
		}
		const {question: {peers, texts}, answer} = answered;
		if (!answer.ok) this.#refused(answer.reason);
		else for (const [part, peer] of peers.entries()) peer.#take(answer.value, part, texts[part] ?? '');
		if (!this.ended && !answer.ok) this.#show();
	}

	/** Takes on what was found in this box's part of what was asked. */
	#take(answer: CheckAnswer, part: number, text: string): void {
		if (this.ended) return;
		this.#found.take(answer, part, text);
		this.#show();
	}

	#refused(reason: Reason): void {
		if (reason === 'gone') return this.#leaveWith(this.#parts.texts.reasons.gone);
		this.#found.refused(reason);
	}

	/** Ends the session and leaves a sign that says why. */
	#leaveWith(reason: string): void {
		this.#stop();
		this.#found.leaveWith(reason);
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

	/** Draws underlines, card and badge as they should be now. */
	#show(): void {
		const {scene} = this.#found;
		this.overlay.keep();
		this.#pen.draw(scene.marks.flatMap(({places, finding: {severity}}) =>
			rangesOf(places, scene.map).map(range => ({range, severity}))), this.#dark);
		this.#cards.update(scene);
		this.#render();
		this.#parts.shown?.(this);
	}

	/** Takes on the page's light or dark. */
	#recolour(): void {
		if (!this.root.isConnected) return;
		this.#dark = isDark(this.root);
		this.overlay.recolour(this.#dark);
		this.#show();
	}

	#render(): void {
		const hidden = this.#found.silent || this.text.trim() === '';
		const state = hidden ? null : this.#found.state(this.#inquiry.late);
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
		const state = this.#found.state(this.#inquiry.late);
		const {texts} = this.#parts;
		if (state.kind === 'findings') return this.#cards.press(null);
		const unchecked = state.kind === 'unchecked';
		const lines = [unchecked ? stateText(state, texts) : texts.box.nothing, ...this.#found.noteLines];
		if (!this.venue.known) lines.push(texts.box.unguarded);
		this.#cards.press({title: unchecked ? texts.box.notChecked : counted(texts.box.findings, 0), lines});
	}

	#relayout(): void {
		if (!this.root.isConnected) return this.end();
		cancelAnimationFrame(this.#frame);
		this.#frame = requestAnimationFrame(this.safely(() => {
			const view = this.editor.view();
			this.#badge.place(this.#found.scene.map, view);
			this.#reminding.place();
			// A box that is scrolled away or not shown leaves nothing to see.
			if (view.height === 0) this.#cards.close();
			else void this.#cards.place();
		}));
	}

	#dismiss(mark: Mark, never: boolean): void {
		this.#found.dismissed.add(mark, never);
		this.#show();
	}

	#undo(): void {
		this.#found.dismissed.undo();
		this.#show();
	}

	/** Opens a tool that helps with a finding, in a tab of its own. */
	async #handOver(mark: Mark, tool: CardTool): Promise<void> {
		const {client, texts, conversation} = this.#parts;
		const {venue: {site}, provisions, text} = this;
		const said = tool === 'record' ? conversation?.(this.root) ?? null : null;
		const answer = await client.handOver?.(handedOf({tool, mark, text, site, surface: this.venue.surface(), provisions, conversation: said}));
		this.#cards.close();
		if (answer && !answer.ok) this.#cards.press({title: texts.box.notOpened, lines: [texts.reasons[answer.reason]]});
	}

	#sendNever({finding, phrase}: Mark): void {
		void this.#parts.client.dismiss?.({rule: finding.rule, phrase, site: this.venue.site}).catch(() => undefined);
	}
}
