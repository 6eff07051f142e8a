/** @jsxImportSource react */
import {useState} from 'react';
import {EditorBox, part, TextArea, textOf} from './boxes.js';
import {ArtdecoModal, NativeDialog} from './dialog.js';
import {Icon, Portrait} from './icon.js';
import {look} from './looks.js';
import {leave, open, send, setState, useReplica} from './store.js';
import {tiptap} from './tiptap.js';
import {wordsOf} from './words.js';

function save(part: 'headline' | 'about'): void {
	const text = textOf('box');
	send([text]);
	setState({[part]: text});
	leave();
}

function FormEnd({ready, part: edited}: {ready: boolean; part: 'headline' | 'about'}) {
	const words = wordsOf(useReplica().language);
	return (
		<>
			<div className={look.footer}>
				<span className={look.gap} />
				<button type="button" className={look.primary} disabled={!ready} ref={part('send')} onClick={() => save(edited)}><span>{words.save}</span></button>
			</div>
			<button type="button" aria-label={words.dismiss} className={look.close} ref={part('close')} onClick={leave}>✕</button>
		</>
	);
}

function Names() {
	const words = wordsOf(useReplica().language);
	return (
		<div className={look.fields}>
			<label htmlFor="firstName-r7">{words.firstName}</label>
			<input id="firstName-r7" defaultValue="Sample" />
			<label htmlFor="lastName-r8">{words.lastName}</label>
			<input id="lastName-r8" defaultValue="Writer" />
		</div>
	);
}

/** The editor has no label of its own: what it is for stands above it. */
function Field({label, placeholder, onText}: {label: string; placeholder: string; onText(text: string): void}) {
	return (
		<div className={look.fields}>
			<p>{label}</p>
			<div data-testid="ui-core-tiptap-text-editor-wrapper" className={look.field}>
				<EditorBox name="box" onText={onText} make={tiptap({attributes: {}, placeholder, focus: true})} />
			</div>
		</div>
	);
}

/** The newest form for the headline, or for the text about oneself. */
export function EditForm({about}: {about: boolean}) {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	return (
		<NativeDialog close={leave}>
			<div className={look.column}>
				<h2>{about ? words.editAbout : words.edit}</h2>
				{!about && <Names />}
				<Field label={about ? words.about : words.headline} placeholder={about ? words.aboutHint : ''} onText={setText} />
				<FormEnd ready={text.trim() !== ''} part={about ? 'about' : 'headline'} />
			</div>
		</NativeDialog>
	);
}

/** The older form for the text about oneself: a text area. */
export function ClassicAbout() {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	return (
		<ArtdecoModal id="edit-about" className="artdeco-modal--form" labelledBy="edit-about-header" close={leave}>
			<h2 id="edit-about-header">{words.editAbout}</h2>
			<button type="button" aria-label={words.dismiss} className="artdeco-modal__dismiss artdeco-button" ref={part('close')} onClick={leave}>✕</button>
			<label htmlFor="ember412-summary">{words.aboutHint}</label>
			<TextArea name="box" id="ember412-summary" focus onText={setText} />
			<div className="share-box_actions">
				<button type="button" className="artdeco-button artdeco-button--primary" disabled={text.trim() === ''} ref={part('send')} onClick={() => save('about')}>
					<span className="artdeco-button__text">{words.save}</span>
				</button>
			</div>
		</ArtdecoModal>
	);
}

/** The note to an invitation. */
export function Invite() {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	return (
		<ArtdecoModal id="send-invite-modal" className="send-invite" labelledBy="send-invite-modal" close={leave}>
			<h2 id="send-invite-modal">{words.invite}</h2>
			<button type="button" aria-label={words.dismiss} className="artdeco-modal__dismiss artdeco-button" ref={part('close')} onClick={leave}>✕</button>
			<TextArea name="box" id="custom-message" field="message" className="connect-button-send-invite__custom-message" placeholder={words.inviteHint} maxLength={300} focus onText={setText} />
			<div className="share-box_actions">
				<button type="button" className="artdeco-button artdeco-button--primary" aria-label={words.sendInvite} disabled={text.trim() === ''} ref={part('send')} onClick={() => (send([textOf('box')]), leave())}>
					<span className="artdeco-button__text">{words.send}</span>
				</button>
			</div>
		</ArtdecoModal>
	);
}

function OwnLinks() {
	const words = wordsOf(useReplica().language);
	const own = '/in/sample-writer/edit/forms/';
	return (
		<p className={look.links}>
			<a href={`${own}intro/new/?profileFormEntryPoint=PROFILE_SECTION`} aria-label={words.edit} onClick={event => (event.preventDefault(), open('headline'))}><Icon name="edit" /> {words.edit}</a>
			<a href={`${own}summary/new/?profileFormEntryPoint=PROFILE_SECTION`} aria-label={words.editAbout} onClick={event => (event.preventDefault(), open('about'))}><Icon name="edit" /> {words.editAbout}</a>
		</p>
	);
}

function OthersButtons() {
	const words = wordsOf(useReplica().language);
	return (
		<p className={look.links}>
			<button type="button" className={look.primary} onClick={() => open('invite')}><span>{words.connect}</span></button>
			<button type="button" className={look.secondary} onClick={() => open('message-overlay')}><span>{words.message}</span></button>
		</p>
	);
}

/** One's own profile, or somebody else's; the data in the page says which. */
export function Profile({own}: {own: boolean}) {
	const {language, headline, about} = useReplica();
	const words = wordsOf(language);
	return (
		<>
			<code hidden>{JSON.stringify({data: {isSelfProfile: own, vanityName: own ? 'sample-writer' : 'example-person'}})}</code>
			<section className={look.card}>
				<Portrait size={96} />
				<p><b>{own ? 'Sample Writer' : 'Example Person'}</b></p>
				<p>{own ? headline : 'Keeper of an example garden'}</p>
				{own ? <OwnLinks /> : <OthersButtons />}
			</section>
			<section className={look.card}>
				<p><b>{words.about}</b></p>
				<div data-testid="expandable-text-box"><p><span>{own ? about : 'Bulbs in autumn, seeds in spring.'}</span></p></div>
			</section>
		</>
	);
}
