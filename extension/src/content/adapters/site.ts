import type {Conversation, Shared, Surface} from '../../shared/protocol.js';
import type {Site, WebSite} from '../../shared/sites.js';

/** Which keys in a box send it: none, Ctrl or Cmd with Enter, Enter alone, or both ways. */
export type SendKeys = 'none' | 'mod-enter' | 'enter' | 'any-enter';

/** What a page tells of one compose box. */
export interface Venue {
	readonly site: Site;
	/** False where only its looks told that this is a box: then nobody knows what sends it. */
	readonly known: boolean;
	/** What is written here now; a dialog may turn from post to quote. */
	surface(): Surface;
	/** What is quoted or shared with it, where the page shows it. */
	shared(): Shared | null;
	/** The boxes that go out together, in the order of the text: a thread, a title and its body. */
	boxes(): readonly HTMLElement[];
	/** The page's own button that sends it, where there is one now. */
	button(): HTMLElement | null;
	keys(): SendKeys;
	/** The part of the page that belongs to this box: files that are added there are added to it. */
	scope(): Element;
	/** What the form holds in which the user's own profile is edited; null for any other box. */
	bio(): BioForm | null;
}

/** A form in which the user's profile is edited. */
export interface BioForm {
	/** The box of the bio, which need not be the one that was entered. */
	box: HTMLElement;
	/** The most the bio may have, in UTF-16 code units. */
	limit: number;
	/** The display name as it is now. */
	name?: string;
	/** What the profile says elsewhere. */
	rest?: string;
}

/** What the user's own profile page shows of them. */
export interface ShownBio {
	text: string;
	name?: string;
	/** Without @. */
	handle?: string;
	/** The most the bio may have, in UTF-16 code units, where the page shows one bio only. */
	limit?: number;
	/** What a reminder is shown at. */
	near: HTMLElement;
}

/** A compose box that was found. */
export interface Found {
	root: HTMLElement;
	venue: Venue;
}

/** A repost, quote or like that the user is about to make. */
export interface Act {
	surface: 'repost' | 'quote' | 'like';
	/** The page's own button. */
	control: HTMLElement;
	shared: Shared;
}

/** A conversation on a page, with the elements its messages stand in, in the same order. */
export interface ShownConversation extends Conversation {
	elements: readonly Element[];
}

/** All that is known of one site's pages. Whatever is special to a site ends here. */
export interface SiteAdapter {
	readonly site: WebSite;
	/** The compose box an event's path leads into, or null. */
	find(path: readonly EventTarget[]): Found | null;
	/** The share or like that a press along an event's path would make, or null. */
	act(path: readonly EventTarget[]): Act | null;
	/** Single keys by which the site shares or likes the post that has the focus. */
	readonly actKeys: readonly string[];
	/** The share or like that one of these keys would make, pressed along an event's path, or null. */
	keyAct(key: string, path: readonly EventTarget[]): Act | null;
	/** The account that is signed in, without @, or null where the page does not show it. */
	handle(): string | null;
	/** True where the page is the signed-in user's own profile. */
	isOwnProfile(): boolean;
	/** What the page says of the user where it is their own profile, otherwise null. */
	bio(): ShownBio | null;
	/** The conversation that `at` stands in, or the only one shown; null where there is none. */
	conversation(at: Node | null): ShownConversation | null;
}
