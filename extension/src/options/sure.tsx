import type {ComponentChildren} from 'preact';
import {useRef, useState} from 'preact/hooks';

interface SureProps {
	/** Of the heading, which names the dialog. */
	id: string;
	texts: {open: string; sure: string; cancel: string; go: string};
	/** Does it; `close` closes the dialog. */
	go: (close: () => void) => Promise<void>;
	children: ComponentChildren;
}

/** A button that asks once before something is done. The children say what follows. */
export function Sure({id, texts, go, children}: SureProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const [busy, setBusy] = useState(false);
	const close = () => dialog.current?.close();
	const once = async () => {
		if (busy) return;
		setBusy(true);
		await go(close).finally(() => setBusy(false));
	};
	return (
		<>
			<div><button aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>{texts.open}</button></div>
			<dialog ref={dialog} aria-labelledby={id}>
				<div class="stack">
					<h3 id={id}>{texts.sure}</h3>
					{children}
					<div class="row">
						<button autofocus onClick={close}>{texts.cancel}</button>
						{/* Not disabled while it works: that would take the focus away. */}
						<button class="main" aria-disabled={busy} onClick={() => void once()}>{texts.go}</button>
					</div>
				</div>
			</dialog>
		</>
	);
}
