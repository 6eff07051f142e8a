/** @jsxImportSource react */
import {type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef} from 'react';
import {look} from './looks.js';

const focusable = '[contenteditable=true]:not([tabindex="-1"]), button:not(:disabled), a[href], input, textarea';

/** Pulls the focus back when it leaves what is on top. */
export function useFocusTrap(layer: RefObject<HTMLElement | null>, active = true): void {
	useEffect(() => {
		if (!active) return;
		const pullBack = (event: FocusEvent) => {
			if (!layer.current || event.composedPath().includes(layer.current)) return;
			layer.current.querySelector<HTMLElement>(focusable)?.focus();
		};
		document.addEventListener('focusin', pullBack);
		return () => document.removeEventListener('focusin', pullBack);
	}, [active]);
}

/** Closes on Escape; what handled the key itself says so by preventing its default. */
export function useEscape(close: () => void, active = true): void {
	const last = useRef(close);
	last.current = close;
	useEffect(() => {
		if (!active) return;
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || event.defaultPrevented) return;
			event.preventDefault();
			last.current();
		};
		// On the way down: ProseMirror prevents the key's default, and with it the browser's own closing of a dialog.
		document.addEventListener('keydown', onKey, true);
		return () => document.removeEventListener('keydown', onKey, true);
	}, [active]);
}

interface DialogProps {
	/** Opened by showModal(), so in the browser's top layer; else by its attribute. */
	modal?: boolean;
	close(): void;
	children: ReactNode;
}

/** The newest forms' native dialog. */
export function NativeDialog({modal = true, close, children}: DialogProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => {
		if (modal) dialog.current?.showModal();
	}, []);
	useFocusTrap(dialog);
	useEscape(close);
	return (
		<>
			{!modal && <div className={look.mask} onMouseDown={close} />}
			<dialog
				ref={dialog}
				open={modal ? undefined : true}
				data-testid="dialog"
				className={look.dialog}
				onCancel={event => (event.preventDefault(), close())}
				onMouseDown={event => event.target === event.currentTarget && close()}
			>
				{children}
			</dialog>
		</>
	);
}

interface ModalProps {
	/** Value of data-test-modal-id. */
	id: string;
	className: string;
	labelledBy: string;
	close(): void;
	children: ReactNode;
	/** False while another layer is on top of this one. */
	top?: boolean;
}

/** The older forms' dialog: fixed layers in the page, or in the shadow root of the outlet. */
export function ArtdecoModal({id, className, labelledBy, close, children, top = true}: ModalProps) {
	const container = useRef<HTMLDivElement>(null);
	useFocusTrap(container, top);
	useEscape(close, top);
	return (
		<div id="artdeco-modal-outlet" ref={container}>
			<div data-test-modal-container="">
				<div className="artdeco-modal-overlay" onMouseDown={event => event.target === event.currentTarget && close()}>
					<div role="dialog" data-test-modal="" data-test-modal-id={id} aria-labelledby={labelledBy} className={`artdeco-modal ${className}`} tabIndex={-1}>
						{children}
					</div>
				</div>
			</div>
		</div>
	);
}
