/** TipTap as the newest forms carry it, and with headings and pictures for articles. */
import {type AnyExtension, Editor, Extension, InputRule, type JSONContent, mergeAttributes, Node} from '@tiptap/core';
import {Mention} from '@tiptap/extension-mention';
import {Placeholder} from '@tiptap/extension-placeholder';
import {StarterKit} from '@tiptap/starter-kit';
import {keepToItself, type MakeBox} from './boxes.js';

/** Typing the name and a space makes the mention; there is no menu. */
const mentionRule = /(?:^|\s)@sample_writer\s$/;

const SiteMention = Mention.extend({
	addInputRules() {
		const handler: InputRule['handler'] = ({state, range, match}) => {
			const start = range.from + match[0].indexOf('@');
			const mention = this.type.create({id: 'urn:li:fsd_profile:SAMPLE', label: '@sample_writer'});
			state.tr.replaceWith(start, range.to, [mention, state.schema.text(' ')]);
		};
		return [new InputRule({find: mentionRule, handler})];
	},
}).configure({
	renderHTML: ({options, node}) => ['span', mergeAttributes(options.HTMLAttributes, {contenteditable: 'false'}), String(node.attrs.label)],
	renderText: ({node}) => String(node.attrs.label),
	// What is being typed after an @ is wrapped in span.suggestion[data-decoration-id].
	suggestion: {char: '@', items: () => [], render: () => ({})},
});

const Figure = Node.create({
	name: 'figure',
	group: 'block',
	atom: true,
	addAttributes: () => ({src: {default: null}}),
	parseHTML: () => [{tag: 'figure'}],
	renderHTML: ({HTMLAttributes}) => ['figure', {contenteditable: 'false'}, ['img', {...HTMLAttributes, alt: ''}]],
});

/** Posts and comments know paragraphs and line breaks only. */
const plainKit = StarterKit.configure({
	heading: false, bold: false, italic: false, strike: false, code: false, codeBlock: false,
	blockquote: false, bulletList: false, orderedList: false, listItem: false, horizontalRule: false,
});

export interface TipTapOptions {
	/** Attributes of the editable element. */
	attributes: Record<string, string>;
	placeholder: string;
	focus?: boolean;
	/** Called for Mod+Enter. */
	submit?(): void;
	/** Headings, lists, quotations and pictures. */
	rich?: boolean;
}

const shortcutOf = (submit: () => void): AnyExtension =>
	Extension.create({name: 'shortcut', priority: 1000, addKeyboardShortcuts: () => ({'Mod-Enter': () => (submit(), true)})});

function textOf(editor: Editor): string {
	const {doc} = editor.state;
	return doc.textBetween(0, doc.content.size, '\n', leaf => {
		if (leaf.type.name === 'hardBreak') return '\n';
		return leaf.type.name === 'mention' ? String(leaf.attrs.label) : '';
	});
}

/** Makes a TipTap editor the only child of its place. */
export const tiptap = ({attributes, placeholder, focus, submit, rich}: TipTapOptions): MakeBox => (place, changed, saved) => {
	const editor = new Editor({
		element: place,
		injectCSS: false,
		extensions: [
			rich ? StarterKit : plainKit,
			SiteMention,
			Placeholder.configure({placeholder}),
			...(rich ? [Figure] : []),
			...(submit ? [shortcutOf(submit)] : []),
		],
		editorProps: {attributes: {role: 'textbox', 'aria-multiline': 'true', ...attributes}},
		content: (saved as JSONContent | undefined) ?? '',
		autofocus: focus ? 'end' : false,
		onUpdate: changed,
	});
	keepToItself(editor.view.dom);
	return {
		element: editor.view.dom,
		text: () => textOf(editor),
		save: () => editor.getJSON(),
		clear: () => editor.commands.clearContent(true),
		destroy: () => editor.destroy(),
		addPicture: src => editor.commands.insertContent({type: 'figure', attrs: {src}}),
	};
};
