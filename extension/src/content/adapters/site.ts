import type {Shared, Surface} from '../../shared/protocol.js';
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

/** All that is known of one site's pages. Whatever is special to a site ends here. */
export interface SiteAdapter {
	readonly site: WebSite;
	/** The compose box an event's path leads into, or null. */
	find(path: readonly EventTarget[]): Found | null;
	/** The share or like that a press along an event's path would make, or null. */
	act(path: readonly EventTarget[]): Act | null;
	/** The account that is signed in, without @, or null where the page does not show it. */
	handle(): string | null;
	/** True where the page is the signed-in user's own profile. */
	isOwnProfile(): boolean;
}
