import type {Shared, Surface} from '../../shared/protocol.js';
import type {WebSite} from '../../shared/sites.js';
import {closest} from '../tree.js';
import type {BioForm, Found, SendKeys, Venue} from './site.js';

/** One kind of compose box of a site. What a function gives may change while the box is there. */
export interface Kind {
	/** The boxes themselves. */
	box: string;
	/** What belongs to the box: the nearest of these around it. */
	scope: string;
	surface: Surface | ((root: HTMLElement) => Surface);
	keys: SendKeys | ((root: HTMLElement) => SendKeys);
	button(root: HTMLElement): HTMLElement | null;
	shared?(root: HTMLElement): Shared | null;
	/** Left out where the box goes out alone. */
	boxes?(root: HTMLElement): readonly HTMLElement[];
	/** Where the box belongs to the form of the user's profile. */
	bio?(root: HTMLElement): BioForm;
	/** Where the kind is found on some pages only. */
	here?(): boolean;
}

/** Finds the first box of a kind that an event's path leads into. */
export function findKind(site: WebSite, kinds: readonly Kind[], path: readonly EventTarget[]): Found | null {
	for (const target of path) {
		if (!(target instanceof HTMLElement)) continue;
		const kind = kinds.find(one => target.matches(one.box) && (one.here?.() ?? true));
		if (kind) return {root: target, venue: venueOf(site, kind, target)};
	}
	return null;
}

function venueOf(site: WebSite, kind: Kind, root: HTMLElement): Venue {
	const {surface, keys} = kind;
	return {
		site,
		known: true,
		surface: () => (typeof surface === 'string' ? surface : surface(root)),
		shared: () => kind.shared?.(root) ?? null,
		boxes: () => kind.boxes?.(root) ?? [root],
		button: () => kind.button(root),
		keys: () => (typeof keys === 'string' ? keys : keys(root)),
		scope: () => closest(root, kind.scope) ?? root,
		bio: () => kind.bio?.(root) ?? null,
	};
}

/** A box about which the page tells nothing, or of which nothing need be told. */
export function lonelyVenue(site: Venue['site'], root: HTMLElement, known: boolean): Venue {
	return {
		site,
		known,
		surface: () => 'post',
		shared: () => null,
		boxes: () => [root],
		button: () => null,
		keys: () => 'none',
		scope: () => root,
		bio: () => null,
	};
}
