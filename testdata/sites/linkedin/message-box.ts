/** The messaging editor: the browser's own editing of paragraphs, which the page reads after each input event. */
import {keepToItself, type MakeBox} from './boxes.js';

/** The text of one paragraph; a break at its end only gives the paragraph its height. */
function lineOf(paragraph: Node): string {
	const walk = (node: Node): string => {
		if (node.nodeName === 'BR') return '\n';
		return node instanceof Text ? node.data : [...node.childNodes].map(walk).join('');
	};
	return walk(paragraph).replace(/\n$/, '').replaceAll('\u00a0', ' ');
}

const readText = (box: HTMLElement): string => [...box.childNodes].map(lineOf).join('\n');

/** Editing may leave no paragraph at all: then one is put back and the caret into it. */
function ensureParagraph(box: HTMLElement): void {
	if (box.querySelector('p')) return;
	const paragraph = document.createElement('p');
	const rest = [...box.childNodes].filter(node => node.nodeName !== 'BR');
	paragraph.append(...(rest.length > 0 ? rest : [document.createElement('br')]));
	box.replaceChildren(paragraph);
	getSelection()?.setPosition(paragraph, rest.length);
}

function fill(box: HTMLElement, text: string): void {
	box.replaceChildren(...text.split('\n').map(line => {
		const paragraph = document.createElement('p');
		paragraph.append(line === '' ? document.createElement('br') : line);
		return paragraph;
	}));
}

function makeEditable(place: HTMLElement, label: string): HTMLElement {
	const box = document.createElement('div');
	box.className = 'msg-form__contenteditable t-14 t-black--light t-normal';
	const attributes = {contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label};
	for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
	place.prepend(box);
	return box;
}

export interface MessageOptions {
	label: string;
	focus?: boolean;
	/** Called for a bare Enter; without it Enter makes a new paragraph. */
	submit?(): void;
}

function onEnter(box: HTMLElement, submit: () => void): void {
	box.addEventListener('keydown', event => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		submit();
	});
}

/** Makes the messaging editor the first child of its place. */
export const messageBox = ({label, focus, submit}: MessageOptions): MakeBox => (place, changed, saved) => {
	const box = makeEditable(place, label);
	let text = typeof saved === 'string' ? saved : '';
	fill(box, text);
	document.execCommand('defaultParagraphSeparator', false, 'p');
	box.addEventListener('input', () => {
		ensureParagraph(box);
		text = readText(box);
		changed();
	});
	keepToItself(box);
	if (submit) onEnter(box, submit);
	if (focus) box.focus();
	const clear = () => {
		text = '';
		fill(box, text);
		changed();
	};
	return {element: box, text: () => text, save: () => text, clear, destroy: () => box.remove()};
};
