/** A sheet of highlight rules only, with names as ours are: see underline.ts. */
const highlightRule = /::highlight\(([a-z]{9})\)/;

/**
 * Takes away what an earlier content script of ours left in this document. Firefox ends
 * the old script with an update before it can clean up, and runs the new one at once.
 */
export function removeLeftovers(): void {
	for (const element of document.querySelectorAll('html > div, dialog > div')) if (isHost(element)) element.remove();
	const kept = document.adoptedStyleSheets.filter(sheet => !removeHighlights(sheet));
	if (kept.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = kept;
}

/** Firefox lets content scripts see closed shadow roots; elsewhere there are no leftovers. */
function isHost(element: Element & {openOrClosedShadowRoot?: ShadowRoot | null}): boolean {
	if (element.attributes.length > 0 || element.childNodes.length > 0) return false;
	const sheets = element.openOrClosedShadowRoot?.adoptedStyleSheets ?? [];
	return sheets.some(sheet => sheet.cssRules[0]?.cssText.startsWith(':host {'));
}

/** Removes the highlights a sheet of ours paints, and tells whether it is one. */
function removeHighlights(sheet: CSSStyleSheet): boolean {
	const names = [...sheet.cssRules].map(rule => highlightRule.exec(rule.cssText)?.[1]);
	if (names.length === 0 || names.includes(undefined)) return false;
	for (const name of names) if (name) CSS.highlights.delete(name);
	return true;
}
