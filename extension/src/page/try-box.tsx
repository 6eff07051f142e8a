import {useEffect, useId, useRef, useState} from 'preact/hooks';
import {FieldEditor} from '../content/adapters/field.js';
import {lonelyVenue} from '../content/adapters/kind.js';
import {Session} from '../content/session.js';
import {Underlines} from '../content/underline.js';
import {ask} from '../shared/ask.js';
import {onMessage} from '../shared/browser.js';
import type {Notice} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';
import {useTexts} from './mount.js';

interface TryBoxProps {
	label: string;
	placeholder: string;
	rows: number;
	/** True where nothing else is as likely to be wanted first. */
	focused?: boolean;
}

/** A box to check any text in, with the very session that watches a compose box on a site. */
export function TryBox({label, placeholder, rows, focused = false}: TryBoxProps) {
	const id = useId();
	const texts = useTexts();
	const box = useRef<HTMLTextAreaElement>(null);
	const [broken, setBroken] = useState(false);
	useEffect(() => {
		if (focused) box.current?.focus();
		try {
			return box.current ? watch(box.current, texts) : undefined;
		} catch {
			// The rest of the page must not go down with the box.
			setBroken(true);
			return undefined;
		}
	}, []);
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{label}</label>
			{/* The text is nobody else's business: no spelling service, no autocompletion. */}
			<textarea id={id} ref={box} rows={rows} placeholder={placeholder} spellcheck={false} autocomplete="off" dir="auto" />
			{broken && <p class="notice" role="alert">{fill(texts.findings.notChecked, {reason: texts.box.crashed})}</p>}
		</div>
	);
}

/** Checks what is typed into a box of our own. Returns a function that stops it. */
function watch(root: HTMLTextAreaElement, texts: Texts): () => void {
	const session = new Session({
		editor: new FieldEditor(root),
		venue: lonelyVenue('none', root, true),
		client: {check: request => ask('check', request), dismiss: request => ask('dismiss', request)},
		underlines: new Underlines(),
		texts,
	});
	const stop = onMessage(message => {
		if ((message as Partial<Notice> | null)?.notice === 'settings-changed') session.recheck();
		return undefined;
	});
	return () => {
		stop();
		session.end();
	};
}
