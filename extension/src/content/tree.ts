/**
 * The tree a page shows, which goes on through shadow roots: LinkedIn's newest boxes
 * stand in open ones, where the document's own searches and tests do not look.
 */

/** The element that `node` stands in; of what is topmost in a shadow root, the root's host. */
export function parentOf(node: Node): Element | null {
	if (node.parentElement) return node.parentElement;
	const root = node.getRootNode();
	return root instanceof ShadowRoot ? root.host : null;
}

/** The element and all it stands in, innermost first. */
export function* ancestry(element: Element): Generator<Element> {
	for (let one: Element | null = element; one; one = parentOf(one)) yield one;
}

/** The nearest of an element and all it stands in that `selector` names. */
export function closest(element: Element, selector: string): HTMLElement | null {
	for (const one of ancestry(element)) if (one.matches(selector)) return one as HTMLElement;
	return null;
}

/** Tells whether `inner` is `outer` or stands in it. */
export function contains(outer: Element, inner: Element): boolean {
	for (const one of ancestry(inner)) if (one === outer) return true;
	return false;
}

/** The elements named by `selector` in the smallest surrounding of `element` that has any, no further out than `within`. */
export function around(element: Element, selector: string, within: string): HTMLElement[] {
	for (const one of ancestry(element)) {
		const found = one.querySelectorAll<HTMLElement>(selector);
		if (found.length > 0) return [...found];
		if (one.matches(within)) break;
	}
	return [];
}

/** What is painted at a place in the window, topmost first, within open shadow roots too. */
export function elementsAt(x: number, y: number, root: Document | ShadowRoot = document): Element[] {
	return root.elementsFromPoint(x, y).flatMap(element => {
		const inner = element.shadowRoot && element.shadowRoot !== root ? element.shadowRoot : null;
		// A root also names what it stands in.
		return inner ? [...elementsAt(x, y, inner).filter(one => one !== element && contains(element, one)), element] : [element];
	});
}

/** Tells whether an element, or something in it, is what one sees of the page at a place in the window. */
export function isUncovered(element: Element, x: number, y: number): boolean {
	const [over] = elementsAt(x, y);
	return !over || contains(element, over) || contains(over, element);
}

/** Tells whether an element is shown at all: sites keep hidden copies and spare buttons. */
export function isShown(element: Element): boolean {
	return element.getClientRects().length > 0 && element.checkVisibility({visibilityProperty: true});
}
