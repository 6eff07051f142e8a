import {DraftEditor} from './draft.js';
import type {Editor} from './editor.js';
import {type Field, FieldEditor} from './field.js';
import {RichEditor} from './rich.js';

/** Draft.js marks its own boxes; the others need no treatment of their own. */
const draftBox = '.DraftEditor-root [contenteditable]';

/** The editor for a box, by what the box itself shows of the library it is made with. */
export function editorOf(root: HTMLElement): Editor {
	if (isField(root)) return new FieldEditor(root);
	return root.matches(draftBox) ? new DraftEditor(root) : new RichEditor(root);
}

function isField(root: HTMLElement): root is Field {
	return root instanceof HTMLTextAreaElement || root instanceof HTMLInputElement;
}
