/** @jsxImportSource react */
import {type ReactNode, type RefObject, useEffect, useRef} from 'react';
import {createPortal} from 'react-dom';
import {closeDialog} from './acts.js';
import {look} from './look.js';
import {Pressable} from './pieces.js';
import {useReplica, useWords} from './store.js';

/** Pulls the focus back when it leaves the dialog; the bar of the replica is no part of the site. */
function useTrap(dialog: RefObject<HTMLElement | null>): void {
	const {trap} = useReplica();
	useEffect(() => {
		if (!trap) return;
		const inside = (element: Element | null) => dialog.current?.contains(element) ?? false;
		let last = inside(document.activeElement) ? (document.activeElement as HTMLElement) : dialog.current;
		const pull = ({target}: FocusEvent) => {
			if (!(target instanceof HTMLElement) || target.closest('#replica-bar')) return;
			if (inside(target)) last = target;
			else (last?.isConnected ? last : dialog.current)?.focus();
		};
		document.addEventListener('focusin', pull);
		return () => document.removeEventListener('focusin', pull);
	}, [trap]);
}

/** In the capture phase: the editors let no key out. */
function useEscape(run: () => void): void {
	useEffect(() => {
		const press = (event: KeyboardEvent) => void (event.key === 'Escape' && !event.isComposing && run());
		document.addEventListener('keydown', press, true);
		return () => document.removeEventListener('keydown', press, true);
	}, []);
}

interface DialogProps {
	label: string;
	/** Goes back a page; without it there is no such button. */
	back?: (() => void) | undefined;
	children: ReactNode;
}

/** A dialog in a portal, as a plain fixed layer: no native dialog, no top layer. */
export function Dialog({label, back, children}: DialogProps) {
	const words = useWords();
	const dialog = useRef<HTMLDivElement>(null);
	useTrap(dialog);
	useEscape(closeDialog);
	return createPortal(
		<div className={look('portal')}>
			<div role="dialog" className={look('screen')}>
				<div className={look('mask')} onClick={closeDialog} />
				<div ref={dialog} role="dialog" aria-label={label} tabIndex={-1} className={look('dialog')}>
					<div>
						<form method="POST" onSubmit={event => event.preventDefault()}>
							<div>
								<div role="presentation" className={look('column')}>
									<div className={look('head')}>
										{back && <Pressable label={words.back} kind="round" run={back}>←</Pressable>}
										<h2>{label}</h2>
										<Pressable label={words.close} kind="round" run={closeDialog}>✕</Pressable>
									</div>
									{children}
								</div>
							</div>
						</form>
					</div>
				</div>
			</div>
		</div>,
		document.body,
	);
}

/** Own name and who may read the post. */
export function Audience() {
	const words = useWords();
	return (
		<div className={look('author')}>
			<div className={look('avatar')} aria-hidden="true">S</div>
			<div>
				<a role="link" href="/sample.writer" onClick={event => event.preventDefault()}><b>Sample Writer</b></a>
				<Pressable label={words.privacy} kind="chip" run={() => undefined}>{words.public}</Pressable>
			</div>
		</div>
	);
}
