/** What people do on a page; pages are changed by it, and profiles appear some time after. */
const signs = ['click', 'keyup', 'focusin', 'pointerover', 'scroll'] as const;
/** What may show a page anew as it is. */
const shows = ['load', 'pageshow'] as const;
/** What tells of another address at once. */
const moves = ['popstate', 'hashchange'] as const;
/** How often at most we look, and how often at one address. */
const [everyMs, mostLooks] = [400, 25];

/**
 * Has a page looked at while the user does something on it, until `look` says that it has
 * seen enough; then not before the address changes, of which `moved` is told. No timer
 * runs and no node is observed: where nothing happens nothing is done. Gives a function
 * that has the page looked at anew.
 */
export function watchPlace({look, moved}: {look(): boolean; moved(): void}, signal: AbortSignal): () => void {
	let [address, looks, lastMs] = [location.href, 0, -Infinity];
	const hear = (nowMs: number, atOnce = false) => {
		// The page of an address is drawn some time after it was entered.
		if (address !== location.href) {
			[address, looks, lastMs] = [location.href, 0, nowMs];
			return moved();
		}
		if (looks >= mostLooks || (!atOnce && nowMs - lastMs < everyMs)) return;
		lastMs = nowMs;
		looks = look() ? mostLooks : looks + 1;
	};
	const options = {signal, capture: true, passive: true};
	for (const type of signs) addEventListener(type, event => hear(event.timeStamp), options);
	for (const type of shows) addEventListener(type, event => hear(event.timeStamp, true), options);
	for (const type of moves) addEventListener(type, event => hear(event.timeStamp), options);
	document.addEventListener('visibilitychange', event => hear(event.timeStamp, true), options);
	// Firefox below 147 has none; there the next sign tells.
	(globalThis as {navigation?: EventTarget}).navigation?.addEventListener('currententrychange', event => hear(event.timeStamp), {signal});
	return () => {
		looks = 0;
	};
}
