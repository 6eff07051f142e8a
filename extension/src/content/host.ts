import {closest} from './tree.js';

/** Signs and cards lie above the mirror of a textarea, and both above the page. */
const layers = {above: 2147483647, below: 2147483646};

/**
 * An element for what we show, and its closed shadow root. It has no name, class or
 * attribute to know it by and no size, so that it changes nothing in the page.
 */
export function newHost(layer: keyof typeof layers, style = ''): {host: HTMLElement; shadow: ShadowRoot} {
	const host = document.createElement('div');
	const shadow = host.attachShadow({mode: 'closed'});
	// A sheet, not an element: the policy of our own pages forbids inline styles.
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(hostRule(layers[layer]) + style);
	shadow.adoptedStyleSheets = [sheet];
	return {host, shadow};
}

/**
 * Puts a host where it is seen with `box`: beside the body, or in the modal dialog that
 * holds the box, as nothing outside of one can be used. There it is a popover, for a
 * dialog may cut off or move what it holds.
 */
export function placeHost(host: HTMLElement, box: Element): void {
	const dialog = closest(box, 'dialog:modal');
	const parent = dialog ?? document.documentElement;
	if (host.parentNode === parent) return;
	host.popover = dialog ? 'manual' : null;
	parent.append(host);
	if (dialog) host.showPopover();
}

/** In a shadow root's own rules `!important` beats the page's. */
function hostRule(zIndex: number): string {
	return `:host {
		all: initial !important; position: fixed !important; left: 0 !important; top: 0 !important;
		width: 0 !important; height: 0 !important; z-index: ${zIndex} !important;
	}`;
}
