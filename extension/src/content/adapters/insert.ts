import type {TextMap} from '../text-map.js';

/** Editors take over a new selection a moment after it is set. */
const selectionSettlesMs = 80;
/** How long an editor may take to show what was inserted. */
const insertionShowsMs = 600;
const lookEveryMs = 30;

/** What has to be known of an editor to write into it. */
export interface Writable {
	read(): TextMap;
	/** Focuses the editor and selects `start`..`end`; false where that place is not there. */
	select(start: number, end: number): boolean;
	/** Writes over the selection. */
	write(text: string): void | Promise<void>;
}

/**
 * Writes by selection and `insertText`: of all ways only this one reached the model of
 * every editor measured, in both browsers. Never by changing nodes, never by paste.
 */
export async function insert(editor: Writable, start: number, end: number, text: string): Promise<boolean> {
	const before = editor.read().text;
	const wanted = before.slice(0, start) + text + before.slice(end);
	if (before === wanted) return true;
	if (!editor.select(start, end)) return false;
	await sleep(selectionSettlesMs);
	if (editor.read().text !== before) return false;
	await editor.write(text);
	return shows(editor, wanted);
}

/** Waits until the editor holds `wanted`, and looks once more after it settled. */
async function shows(editor: Writable, wanted: string): Promise<boolean> {
	for (let waitedMs = 0; waitedMs < insertionShowsMs; waitedMs += lookEveryMs) {
		await sleep(lookEveryMs);
		if (editor.read().text !== wanted) continue;
		await sleep(lookEveryMs);
		return editor.read().text === wanted;
	}
	return false;
}

/** Waits. */
export function sleep(ms: number): Promise<void> {
	return new Promise(resolve => {
		setTimeout(resolve, ms);
	});
}
