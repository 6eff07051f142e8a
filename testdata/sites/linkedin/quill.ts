/** Quill 1.3 as the older forms carry it. */
import Quill from 'quill';
import {keepToItself, type MakeBox} from './boxes.js';

const mentionText = '@sample_writer';

interface InlineBlot {
	new (): object;
	create(value?: unknown): HTMLElement;
}

/** A mention is a link in the text. */
class MentionBlot extends (Quill.import('blots/inline') as InlineBlot) {
	static blotName = 'mention';
	static tagName = 'A';
	static className = 'ql-mention';

	static override create(): HTMLElement {
		const link = super.create();
		const urn = 'urn:li:fsd_profile:SAMPLE';
		const attributes = {
			href: '#', spellcheck: 'false', 'data-entity-urn': urn, 'data-guid': '0', 'data-object-urn': 'urn:li:member:1',
			'data-original-text': mentionText, 'data-test-ql-mention': 'true',
		};
		for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
		return link;
	}

	static formats(): boolean {
		return true;
	}
}

Quill.register({'formats/mention': MentionBlot});

/** Makes links of names that were just typed; there is no menu. */
function markMentions(quill: Quill): void {
	const text = quill.getText();
	for (let at = text.indexOf(`${mentionText} `); at >= 0; at = text.indexOf(`${mentionText} `, at + 1)) {
		if (quill.getFormat(at, 1).mention) continue;
		quill.formatText(at, mentionText.length, 'mention', true);
		// What is typed at the end of the link is no longer part of it.
		quill.formatText(at + mentionText.length, 1, 'mention', false);
	}
}

/** The part of Quill's own handling of carets that asks the document. */
interface Caret {
	hasFocus(): boolean;
	getNativeRange(): unknown;
	normalizeNative(range: Range): unknown;
	setNativeRange(...ends: unknown[]): void;
}

/** Chromium gives a shadow root a selection of its own; in Firefox the document's reaches inside. */
type RootWithSelection = ShadowRoot & {getSelection?(): Selection | null};

/**
 * Quill 1.3 asks the document where focus and caret are, which in a shadow root names the host only: Enter, paste and
 * undo then fail in part, and in Firefox letters change places. People do write in the site's box, so it must have
 * mended this in some way; here Quill is led to the root.
 */
function lookIntoRoot(quill: Quill): void {
	const root = quill.root.getRootNode() as RootWithSelection;
	if (!(root instanceof ShadowRoot)) return;
	const {selection: caret} = quill as unknown as {selection: Caret};
	const selected = () => (root.getSelection ? root.getSelection() : document.getSelection());
	const set = caret.setNativeRange.bind(caret);
	caret.hasFocus = () => root.activeElement === quill.root;
	caret.getNativeRange = () => {
		const selection = selected();
		return selection && selection.rangeCount > 0 ? caret.normalizeNative(selection.getRangeAt(0)) : null;
	};
	caret.setNativeRange = (...ends) => {
		const original = document.getSelection.bind(document);
		// Asked beforehand: where a root has no selection, ProseMirror gives it one that asks the document.
		const found = selected();
		document.getSelection = () => found;
		try {
			set(...ends);
		} finally {
			document.getSelection = original;
		}
	};
}

export interface QuillOptions {
	label: string;
	placeholder: string;
	focus?: boolean;
}

function setAttributes(root: HTMLElement, label: string): void {
	const attributes = {role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'data-test-ql-editor-contenteditable': 'true', 'data-gramm': 'false'};
	for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
}

/** Turns its place into a Quill container. */
export const quill = ({label, placeholder, focus}: QuillOptions): MakeBox => (place, changed, saved) => {
	const editor = new Quill(place, {placeholder, formats: ['mention']});
	if (saved) editor.setContents(saved as ReturnType<Quill['getContents']>);
	setAttributes(editor.root, label);
	lookIntoRoot(editor);
	keepToItself(editor.root);
	editor.on('text-change', () => {
		markMentions(editor);
		changed();
	});
	if (focus) editor.root.focus();
	return {
		element: editor.root,
		text: () => editor.getText().replace(/\n$/, ''),
		save: () => editor.getContents(),
		clear: () => editor.setText(''),
		destroy: () => {
			editor.disable();
			place.replaceChildren();
		},
	};
};
