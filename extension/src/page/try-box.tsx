import type {ComponentChildren} from 'preact';
import {useEffect, useId, useRef, useState} from 'preact/hooks';
import {FieldEditor} from '../content/adapters/field.js';
import {lonelyVenue} from '../content/adapters/kind.js';
import {Session} from '../content/session.js';
import {Underlines} from '../content/underline.js';
import type {Surface} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';
import {type Judge, useJudge} from './judge.js';
import {useTexts} from './mount.js';

interface TryBoxProps {
	label: string;
	placeholder: string;
	rows: number;
	/** True where nothing else is as likely to be wanted first. */
	focused?: boolean;
	/** What stands in the box at first. */
	text?: string;
	/** What the text is checked as; a post unless it is said. */
	surface?: Surface;
	/** What stands beside the label. */
	beside?: ComponentChildren;
	/** Called whenever what is found changes. */
	shown?: (session: Session) => void;
}

/** A box to check any text in, with the very session that watches a compose box on a site. */
export function TryBox({label, placeholder, rows, focused = false, text = '', surface = 'post', beside, shown}: TryBoxProps) {
	const id = useId();
	const texts = useTexts();
	const judge = useJudge();
	const box = useRef<HTMLTextAreaElement>(null);
	const session = useRef<Session | undefined>(undefined);
	const now = useRef({surface, shown});
	const [broken, setBroken] = useState(false);
	now.current = {surface, shown};
	useEffect(() => {
		if (!box.current) return undefined;
		box.current.value = text;
		if (focused) box.current.focus();
		try {
			session.current = sessionOf(box.current, texts, judge, () => now.current);
			return follow(session.current, judge);
		} catch {
			// The rest of the page must not go down with the box.
			setBroken(true);
			return undefined;
		}
	}, []);
	useEffect(() => session.current?.recheck(), [surface]);
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<div class="row apart"><label class="label" for={id}>{label}</label>{beside}</div>
			{/* The text is nobody else's business: no spelling service, no autocompletion. */}
			<textarea id={id} ref={box} rows={rows} placeholder={placeholder} spellcheck={false} autocomplete="off" dir="auto" />
			{broken && <p class="notice" role="alert">{fill(texts.findings.notChecked, {reason: texts.box.crashed})}</p>}
		</div>
	);
}

/** A session on a box of our own. */
function sessionOf(root: HTMLTextAreaElement, texts: Texts, judge: Judge, now: () => {surface: Surface; shown: TryBoxProps['shown']}): Session {
	return new Session({
		editor: new FieldEditor(root),
		venue: {...lonelyVenue('none', root, true), surface: () => now().surface},
		client: judge,
		underlines: new Underlines(),
		texts,
		shown: session => now().shown?.(session),
	});
}

/** Keeps a session in step with what judges. Returns a function that ends it. */
function follow(session: Session, judge: Judge): () => void {
	const stop = judge.onChange(() => session.recheck());
	return () => {
		stop();
		session.end();
	};
}
