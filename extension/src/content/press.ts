import type {SendKeys} from './adapters/site.js';
import type {Session} from './session.js';

/** Everything sites react to when something is pressed: which of these differs from site to site. */
export const pressEvents = [
	'pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click', 'keydown', 'keypress', 'keyup', 'submit',
] as const;

/** Keys that press a button. */
export const pressKeys: ReadonlySet<string> = new Set(['Enter', ' ']);

/** Tells whether an event is, or belongs to, a press that sends the box of a session. */
export function sends({venue}: Session, event: Event): boolean {
	// The badge of an unknown box says that nothing is held there.
	if (!venue.known) return false;
	// Most keys are letters: the page is not searched for its button then.
	if (event instanceof KeyboardEvent && !pressKeys.has(event.key)) return false;
	const path = event.composedPath();
	const button = venue.button();
	const atButton = button !== null && path.includes(button);
	if (!(event instanceof KeyboardEvent)) return atButton || (event.type === 'submit' && venue.boxes().some(box => path[0] === formOf(box)));
	if (atButton) return true;
	return isSendKey(event, venue.keys()) && venue.boxes().some(box => path.includes(box));
}

function formOf(box: HTMLElement): HTMLFormElement | null {
	return box.closest('form');
}

/** Never the Enter that ends the composition of a word, nor one that only breaks the line. */
function isSendKey(event: KeyboardEvent, keys: SendKeys): boolean {
	if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || keys === 'none') return false;
	const modified = event.ctrlKey || event.metaKey;
	const alone = !modified && !event.shiftKey && !event.altKey;
	return (modified && keys !== 'enter') || (alone && keys !== 'mod-enter');
}
