/** @jsxImportSource react */
import {type ChangeEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef} from 'react';
import {clear, type Keys, mountEditor, textOf} from './lexical.js';
import {look} from './look.js';
import {boxes} from './parts.js';
import {type BoxName, getState, setDraft, useReplica} from './store.js';

interface RichBoxProps {
	box: BoxName;
	label: string;
	/** What is shown while it is empty. */
	placeholder?: string;
	keys?: Keys;
	/** Takes the focus when it appears. */
	focus?: boolean;
}

function useEditor(root: RefObject<HTMLDivElement | null>, {box, keys, focus}: RichBoxProps): void {
	useLayoutEffect(() => {
		const element = root.current!;
		// An editor whose dialog is closed may still tell of a change, such as the loss of its caret.
		const changed = (text: string) => boxes.get(box)?.element === element && text !== getState().drafts[box].text && setDraft(box, {text});
		const editor = mountEditor(element, getState().drafts[box].text, changed, keys ?? {});
		const entry = {element, text: () => textOf(editor), clear: () => clear(editor)};
		boxes.set(box, entry);
		if (focus) editor.focus();
		return () => {
			if (boxes.get(box) === entry) boxes.delete(box);
			editor.setRootElement(null);
		};
	}, []);
}

/** A box with Lexical in it, and its placeholder beside it. */
export function RichBox(props: RichBoxProps) {
	const root = useRef<HTMLDivElement>(null);
	const {drafts} = useReplica();
	const placeholder = props.placeholder ?? props.label;
	useEditor(root, props);
	return (
		<div className={look('rich')}>
			<div
				ref={root}
				className={`${look('editable', `box-${props.box}`)} notranslate`}
				contentEditable
				suppressContentEditableWarning
				role="textbox"
				spellCheck
				tabIndex={0}
				aria-label={props.label}
				aria-placeholder={placeholder}
			/>
			{drafts[props.box].text === '' && <div aria-hidden="true" className={look('ghost')}>{placeholder}</div>}
		</div>
	);
}

interface PlainBoxProps {
	box: BoxName;
	label: string;
	maxLength?: number;
	/** Attributes that tell one site from another. */
	hooks?: Record<string, string>;
}

/** A box that is a text area. */
export function PlainBox({box, label, maxLength, hooks}: PlainBoxProps) {
	const area = useRef<HTMLTextAreaElement>(null);
	const {text} = useReplica().drafts[box];
	useLayoutEffect(() => {
		const entry = {element: area.current!, text: () => getState().drafts[box].text, clear: () => setDraft(box, {text: ''})};
		boxes.set(box, entry);
		area.current?.focus();
		return () => void (boxes.get(box) === entry && boxes.delete(box));
	}, []);
	const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
		event.stopPropagation();
		setDraft(box, {text: event.target.value});
	};
	const stop = (event: KeyboardEvent) => event.stopPropagation();
	return (
		<textarea
			ref={area}
			className={look('area', `box-${box}`)}
			aria-label={label}
			placeholder={label}
			value={text}
			onChange={change}
			onKeyDown={stop}
			{...(maxLength && {maxLength})}
			{...hooks}
		/>
	);
}
