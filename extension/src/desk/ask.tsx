import {useId, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {Cited} from './cited.js';
import {contactsOf, type OwnRoles} from './contacts.js';
import {appended, askMessage, citedBy, type DraftState, draftState} from './message.js';
import {ReadyText} from './ready-text.js';
import {Recipients} from './recipients.js';
import type {ToolProps} from './tool.js';
import {useDraftCheck} from './use-draft-check.js';

/** A question to somebody who knows: whom, and what; copied or opened as an e-mail by a click. */
export function Ask({handed, pack, settings}: ToolProps) {
	const all = useTexts();
	const texts = all.desk.ask;
	const [chosen, choose] = useState(0);
	const [draft, setDraft] = useState(handed?.draft ?? '');
	const [ticked, tick] = useState(false);
	const contacts = contactsOf(settings, pack, ownRoles(all.settings));
	const state = draftState(handed, draft, useDraftCheck(draft, handed?.surface ?? 'post'));
	return (
		<>
			<p>{texts.about}</p>
			<Cited provisions={citedBy(handed)} />
			<Recipients label={texts.recipient} contacts={contacts} chosen={chosen} choose={choose} />
			<ReadyText label={texts.message} composed={askMessage(all, handed)} after={appended(texts.draftIntro, draft, state, ticked)}
				places={[texts.place]} rows={16}
				mail={{to: contacts[chosen]?.address, subject: texts.subject, note: settings.device === 'private' ? texts.ownMail : undefined}}>
				<Draft draft={draft} state={state} ticked={ticked} tick={tick} edit={setDraft} />
			</ReadyText>
		</>
	);
}

/** The user's own contacts, those who know of ethics first. */
function ownRoles(labels: Record<OwnRoles[number][0], {label: string}>): OwnRoles {
	return (['contactEthics', 'contactCommunication', 'contactSecurity'] as const).map(name => [name, labels[name].label]);
}

interface DraftProps {
	draft: string;
	state: DraftState;
	ticked: boolean;
	tick: (on: boolean) => void;
	edit: (draft: string) => void;
}

/** The user's own text stays out unless it is ticked, and cannot be ticked where it is for the phone only. */
function Draft({draft, state, ticked, tick, edit}: DraftProps) {
	const texts = useTexts().desk.ask;
	const id = useId();
	return (
		<div class="stack" style={{'--gap': '.5rem'}}>
			<label class="tick">
				<input type="checkbox" checked={ticked && state !== 'phone'} disabled={state === 'phone' || (!ticked && state !== 'may')} aria-describedby={`${id}-why`}
					onChange={event => tick(event.currentTarget.checked)} />
				<span>{texts.include}</span>
			</label>
			<p class={state === 'phone' ? 'notice' : 'quiet'} id={`${id}-why`} role="status">{texts.draft[state]}</p>
			{ticked && <>
				<label class="label" for={id}>{texts.draftLabel}</label>
				<textarea id={id} rows={5} value={draft} onInput={event => edit(event.currentTarget.value)} />
			</>}
		</div>
	);
}
