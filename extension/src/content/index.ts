import {ask} from '../shared/ask.js';
import {onMessage, ownId} from '../shared/browser.js';
import type {Conversation, Notice, Pong, Preferences} from '../shared/protocol.js';
import {siteOf} from '../shared/sites.js';
import {localised} from '../shared/texts.js';
import {content} from '../shared/texts/content.js';
import {Acts} from './acts.js';
import {editorOf} from './adapters/editors.js';
import type {Found, SiteAdapter} from './adapters/site.js';
import {siteAdapters} from './adapters/sites.js';
import {findUnknown} from './adapters/unknown.js';
import {Bios} from './bio/bios.js';
import {Guard} from './guard.js';
import {removeLeftovers} from './leftovers.js';
import {watchAttached} from './media/attached.js';
import {selectedMessages} from './selected.js';
import {Session, type Client} from './session.js';
import {ancestry} from './tree.js';
import {Underlines} from './underline.js';

const client: Client = {
	check: request => ask('check', request),
	dismiss: request => ask('dismiss', request),
	handOver: handed => ask('hand-over', handed),
};

/** What we do on the pages of one site. */
class Page {
	readonly #site: SiteAdapter;
	readonly #sessions = new Map<HTMLElement, Session>();
	readonly #texts = localised(content);
	readonly #guard: Guard;
	readonly #acts: Acts;
	readonly #bios: Bios;
	/** The shadow roots we listen in. */
	readonly #roots = new WeakSet<ShadowRoot>();
	#hearFiles: (root: ShadowRoot) => void = () => undefined;
	/** Made when first needed; hidden until we know that they may be found. */
	#underlines: Underlines | undefined;
	/** Nothing is held, noted or shown to the page before we know what the user wants. */
	#preferences: Preferences = {guard: false, acts: 'off', media: [], bioReminder: false, hide: true};
	#preferred = false;

	constructor(site: SiteAdapter) {
		this.#site = site;
		this.#guard = new Guard({sessions: () => this.#sessions.values(), on: () => this.#preferences.guard, texts: this.#texts});
		this.#acts = new Acts({site, check: client.check, preferences: () => this.#preferences, texts: this.#texts});
		this.#bios = new Bios({
			site, texts: this.#texts,
			recognise: request => ask('bio', request),
			seen: bio => void ask('bio-seen', {bio, site: site.site}),
			on: () => this.#preferences.bioReminder,
		});
	}

	start(): void {
		const life = new AbortController();
		const {signal} = life;
		this.#listen(window, signal);
		this.#guard.listen(signal);
		this.#acts.listen(signal);
		this.#bios.listen(signal);
		this.#hearFiles = watchAttached(path => this.#boxOf(path), (box, files) => this.#sessions.get(box)?.remind(this.#preferences.media, files), signal);
		void this.#askPreferences();
		if (document.readyState === 'loading') return;
		// Firefox also runs us in pages that were open before the extension or its update.
		removeLeftovers();
		if (document.activeElement) this.#enter([...ancestry(document.activeElement)]);
	}

	/** Within a shadow root the focus moves about without the window hearing of it, so we listen there, too. */
	#listen(root: Window | ShadowRoot, signal: AbortSignal): void {
		root.addEventListener('focusin', event => {
			const path = event.composedPath();
			for (const one of path) if (one instanceof ShadowRoot && !this.#roots.has(one)) this.#listen(one, signal);
			this.#enter(path);
		}, {capture: true, signal});
		if (!(root instanceof ShadowRoot)) return;
		this.#roots.add(root);
		this.#hearFiles(root);
	}

	/** Answers a message of our own extension. */
	answer({notice}: Notice): Promise<Pong | Conversation> | undefined {
		if (notice === 'selected-messages') return Promise.resolve(selectedMessages(this.#site));
		if (notice !== 'settings-changed' && notice !== 'ping') return undefined;
		if (notice === 'settings-changed') {
			for (const session of this.#sessions.values()) session.recheck();
			this.#acts.forget();
			void this.#askPreferences();
		}
		return Promise.resolve({sessions: this.#sessions.size, ownProfile: this.#site.isOwnProfile()});
	}

	async #askPreferences(): Promise<void> {
		const answer = await ask('preferences', {});
		if (!answer.ok) return;
		const {bioReminder} = this.#preferences;
		[this.#preferences, this.#preferred] = [answer.value, true];
		this.#underlines?.hide(answer.value.hide);
		// The rules or the organisation may have changed, too.
		if (bioReminder || answer.value.bioReminder) this.#bios.again();
	}

	/** Opens a session when the focus enters a compose box; nothing else looks for them. */
	#enter(path: readonly EventTarget[]): void {
		try {
			for (const session of this.#sessions.values()) if (!session.root.isConnected) session.end();
			const found = this.#site.find(path) ?? findUnknown(this.#site.site, path);
			// What goes out together is judged together, so the other boxes are watched too.
			for (const root of found?.venue.boxes() ?? []) this.#open(root === found?.root ? found : this.#site.find([root]));
		} catch {
			// A box we cannot read stays untouched.
		}
	}

	#open(found: Found | null): void {
		if (!found || this.#sessions.has(found.root)) return;
		const {root, venue} = found;
		// The first question may have come before the engine was ready.
		if (!this.#preferred) void this.#askPreferences();
		this.#underlines ??= new Underlines(this.#preferences.hide);
		this.#sessions.set(root, new Session({
			editor: editorOf(root), venue, client, underlines: this.#underlines, texts: this.#texts,
			peers: session => this.#peersOf(session),
			handle: () => this.#site.handle(),
			conversation: box => this.#site.conversation(box),
			shown: session => this.#shown(session),
			ended: () => this.#ended(root),
		}));
	}

	#shown(session: Session): void {
		this.#guard.drawn(session);
		this.#bios.drawn(session);
	}

	#ended(root: HTMLElement): void {
		this.#sessions.delete(root);
		this.#bios.left(root);
	}

	#peersOf(session: Session): Session[] {
		const peers = session.venue.boxes().flatMap(root => (root === session.root ? session : this.#sessions.get(root) ?? []));
		return peers.includes(session) ? peers : [session];
	}

	/** The box to which what is added at an event's path belongs: of nested scopes the innermost. */
	#boxOf(path: readonly EventTarget[]): HTMLElement | null {
		for (const target of path) {
			for (const {root, venue} of this.#sessions.values()) if (root.isConnected && venue.scope() === target) return root;
		}
		return null;
	}
}

const site = siteOf(location.href);
const page = site && new Page(siteAdapters[site]);
onMessage((message, {extension}) => (extension === ownId() ? page?.answer(message as Notice) : undefined));
page?.start();
