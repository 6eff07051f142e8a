/** The real editor library in a box of the page. */
import {createEmptyHistoryState, registerHistory} from '@lexical/history';
import {registerRichText} from '@lexical/rich-text';
import {
	$createParagraphNode, $createTextNode, $getRoot, CLEAR_HISTORY_COMMAND, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND,
	type LexicalEditor,
} from 'lexical';
import {look} from './look.js';
import {markNodes, registerMarks} from './marks.js';

/** What Enter does other than break the line. */
export interface Keys {
	/** Enter without Shift. */
	enter?: () => void;
	/** Ctrl or Cmd with Enter. */
	modEnter?: () => void;
}

function $setText(text: string): void {
	const paragraphs = text.split('\n').map(line => {
		const paragraph = $createParagraphNode();
		return line === '' ? paragraph : paragraph.append($createTextNode(line));
	});
	$getRoot().clear().append(...paragraphs);
	paragraphs.at(-1)?.selectEnd();
}

/** The text in the model, lines apart by one line feed. */
export const textOf = (editor: LexicalEditor): string =>
	editor.getEditorState().read(() => $getRoot().getChildren().map(child => child.getTextContent()).join('\n'));

export function clear(editor: LexicalEditor): void {
	editor.update(() => $setText(''));
	editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

function registerKeys(editor: LexicalEditor, keys: Keys): void {
	const press = (event: KeyboardEvent | null): boolean => {
		const modified = event?.ctrlKey || event?.metaKey;
		const run = modified ? (keys.modEnter ?? keys.enter) : keys.enter;
		if (!event || event.shiftKey || !run) return false;
		event.preventDefault();
		run();
		return true;
	};
	editor.registerCommand(KEY_ENTER_COMMAND, press, COMMAND_PRIORITY_HIGH);
}

/** Facebook lets none of these out of its editors. */
const kept = ['beforeinput', 'input', 'keydown', 'keypress', 'keyup'];

/** Makes `root` an editor that holds `text` and tells every change. */
export function mountEditor(root: HTMLElement, text: string, changed: (text: string) => void, keys: Keys): LexicalEditor {
	const editor = createEditor({
		namespace: 'composer',
		nodes: markNodes,
		theme: {paragraph: look('paragraph')},
		onError: error => {
			throw error;
		},
	});
	registerRichText(editor);
	registerHistory(editor, createEmptyHistoryState(), 300);
	registerMarks(editor);
	registerKeys(editor, keys);
	editor.setRootElement(root);
	editor.update(() => $setText(text), {discrete: true, tag: 'history-merge'});
	editor.registerUpdateListener(() => changed(textOf(editor)));
	for (const type of kept) root.addEventListener(type, event => event.stopPropagation());
	return editor;
}
