import {render} from 'preact';
import type {CheckRequest, AnswerTo, Preferences} from '../shared/protocol.js';
import type {Finding, Provision} from '../shared/finding.js';
import type {ContentTexts} from '../shared/texts.js';
import {ActNote} from './act-note.js';
import type {Act, SiteAdapter} from './adapters/site.js';
import {placeNote} from './card-place.js';
import {Overlay} from './overlay.js';
import {pressKeys} from './press.js';

/** How long a note stays when nobody does anything with it. */
const noteStaysMs = 12_000;

const menuOpensMs = [100, 300, 600];

/** What the notes need. */
export interface ActsParts {
	site: SiteAdapter;
	check(request: CheckRequest): Promise<AnswerTo<'check'>>;
	preferences(): Preferences;
	texts: ContentTexts;
}

/** What is known of the post that a control would share or like. */
interface Verdict {
	text: string;
	findings: readonly Finding[];
	provisions: Readonly<Record<string, Provision>>;
	/** The user was told and may go on. */
	told: boolean;
}

/**
 * Looks at what a post says when it is about to be liked or shared: a note beside the
 * button or, where the user wants that, a hold of the first press.
 */
export class Acts {
	readonly #parts: ActsParts;
	#verdicts = new WeakMap<HTMLElement, Verdict>();
	/** What the pointer is over: it goes over each part of a button. */
	#foreseen: HTMLElement | null = null;
	#shown: {life: AbortController; overlay: Overlay; act: Act; timer: ReturnType<typeof setTimeout> | undefined} | null = null;

	constructor(parts: ActsParts) {
		this.#parts = parts;
	}

	/** Listens before the page does, until `signal` ends. */
	listen(signal: AbortSignal): void {
		const options = {capture: true, signal};
		// A press is asked about before it is made, so that the answer is there when it ends.
		for (const type of ['pointerover', 'pointerdown', 'focusin'] as const) addEventListener(type, event => this.#quietly(() => this.#foresee(event)), options);
		for (const type of ['click', 'keydown'] as const) addEventListener(type, event => this.#quietly(() => this.#press(event)), options);
		addEventListener('scroll', () => this.#quietly(() => this.#place()), {...options, passive: true});
		signal.addEventListener('abort', () => this.#close());
	}

	/** Forgets what was answered, as after a change of settings. */
	forget(): void {
		this.#verdicts = new WeakMap();
	}

	#quietly(run: () => void): void {
		try {
			run();
		} catch {
			this.#shown = null;
		}
	}

	#actOf(event: Event): Act | null {
		const off = !event.isTrusted || this.#parts.preferences().acts === 'off';
		if (off) return null;
		const path = event.composedPath();
		if (event instanceof KeyboardEvent && !pressKeys.has(event.key)) return this.#parts.site.keyAct(event.key, path);
		return this.#parts.site.act(path);
	}

	/** Only where a press may have to be held must the answer be there before it. */
	#foresee(event: Event): void {
		if (this.#parts.preferences().acts !== 'hold') return;
		if (event.type === 'focusin') this.#foreseeKeys(event);
		const act = this.#actOf(event);
		if (act?.control === this.#foreseen && event.type === 'pointerover') return;
		this.#foreseen = act?.control ?? null;
		if (act) void this.#ask(act);
	}

	/** A post that has the focus may be liked by a single key. */
	#foreseeKeys(event: Event): void {
		const {site} = this.#parts;
		for (const key of event.isTrusted ? site.actKeys : []) {
			const act = site.keyAct(key, event.composedPath());
			if (act) void this.#ask(act);
		}
	}

	#press(event: Event): void {
		if (event instanceof KeyboardEvent && !this.#isKeyPress(event)) return;
		if (this.#shown && !this.#shown.overlay.sent(event)) this.#close();
		const act = this.#actOf(event);
		if (!act) return;
		const known = this.#known(act);
		if (this.#parts.preferences().acts === 'hold' && known && !known.told) return this.#hold(act, known, event);
		// A key on a real button is followed by a click of its own; on what only plays one it is all there is.
		const isLast = event.type === 'click' || !(act.control instanceof HTMLButtonElement) || !pressKeys.has((event as KeyboardEvent).key);
		if (isLast && !known?.told) void this.#ask(act).then(verdict => this.#quietly(() => this.#note(act, verdict)));
	}

	#isKeyPress({key, repeat, ctrlKey, metaKey, altKey}: KeyboardEvent): boolean {
		const alone = !ctrlKey && !metaKey && !altKey;
		return !repeat && (pressKeys.has(key) || (alone && this.#parts.site.actKeys.includes(key)));
	}

	#known(act: Act): Verdict | null {
		const verdict = this.#verdicts.get(act.control);
		return verdict?.text === act.shared.text && verdict.findings.length > 0 ? verdict : null;
	}

	async #ask(act: Act): Promise<Verdict | null> {
		const before = this.#verdicts.get(act.control);
		if (before?.text === act.shared.text) return before;
		const {site} = this.#parts.site;
		const answer = await this.#parts.check({text: '', surface: act.surface, site, shared: act.shared});
		if (!answer.ok) return null;
		const findings = answer.value.findings.filter(({severity, shared}) => shared && severity !== 'hint');
		const verdict = {text: act.shared.text, findings, provisions: answer.value.provisions, told: false};
		this.#verdicts.set(act.control, verdict);
		return verdict;
	}

	#hold(act: Act, verdict: Verdict, event: Event): void {
		event.preventDefault();
		event.stopImmediatePropagation();
		this.#show(act, verdict, true);
	}

	#note(act: Act, verdict: Verdict | null): void {
		if (verdict && verdict.findings.length > 0 && act.control.isConnected) this.#show(act, verdict, false);
	}

	#show(act: Act, verdict: Verdict, held: boolean): void {
		this.#close();
		verdict.told = true;
		const [life, overlay] = [new AbortController(), new Overlay(act.control)];
		overlay.show(life.signal);
		this.#shown = {life, overlay, act, timer: held ? undefined : setTimeout(() => this.#close(), noteStaysMs)};
		const actions = {close: () => this.#close(), goOn: () => this.#goOn(act)};
		render(<ActNote act={act} findings={verdict.findings} provisions={verdict.provisions} held={held} texts={this.#parts.texts} actions={actions} />, overlay.panel);
		this.#place();
		// Menus that a press opens may come late.
		for (const afterMs of menuOpensMs) setTimeout(() => this.#quietly(() => this.#place()), afterMs);
		if (held) overlay.panel.querySelector('button')?.focus({preventScroll: true});
	}

	#place(): void {
		const {overlay, act} = this.#shown ?? {};
		if (!overlay || !act) return;
		if (!act.control.isConnected) return this.#close();
		void placeNote(overlay.panel, act.control).catch(() => this.#close());
	}

	#goOn(act: Act): void {
		this.#close();
		act.control.focus({preventScroll: true});
	}

	#close(): void {
		const shown = this.#shown;
		this.#shown = null;
		if (!shown) return;
		clearTimeout(shown.timer);
		render(null, shown.overlay.panel);
		shown.life.abort();
	}
}
