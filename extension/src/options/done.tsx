import {useEffect, useId, useRef} from 'preact/hooks';
import {useTexts} from '../page/mount.js';

/** Something that was done; `undo` takes it back where that can be. */
export interface DoneThing {
	text: string;
	undo?: () => Promise<unknown>;
}

/** Tells what was done and offers to take it back. It stays until the reader closes it. */
export function Done({text, undo, close}: DoneThing & {close: () => void}) {
	const texts = useTexts().options;
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const before = useRef(document.activeElement);
	useEffect(() => {
		button.current?.focus();
		// The focus goes back to what the reader pressed, where that is still there.
		return () => {
			if (before.current instanceof HTMLElement) before.current.focus();
		};
	}, []);
	return (
		<div class="done row apart" role="status">
			<span id={id}>{text}</span>
			<span class="row">
				{undo && <button ref={button} aria-describedby={id} onClick={() => void undo().then(close)}>{texts.undo}</button>}
				<button ref={undo ? undefined : button} class="plain" onClick={close}>{texts.close}</button>
			</span>
		</div>
	);
}
