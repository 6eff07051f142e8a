/** @jsxImportSource react */
/** What `replica.find` and `replica.model` look into: the editors and other parts that are shown now. */
import {type HTMLAttributes, type Ref, useEffect, useRef, useState} from 'react';
import {getState} from './store.js';

export type BoxName = 'box' | 'other' | 'title';

/** One mounted editor. */
export interface Box {
	/** What the user clicks into. */
	element: HTMLElement;
	/** The text as the editor's own model holds it. */
	text(): string;
	/** The content in the editor's own form, for the one that follows it. */
	save(): unknown;
	clear(): void;
	destroy(): void;
	/** Adds a picture to the text; only articles can. */
	addPicture?(source: string): void;
}

/** Mounts an editor in `place`, with what an earlier one saved, and calls `changed` after each change. */
export type MakeBox = (place: HTMLElement, changed: () => void, saved: unknown) => Box;

const boxes = new Map<BoxName, Box>();
const parts = new Map<string, HTMLElement>();
const drafts = new Map<string, unknown>();

export const boxOf = (name: BoxName): Box | undefined => boxes.get(name);
export const textOf = (name: BoxName): string => boxes.get(name)?.text() ?? '';
export const findPart = (name: string): HTMLElement | null => boxes.get(name as BoxName)?.element ?? parts.get(name) ?? null;

/** A ref that makes an element known under a name for as long as it is there. */
export const part = (name: string | undefined): Ref<never> | undefined => (name ? (element: HTMLElement | null) => {
	if (element) parts.set(name, element);
	else parts.delete(name);
} : undefined);

const draftKey = (name: BoxName): string => `${getState().opening} ${name}`;

/** Keeps a box known while its component lives, and its content for the next of the same opening. */
function keep(name: BoxName, box: Box): () => void {
	const key = draftKey(name);
	boxes.set(name, box);
	return () => {
		drafts.set(key, box.save());
		if (boxes.get(name) === box) boxes.delete(name);
		box.destroy();
	};
}

interface BoxProps extends HTMLAttributes<HTMLDivElement> {
	name: BoxName;
	make: MakeBox;
	/** Gets the text a moment after each change, as the sites' own models do. */
	onText(text: string): void;
}

/** How long the page needs to notice a change of the text, in ms. */
const delayMs = 120;

/** An element in which one of the real editors lives. */
export function EditorBox({name, make, onText, ...rest}: BoxProps) {
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const changed = () => {
			clearTimeout(timer);
			timer = setTimeout(() => onText(box.text()), delayMs);
		};
		const box = make(place.current!, changed, drafts.get(draftKey(name)));
		const forget = keep(name, box);
		onText(box.text());
		return () => (clearTimeout(timer), forget());
	}, []);
	return <div {...rest} ref={place} />;
}

interface AreaProps {
	name: BoxName;
	id?: string;
	field?: string;
	className?: string;
	placeholder?: string;
	maxLength?: number;
	focus?: boolean;
	onText?(text: string): void;
}

/** A plain text area whose text the page keeps. */
export function TextArea({name, field, focus, onText, ...rest}: AreaProps) {
	const area = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useState(() => (drafts.get(draftKey(name)) as string | undefined) ?? '');
	const last = useRef(text);
	last.current = text;
	useEffect(() => {
		if (focus) area.current?.focus();
		return keep(name, {element: area.current!, text: () => last.current, save: () => last.current, clear: () => setText(''), destroy: () => {}});
	}, []);
	useEffect(() => {
		// Its successor reads this before this one is gone.
		drafts.set(draftKey(name), text);
		onText?.(text);
	}, [text]);
	return <textarea {...rest} ref={area} name={field} value={text} onChange={event => setText(event.target.value)} />;
}

/** Keeps what is typed from handlers further out, as the sites' editors do; Escape and Tab are the dialog's. */
export function keepToItself(element: HTMLElement): void {
	for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput'] as const) {
		element.addEventListener(type, event => {
			if (!['Escape', 'Tab'].includes((event as KeyboardEvent).key)) event.stopPropagation();
		});
	}
}
