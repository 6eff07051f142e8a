/** Hashtags and mentions: own nodes in the editor, so that a line is several spans, as on the site. */
import {$createTextNode, type EditorConfig, type LexicalEditor, TextNode} from 'lexical';
import {look} from './look.js';
import {emojiPictures} from './switches.js';

/** A piece of text that looks and behaves unlike the text around it. */
abstract class MarkNode extends TextNode {
	/** Whether a text still is what the node stands for. */
	abstract holds(text: string): boolean;

	override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
		const span = super.createDOM(config, editor);
		span.className = look(this.getType());
		return span;
	}

	override canInsertTextBefore(): boolean {
		return false;
	}

	override isTextEntity(): true {
		return true;
	}
}

class HashtagNode extends MarkNode {
	override $config() {
		return this.config('hashtag', {extends: TextNode});
	}

	holds(text: string): boolean {
		return /^#[\p{L}\p{N}_]+$/u.test(text);
	}
}

class MentionNode extends MarkNode {
	override $config() {
		return this.config('mention', {extends: TextNode});
	}

	holds(text: string): boolean {
		return text === '@sample_writer';
	}

	override canInsertTextAfter(): boolean {
		return false;
	}
}

class EmojiNode extends MarkNode {
	override $config() {
		return this.config('emoji', {extends: TextNode});
	}

	holds(text: string): boolean {
		return new RegExp(`^(?:${emoji.source})$`, 'u').test(text);
	}

	override canInsertTextAfter(): boolean {
		return false;
	}
}

const emoji = /\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D\p{Extended_Pictographic})*/u;

interface Kind {
	pattern: RegExp;
	make(text: string): MarkNode;
}

const kinds: Kind[] = [
	{pattern: /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]+/u, make: text => new HashtagNode(text)},
	{pattern: /(?<![\p{L}\p{N}_])@sample_writer(?=\s)/u, make: text => new MentionNode(text).setMode('segmented')},
	...(emojiPictures ? [{pattern: emoji, make: (text: string) => new EmojiNode(text)}] : []),
];

export const markNodes = [HashtagNode, MentionNode, EmojiNode];

function $unmark(node: MarkNode): void {
	if (!node.holds(node.getTextContent())) node.replace($createTextNode(node.getTextContent()));
}

/** What goes on with a hashtag or an emoji when it comes right behind it. */
const goesOn = {
	hashtag: /^[\p{L}\p{N}_]/u,
	emoji: /^(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})/u,
};

/** Makes the mark before plain text again when the text goes on with it; together they are marked anew. */
function $joinsMark(node: TextNode): boolean {
	const before = node.getPreviousSibling();
	if (!(before instanceof HashtagNode || before instanceof EmojiNode)) return false;
	if (!goesOn[before instanceof HashtagNode ? 'hashtag' : 'emoji'].test(node.getTextContent())) return false;
	before.replace($createTextNode(before.getTextContent()));
	return true;
}

function $mark(node: TextNode): void {
	if (!node.isSimpleText() || $joinsMark(node)) return;
	const text = node.getTextContent();
	for (const {pattern, make} of kinds) {
		const match = pattern.exec(text);
		if (!match) continue;
		const end = match.index + match[0].length;
		const parts = node.splitText(...[match.index, end].filter(offset => offset > 0 && offset < text.length));
		parts[match.index > 0 ? 1 : 0]?.replace(make(match[0]));
		return;
	}
}

/** Makes the editor mark hashtags and mentions as they are typed. */
export function registerMarks(editor: LexicalEditor): void {
	editor.registerNodeTransform(TextNode, $mark);
	for (const node of markNodes) editor.registerNodeTransform(node, $unmark);
}
