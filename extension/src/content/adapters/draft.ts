import {skipForeign, type TextRules} from '../text-map.js';
import {sleep} from './insert.js';
import {RichEditor} from './rich.js';

/** Draft's own marks on its nodes (draft-js 0.11.7). */
const modelText = '[data-text=true]';
const placeholder = '.public-DraftEditorPlaceholder-root';

/** An editor made with Draft.js: one block a line, every leaf of the model marked. */
export class DraftEditor extends RichEditor {
	protected override rules(): TextRules {
		return rulesFor(this.root);
	}

	override async write(text: string): Promise<void> {
		if (text === '') return this.#press(backspace);
		for (const [number, line] of text.split('\n').entries()) {
			if (number > 0) this.#press(enter);
			if (number > 0) await sleep(lineSettlesMs);
			if (line !== '') this.#writeLine(line);
		}
	}

	/** Within one leaf the browser may write; across leaves or on a blank line that breaks Draft's nodes and text. */
	#writeLine(line: string): void {
		const {anchorNode, focusNode, isCollapsed, anchorOffset} = this.selected() ?? {};
		const inOneLeaf = anchorNode instanceof Text && anchorNode === focusNode && !(isCollapsed && anchorOffset === 0);
		if (inOneLeaf) document.execCommand('insertText', false, line);
		else this.root.dispatchEvent(typed(line));
	}

	#press(key: KeyboardEventInit): void {
		this.root.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true, cancelable: true}));
	}
}

/** Draft answers these keys from its model; a `delete` command breaks its nodes instead. */
const backspace: KeyboardEventInit = {key: 'Backspace', code: 'Backspace', keyCode: 8, which: 8};
const enter: KeyboardEventInit = {key: 'Enter', code: 'Enter', keyCode: 13, which: 13};
const lineSettlesMs = 40;

/** What a browser tells an editor of typed letters. Draft changes its model and then its nodes by it. */
function typed(text: string): Event {
	const event = document.createEvent('TextEvent');
	event.initTextEvent('textInput', true, true, window, text);
	return event;
}

/** Text outside the marked leaves is not in Draft's model: another extension put it there. */
function rulesFor(root: Element): TextRules {
	const marked = root.querySelector(modelText) !== null;
	return {
		skip: element => skipForeign(element) || element.matches(placeholder),
		counts: node => !marked || node.parentElement?.closest(modelText) !== null,
	};
}
