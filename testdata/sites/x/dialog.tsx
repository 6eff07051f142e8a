/** @jsxImportSource react */
import {type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef} from 'react';
import {useReplica} from './store.js';

/** Pulls the focus back into the dialog whenever it goes elsewhere on the page. */
function useTrap(ref: RefObject<HTMLElement>): void {
	useEffect(() => {
		const dialog = ref.current!;
		if (!dialog.contains(document.activeElement)) dialog.focus();
		let last = document.activeElement as HTMLElement;
		const keep = ({target}: FocusEvent) => {
			if (!(target instanceof HTMLElement)) return;
			if (dialog.contains(target)) last = target;
			else (last.isConnected ? last : dialog).focus();
		};
		document.addEventListener('focusin', keep);
		return () => document.removeEventListener('focusin', keep);
	}, []);
}

interface Shell {
	close(): void;
	head: ReactNode;
	children?: ReactNode;
}

/** A dialog as X makes them: a plain layer over a mask, not in the browser's top layer. */
export function Dialog({close, head, children}: Shell) {
	const ref = useRef<HTMLDivElement>(null);
	const {phone} = useReplica();
	useTrap(ref);
	const closeByKey = (event: KeyboardEvent) => {
		if (event.key === 'Escape') close();
	};
	return (
		<div className="r-screen">
			<div data-testid="mask" className="r-mask" onClick={close} />
			<div
				ref={ref}
				role="dialog"
				aria-modal="true"
				aria-labelledby="modal-header"
				data-testid={phone ? 'sheetDialog' : undefined}
				className="r-dialog"
				tabIndex={-1}
				onKeyDown={closeByKey}
			>
				<div className="r-head">{head}</div>
				{children}
			</div>
		</div>
	);
}
