import type {WebSite} from '../../shared/sites.js';
import {lonelyVenue} from './kind.js';
import type {Found} from './site.js';

/** Anything one can write several lines in. */
const writable = 'textarea, [contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]';
/** What is written into, but not to be read by others. */
const notProse = '[role=searchbox], [role=combobox], [role=spinbutton], [aria-multiline=false], [readonly], [disabled], [type=search]';

/**
 * Finds a compose box that the site's own adapter does not recognise: sites change their
 * newest boxes often. Its text is checked all the same, but nobody knows what sends it.
 */
export function findUnknown(site: WebSite, path: readonly EventTarget[]): Found | null {
	const elements = path.filter(target => target instanceof HTMLElement);
	// The outermost: an editor may hold islands of its own that can be edited.
	const root = elements.findLast(element => element.matches(writable));
	return root && !root.matches(notProse) ? {root, venue: lonelyVenue(site, root, false)} : null;
}
