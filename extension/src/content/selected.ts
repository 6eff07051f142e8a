import type {Conversation} from '../shared/protocol.js';
import type {SiteAdapter} from './adapters/site.js';

/** The messages of a conversation that the selection goes through; all that are shown where it goes through none. */
export function selectedMessages(site: SiteAdapter): Conversation {
	const around = site.conversation(getSelection()?.anchorNode ?? null);
	const selection = selectionIn(around?.elements[0]?.getRootNode());
	// A shadow root has a selection of its own, which may lie in another of its conversations.
	const {elements, messages, participants} = (selection?.anchorNode && site.conversation(selection.anchorNode)) || around || {elements: [], messages: [], participants: []};
	const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
	const chosen = messages.filter((_, index) => range?.intersectsNode(elements[index]!));
	return {messages: chosen.length > 0 ? chosen : messages, participants};
}

function selectionIn(root: Node | undefined): Selection | null {
	const tree = root as {getSelection?(): Selection | null} | undefined;
	return tree?.getSelection ? tree.getSelection() : getSelection();
}
