import {EditorState, Modifier, SelectionState} from 'draft-js';

/** A post holds 280 units; a link counts as 23 whatever its length. */
export const limit = 280;
const linkWeight = 23;
const link = /https?:\/\/\S+/g;

/** The weight of a text, by which the ring and the limit are counted. */
export function weightOf(text: string): number {
	let weight = text.length;
	for (const [address] of text.matchAll(link)) weight += linkWeight - address.length;
	return weight;
}

function cutOf(text: string): number {
	let surplus = 0;
	for (const match of text.matchAll(link)) {
		if (match.index + surplus + linkWeight > limit) break;
		surplus += linkWeight - match[0].length;
	}
	return limit - surplus;
}

const wholeOf = (state: EditorState): SelectionState => {
	const content = state.getCurrentContent();
	const last = content.getLastBlock();
	return SelectionState.createEmpty(content.getFirstBlock().getKey()).merge({
		focusKey: last.getKey(),
		focusOffset: last.getLength(),
	});
};

/** Where in which block the text goes over the limit. */
function overflowOf(state: EditorState): SelectionState {
	let left = cutOf(state.getCurrentContent().getPlainText('\n'));
	for (const block of state.getCurrentContent().getBlocksAsArray()) {
		if (left <= block.getLength()) {
			return wholeOf(state).merge({anchorKey: block.getKey(), anchorOffset: left});
		}
		left -= block.getLength() + 1;
	}
	return wholeOf(state);
}

/** Paints what is over the limit, which splits words into several text nodes as on X. */
export function markOverflow(before: EditorState, after: EditorState): EditorState {
	const isOver = (state: EditorState) => weightOf(state.getCurrentContent().getPlainText('\n')) > limit;
	if (before.getCurrentContent() === after.getCurrentContent()) return after;
	if (!isOver(before) && !isOver(after)) return after;
	let content = Modifier.removeInlineStyle(after.getCurrentContent(), wholeOf(after), 'OVERFLOW');
	if (isOver(after)) content = Modifier.applyInlineStyle(content, overflowOf(after), 'OVERFLOW');
	content = content.merge({
		selectionBefore: after.getCurrentContent().getSelectionBefore(),
		selectionAfter: after.getCurrentContent().getSelectionAfter(),
	}) as typeof content;
	return EditorState.set(after, {currentContent: content});
}
