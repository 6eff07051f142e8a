import type {ComponentChildren} from 'preact';
import {useId, useState} from 'preact/hooks';
import {CopyButton} from '../page/copy-button.js';
import {useTexts} from '../page/mount.js';
import {fill} from '../shared/texts.js';
import {mailLink} from './mail.js';
import {openPlaces} from './places.js';

interface ReadyTextProps {
	label: string;
	/** The text as it was put together; the user may change it. */
	composed: string;
	/** Goes out after the text; it is shown elsewhere. */
	after?: string;
	/** The places a person has to fill in. */
	places?: readonly string[];
	/** Offers to open it as an e-mail; without `to` the user puts the address in. */
	mail?: {to?: string | undefined; subject: string; note?: string | undefined};
	rows?: number;
	/** What belongs between the text and what is done with it. */
	children?: ComponentChildren;
}

/** A text to be looked over, changed, copied or opened as an e-mail; never sent by us. */
export function ReadyText({label, composed, after = '', places = [], mail, rows = 12, children}: ReadyTextProps) {
	const texts = useTexts().desk.ready;
	const id = useId();
	const {text, stale, edit, anew} = useEdited(composed);
	const open = openPlaces(text, places);
	return (
		<div class="stack" style={{'--gap': '.5rem'}}>
			<label class="label" for={id}>{label}</label>
			<textarea id={id} rows={rows} aria-describedby={`${id}-open`} value={text}
				onInput={event => edit(event.currentTarget.value)} />
			<p class="quiet" id={`${id}-open`} role="status">{open.length > 0 && fill(texts.open, {places: open.join(', ')})}</p>
			{stale && <p class="notice row apart"><span>{texts.stale}</span> <button onClick={anew}>{texts.anew}</button></p>}
			{children}
			<div class="row">
				<CopyButton text={text + after} />
				{mail && <MailLink {...mail} body={text + after} />}
			</div>
		</div>
	);
}

/** What the user changed stays, also when what it was made of changes; then it is stale. */
function useEdited(composed: string) {
	const [edited, setEdited] = useState<{text: string; from: string} | undefined>(undefined);
	return {
		text: edited?.text ?? composed,
		stale: edited !== undefined && edited.from !== composed && edited.text !== composed,
		edit: (text: string) => setEdited({text, from: composed}),
		anew: () => setEdited(undefined),
	};
}

/** Opens the user's own mail program with the text in it, in a tab of its own where that is a web page. */
function MailLink({to, subject, body, note}: {to?: string | undefined; subject: string; body: string; note?: string | undefined}) {
	const texts = useTexts().desk.ready;
	const link = mailLink({to, subject, body});
	if (!link) return <p class="quiet">{texts.tooLong}</p>;
	return (
		<>
			<a class="button" href={link} target="_blank" rel="noreferrer">{texts.mail}</a>
			<p class="quiet">{to ? fill(texts.to, {to}) : texts.noAddress} {note}</p>
		</>
	);
}
