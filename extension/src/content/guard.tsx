import {render} from 'preact';
import type {ContentTexts} from '../shared/texts.js';
import {inNextFrame} from './frame.js';
import {GuardPanel} from './guard-panel.js';
import {placePanel} from './card-place.js';
import type {Mark} from './mark.js';
import {pressKeys, pressEvents, sends} from './press.js';
import type {Session} from './session.js';
import {contains, isShown} from './tree.js';

/** What the guard needs of the page's sessions. */
export interface GuardParts {
	sessions(): Iterable<Session>;
	/** Whether the user wants posting to be held at all. */
	on(): boolean;
	texts: ContentTexts;
}

/** A press on Post that was held. */
interface Held {
	/** The boxes that would have been sent and have warnings; the panel is shown at the first. */
	sessions: readonly Session[];
	/** True where a key in the box was pressed, not the button. */
	byKey: boolean;
	/** What was written when the writer said *let me post*, null before; the page's own button does the rest. */
	passed: string | null;
}

/**
 * Holds the first press on Post while a warning is open. It decides at once, from what
 * has been found so far; it never presses anything itself, and a press without a warning
 * passes through untouched.
 */
export class Guard {
	readonly #parts: GuardParts;
	#held: Held | null = null;

	constructor(parts: GuardParts) {
		this.#parts = parts;
	}

	/** Listens before the page does, until `signal` ends. */
	listen(signal: AbortSignal): void {
		const options = {capture: true, signal};
		for (const type of pressEvents) {
			// A touch is never cancelled, as the click that follows it is what we decide on.
			addEventListener(type, event => this.#quietly(() => this.#press(event)), {...options, passive: type.startsWith('touch')});
		}
		addEventListener('keydown', event => this.#quietly(() => this.#keyInPanel(event)), options);
		// Not at once: the mirror of a text area hears of it later than this.
		const place = inNextFrame(() => this.#quietly(() => this.#place()));
		addEventListener('resize', place, {signal, passive: true});
		addEventListener('scroll', place, {...options, passive: true});
	}

	/** Takes note that a box was drawn anew: what was held may be mended. */
	drawn(session: Session): void {
		if (!this.#held?.sessions.includes(session)) return;
		const {passed, sessions} = this.#held;
		if (session.ended || (passed === null ? this.#marks().length === 0 : passed !== textOf(sessions))) this.#close();
		else if (passed === null) this.#draw();
	}

	/** An error of ours must neither reach the page nor hold a post. */
	#quietly(run: () => void): void {
		try {
			run();
		} catch {
			this.#held = null;
		}
	}

	#press(event: Event): void {
		// What the page's own scripts press is theirs.
		if (!event.isTrusted || !this.#parts.on()) return;
		if (mayBegin(event)) for (const session of this.#parts.sessions()) session.hurry();
		// Most keys are letters, which send nothing.
		if (event instanceof KeyboardEvent && !pressKeys.has(event.key)) return;
		const sessions = [...this.#parts.sessions()].filter(session => !session.ended && session.warnings.length > 0 && sends(session, event));
		if (sessions.length === 0) return this.#passOn(event);
		// What nobody can see would block: a page may throw out all that is not its own.
		if (this.#held && this.#held.sessions[0] === sessions[0] && !this.#isSeen()) return;
		if (event.cancelable && !event.type.startsWith('touch')) event.preventDefault();
		event.stopImmediatePropagation();
		if (isDecided(event)) this.#hold(sessions, event instanceof KeyboardEvent && !atButton(sessions[0]!, event));
	}

	/** The press after *let me post*: its note has done its work. */
	#passOn(event: Event): void {
		if (typeof this.#held?.passed === 'string' && event.type === 'click') this.#close();
	}

	#hold(sessions: readonly Session[], byKey: boolean): void {
		if (this.#held && this.#held.sessions[0] !== sessions[0]) this.#close();
		this.#held = {sessions, byKey, passed: null};
		this.#draw();
		this.#panel?.querySelector('button')?.focus({preventScroll: true});
	}

	#isSeen(): boolean {
		return this.#panel !== undefined && isShown(this.#panel);
	}

	#marks(): readonly Mark[] {
		return this.#held?.sessions.flatMap(session => session.warnings) ?? [];
	}

	get #panel(): HTMLElement | undefined {
		return this.#held?.sessions[0]?.overlay.panel;
	}

	#draw(): void {
		const [session] = this.#held?.sessions ?? [];
		if (!session || !this.#held) return;
		// A dialog with the button of its own shuts out all else.
		session.overlay.keep(session.venue.button() ?? session.root);
		const actions = {edit: () => this.#edit(), pass: () => this.#pass()};
		const marks = this.#held.passed === null ? this.#marks() : [];
		render(<GuardPanel marks={marks} provisions={session.provisions} texts={this.#parts.texts} actions={actions} />, session.overlay.panel);
		this.#place();
	}

	#place(): void {
		const [session] = this.#held?.sessions ?? [];
		if (!session) return;
		void placePanel(session.overlay.panel, session.venue.button(), session.editor).catch(() => this.#close());
	}

	/** Closes the panel and puts the caret behind the first words that were held. */
	#edit(): void {
		const [session] = this.#held?.sessions ?? [];
		const end = session?.warnings[0]?.places.at(-1)?.end;
		this.#close();
		if (session && (end === undefined || !session.editor.select(end, end))) session.editor.focus();
	}

	/** Leaves the next press to the writer, and the focus where that press is made. */
	#pass(): void {
		const held = this.#held;
		const [session] = held?.sessions ?? [];
		if (!held || !session) return;
		for (const one of held.sessions) one.pass(one.warnings);
		this.#held = {...held, passed: textOf(held.sessions)};
		this.#draw();
		const button = held.byKey ? null : session.venue.button();
		if (button) button.focus({preventScroll: true});
		else session.editor.focus();
		session.overlay.announce(this.#parts.texts.guard.again);
	}

	#close(): void {
		if (this.#panel) render(null, this.#panel);
		const [session] = this.#held?.sessions ?? [];
		this.#held = null;
		if (session && !session.ended) session.overlay.keep(session.root);
	}

	/** Tab goes round among the panel's buttons, Escape is *edit*; a key that is held down presses nothing. */
	#keyInPanel(event: KeyboardEvent): void {
		const [session] = this.#held?.sessions ?? [];
		const focused = session?.overlay.focused;
		if (!event.isTrusted || !session || !focused || !contains(session.overlay.panel, focused) || !session.overlay.sent(event)) return;
		event.stopImmediatePropagation();
		if (event.key === 'Escape') this.#edit();
		else if (event.key === 'Tab') session.overlay.tab(session.overlay.panel, event.shiftKey ? -1 : 1);
		else if (!event.repeat || !pressKeys.has(event.key)) return;
		event.preventDefault();
	}
}

function textOf(sessions: readonly Session[]): string {
	return sessions.map(session => session.text).join('\n');
}

/** What comes before a press by some tens of milliseconds: time enough for an answer to the newest text. */
function mayBegin(event: Event): boolean {
	return event.type === 'pointerdown' || (event.type === 'keydown' && ['Control', 'Meta'].includes((event as KeyboardEvent).key));
}

/** The event by which a press takes effect; those around it are only kept from the page. */
function isDecided({type}: Event): boolean {
	return type === 'click' || type === 'keydown' || type === 'submit';
}

function atButton({venue}: Session, event: Event): boolean {
	const button = venue.button();
	return button !== null && event.composedPath().includes(button);
}
