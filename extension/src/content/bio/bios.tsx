import {render} from 'preact';
import type {AnswerTo, BioAnswer, BioRequest} from '../../shared/protocol.js';
import type {ContentTexts} from '../../shared/texts.js';
import type {Editor} from '../adapters/editor.js';
import {editorOf} from '../adapters/editors.js';
import type {SiteAdapter} from '../adapters/site.js';
import {coversText, placeBeside, placeReminder} from '../card-place.js';
import {Debounce} from '../debounce.js';
import {inNextFrame} from '../frame.js';
import {Overlay} from '../overlay.js';
import type {Session} from '../session.js';
import {watchTheme} from '../theme.js';
import {contains, isShown, isUncovered} from '../tree.js';
import {BioReminder, isWorthSaying, linesOf, type Taken} from './bio-reminder.js';
import type {ReadBio} from './recognised.js';
import {watchPlace} from './watch-place.js';

const [asksAfterMs, asksWithinMs] = [500, 2000];

/** What the reminders need. */
export interface BiosParts {
	site: SiteAdapter;
	recognise(request: BioRequest): Promise<AnswerTo<'bio'>>;
	/** Takes note that the user has closed the reminder on this text. */
	seen(bio: string): void;
	/** Whether the user wants to be reminded. */
	on(): boolean;
	texts: ContentTexts;
}

/** A profile that was read, and where a reminder of it belongs. */
interface Profile {
	read: ReadBio;
	/** The most UTF-16 code units `read.bio` may have. */
	limit: number | undefined;
	near: HTMLElement;
	/** Where it is being edited; null on the page that shows it. */
	form: {session: Session; box: HTMLElement} | null;
}

/** A reminder that is shown. */
interface Shown {
	profile: Profile;
	answer: BioAnswer;
	overlay: Overlay;
	life: AbortController;
	chosen: number;
	taken: Taken;
}

/** Reminds of the disclaimer on the user's own profile page, and in the form it is edited in. */
export class Bios {
	readonly #parts: BiosParts;
	readonly #pause: Debounce;
	/** The box of a profile form that was drawn last. */
	#session: Session | null = null;
	#shown: Shown | null = null;
	/** What was asked last, so that the same is not asked again. */
	#asked = '';
	/** What a reminder said that was closed in a form: while one writes on there, the same is not said again. */
	#closed = '';
	#lookAgain: () => void = () => undefined;

	constructor(parts: BiosParts) {
		this.#parts = parts;
		this.#pause = new Debounce(() => this.#quietly(() => this.#lookAtForm()), asksAfterMs, asksWithinMs);
	}

	/** Listens until `signal` ends. */
	listen(signal: AbortSignal): void {
		this.#lookAgain = watchPlace({look: () => this.#quietly(() => this.#lookAtPage()) ?? true, moved: () => this.#quietly(() => this.#moved())}, signal);
		// Not at once: the mirror of a text area hears of it later than this.
		const place = inNextFrame(() => this.#quietly(() => this.#place()));
		addEventListener('scroll', place, {signal, capture: true, passive: true});
		addEventListener('resize', place, {signal, passive: true});
		addEventListener('keydown', event => this.#quietly(() => this.#key(event)), {signal, capture: true});
		signal.addEventListener('abort', () => this.#hide());
	}

	/** Takes note that a box was drawn anew. */
	drawn(session: Session): void {
		if (!this.#parts.on() || session.ended || !session.venue.bio()) return;
		this.#session = session;
		this.#pause.call();
	}

	/** Takes note that a box is gone. */
	left(root: HTMLElement): void {
		if (this.#session?.root !== root) return;
		this.#session = null;
		this.#pause.cancel();
		this.#closed = '';
		this.again();
	}

	/** Looks anew, as after a change of settings. */
	again(): void {
		this.#hide();
		this.#asked = '';
		this.#lookAgain();
		if (this.#session) this.#pause.call();
	}

	#quietly<T>(run: () => T): T | undefined {
		try {
			return run();
		} catch {
			// A reminder less, and no error on the page.
			this.#hide();
			return undefined;
		}
	}

	/** Another page is about to be shown. */
	#moved(): void {
		if (this.#shown?.profile.form === null) this.#hide();
		this.#asked = '';
	}

	/** Looks whether the page is the user's own profile; true once that is clear. */
	#lookAtPage(): boolean {
		if (this.#session && !this.#session.root.isConnected) this.left(this.#session.root);
		if (this.#session) return true;
		const shown = this.#parts.on() ? this.#parts.site.bio() : null;
		if (!shown || isBehind(shown.near)) return false;
		const {text, near, limit, ...rest} = shown;
		void this.#ask({read: {...rest, bio: text}, limit, near, form: null});
		return true;
	}

	#lookAtForm(): void {
		const session = this.#session;
		const form = session?.venue.bio();
		if (!session || session.ended || !form || !this.#parts.on()) return;
		const {box, limit, name, rest} = form;
		const text = box === session.root ? session.text : editorOf(box).read().text;
		const handle = this.#parts.site.handle();
		const elsewhere = rest ? `\n${rest}` : '';
		const read = {bio: text + elsewhere, ...(name && {name}), ...(handle && {handle})};
		void this.#ask({read, limit: limit + elsewhere.length, near: box, form: {session, box}});
	}

	async #ask(profile: Profile): Promise<void> {
		const question = JSON.stringify([profile.read, profile.form === null]);
		if (question === this.#asked) return;
		this.#asked = question;
		const answer = await this.#recognise(profile);
		// Something newer has been asked meanwhile.
		if (this.#asked !== question) return;
		this.#quietly(() => (answer.ok ? this.#take(profile, answer.value) : this.#hide()));
	}

	/** Where no ready text fits, one to make room for is better than none. */
	async #recognise({read, limit}: Profile): Promise<AnswerTo<'bio'>> {
		const request = {...read, site: this.#parts.site.site};
		const fitting = await this.#parts.recognise({...request, ...(limit !== undefined && {limit})});
		const lacks = fitting.ok && !fitting.value.enough && fitting.value.texts.length === 0;
		return lacks && limit !== undefined ? this.#parts.recognise(request) : fitting;
	}

	#take(profile: Profile, answer: BioAnswer): void {
		const said = linesOf({read: profile.read, answer, texts: this.#parts.texts}).join('\n');
		const silent = answer.seen || (profile.form !== null && said === this.#closed);
		if (silent || !isWorthSaying(answer) || !profile.near.isConnected) return this.#hide();
		const before = this.#shown;
		if (before?.profile.form === null || before?.profile.near !== profile.near) this.#open(profile, answer, said);
		else this.#shown = {...before, profile, answer, taken: null, chosen: Math.min(before.chosen, Math.max(0, answer.texts.length - 1))};
		this.#draw();
	}

	#open(profile: Profile, answer: BioAnswer, said: string): void {
		this.#hide();
		const [life, overlay] = [new AbortController(), new Overlay(profile.near, 'below')];
		overlay.show(life.signal);
		watchTheme(profile.near, () => this.#quietly(() => overlay.recolour()), life.signal);
		this.#shown = {profile, answer, overlay, life, chosen: 0, taken: null};
		overlay.announce(`${this.#parts.texts.bio.title}: ${said} ${this.#parts.texts.bio.keys}`);
	}

	#draw(): void {
		const shown = this.#shown;
		if (!shown) return;
		const {profile: {read}, answer, chosen, taken, overlay} = shown;
		const actions = {
			choose: (index: number) => this.#quietly(() => this.#change({chosen: index, taken: null})),
			copy: () => void this.#copy(),
			insert: () => void this.#insert(),
			close: () => this.#quietly(() => this.#close()),
		};
		overlay.keep();
		render(<BioReminder read={read} answer={answer} chosen={chosen} taken={taken} over={this.#over()} texts={this.#parts.texts} actions={actions} />, overlay.reminder);
		this.#place();
	}

	#change(change: Partial<Pick<Shown, 'chosen' | 'taken'>>): void {
		if (this.#shown) this.#shown = {...this.#shown, ...change};
		this.#draw();
	}

	/** The ready text with what parts it from the bio. */
	#addition(before: string): string {
		const {answer, chosen = 0} = this.#shown ?? {};
		const text = answer?.texts[chosen]?.text ?? '';
		if (before === '' || /\s$/u.test(before)) return text;
		return (before.includes('\n') ? '\n' : ' ') + text;
	}

	#editor(): Editor | null {
		const {form} = this.#shown?.profile ?? {};
		if (!form) return null;
		return form.box === form.session.root ? form.session.editor : editorOf(form.box);
	}

	#over(): number | null {
		const [{form, limit = Infinity, read} = {}, before] = [this.#shown?.profile, this.#editor()?.read().text];
		return form && read && before !== undefined ? read.bio.length + this.#addition(before).length - limit : null;
	}

	async #insert(): Promise<void> {
		const editor = this.#editor();
		if (!editor || (this.#over() ?? 1) > 0) return;
		const before = editor.read().text;
		const done = await editor.replace(before.length, before.length, this.#addition(before)).catch(() => false);
		if (!done) this.#quietly(() => this.#change({taken: 'not-inserted'}));
	}

	async #copy(): Promise<void> {
		const {answer, chosen = 0} = this.#shown ?? {};
		const done = await navigator.clipboard.writeText(answer?.texts[chosen]?.text ?? '').then(() => true, () => false);
		this.#quietly(() => this.#change({taken: done ? 'copied' : 'not-copied'}));
	}

	#close(): void {
		const shown = this.#shown;
		if (!shown) return;
		this.#parts.seen(shown.profile.read.bio);
		if (shown.profile.form) this.#closed = linesOf({read: shown.profile.read, answer: shown.answer, texts: this.#parts.texts}).join('\n');
		const [editor, hadFocus] = [this.#editor(), shown.overlay.focused !== null];
		this.#hide();
		if (hadFocus) editor?.focus();
	}

	#hide(): void {
		const shown = this.#shown;
		this.#shown = null;
		if (!shown) return;
		render(null, shown.overlay.reminder);
		shown.life.abort();
	}

	#place(): void {
		const {profile: {near, form}, overlay} = this.#shown ?? {profile: {}};
		if (!near || !overlay) return;
		if (!near.isConnected) return this.#hide();
		const hide = () => this.#hide();
		if (form) return void this.#placeAtForm(overlay.reminder, form.session).catch(hide);
		const {top, bottom} = near.getBoundingClientRect();
		// What is scrolled away needs no words.
		overlay.reminder.style.visibility = isShown(near) && bottom > 0 && top < innerHeight ? 'visible' : 'hidden';
		void placeBeside(overlay.reminder, near).catch(hide);
	}

	/** Where there is no room beside the text, the text goes first. */
	async #placeAtForm(reminder: HTMLElement, {venue, editor}: Session): Promise<void> {
		await placeReminder(reminder, venue.scope(), venue.button(), editor);
		reminder.style.visibility = coversText(reminder, editor) ? 'hidden' : 'visible';
	}

	/** F2 leads to the reminder, Tab goes round in it, Escape leads back; F8 is for findings. */
	#key(event: KeyboardEvent): void {
		const {overlay} = this.#shown ?? {};
		if (!overlay || !event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
		const {focused, reminder} = {focused: overlay.focused, reminder: overlay.reminder};
		const inside = focused !== null && contains(reminder, focused) && overlay.sent(event);
		if (event.key === 'F2' && !inside) overlay.tab(reminder, 1);
		else if (!inside) return;
		else if (event.key === 'Tab') overlay.tab(reminder, event.shiftKey ? -1 : 1);
		else if (event.key === 'Escape') this.#leave();
		else return event.stopImmediatePropagation();
		event.preventDefault();
		event.stopImmediatePropagation();
	}

	#leave(): void {
		const editor = this.#editor();
		if (editor) editor.focus();
		else (this.#shown?.overlay.focused as HTMLElement | null)?.blur();
	}
}

/** Tells whether a dialog of the page lies over it: perhaps the form in which it is edited. */
function isBehind(element: HTMLElement): boolean {
	const {left, top, width, height} = element.getBoundingClientRect();
	return !isUncovered(element, left + width / 2, top + height / 2);
}
