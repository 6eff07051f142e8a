import type {Place} from '../edit.js';
import type {TextMap} from '../text-map.js';

/** All that is known of how one kind of box holds its text. Whatever is special to an editor ends here. */
export interface Editor {
	/** The element the writer types into. */
	readonly root: HTMLElement;
	/** Where the rules that colour the underlines have to be. */
	readonly styleRoot: Document | ShadowRoot;
	/** Calls back after whatever may have changed the text, until `signal` ends. */
	watch(changed: () => void, signal: AbortSignal): void;
	/** The text as it is now. */
	read(): TextMap;
	/** What is selected in `map`, or where the caret is; null where that is elsewhere. */
	selection(map: TextMap): Place | null;
	/** The part of the window in which the text can be seen. */
	view(): DOMRect;
	/** Scrolls the box so that `range` of its text can be seen. */
	reveal(range: Range): void;
	/**
	 * Puts `text` in place of `start`..`end` the way a writer would, so that the editor's
	 * own model and its undo know of it. True only where the editor then holds that text.
	 */
	replace(start: number, end: number, text: string): Promise<boolean>;
	/** Gives the focus back to the box. */
	focus(): void;
	/** Focuses the box and selects `start`..`end`; false where that place is not there. */
	select(start: number, end: number): boolean;
}
