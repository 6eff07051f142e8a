/** @jsxImportSource react */
import {send} from './acts.js';
import {PlainBox} from './box.js';
import {Feed, Trigger} from './feed.js';
import {look} from './look.js';
import {Avatar, Pressable} from './pieces.js';
import {emptyDraft, getState, setDraft, setState, useReplica, useWords} from './store.js';

/** The most UTF-16 units a bio may have. */
const mostBio = 101;

function edit(): void {
	setDraft('bio', {text: getState().bioText});
	setState({bio: true});
}

function cancel(): void {
	setDraft('bio', emptyDraft());
	setState({bio: false});
}

function BioForm() {
	const words = useWords();
	const {drafts, bioText, mount} = useReplica();
	const {text} = drafts.bio;
	return (
		<div key={mount} className={look('bio-form')}>
			<PlainBox box="bio" label={words.bio} maxLength={mostBio} />
			<small>{mostBio - text.length}</small>
			<div className={look('tools')}>
				<Pressable label={words.cancel} kind="chip" run={cancel}>{words.cancel}</Pressable>
				<Pressable label={words.save} part="bio.send" kind="primary" disabled={text === bioText} run={() => send('bio')}>{words.save}</Pressable>
			</div>
		</div>
	);
}

function Bio() {
	const words = useWords();
	const {bio, bioText} = useReplica();
	if (bio) return <BioForm />;
	return (
		<div>
			<span dir="auto">{bioText}</span>
			<Pressable kind="chip" run={edit}>{bioText === '' ? words.addBio : words.editBio}</Pressable>
		</div>
	);
}

function Header({name, children}: {name: string; children: React.ReactNode}) {
	return (
		<div className={look('card', 'profile')}>
			<Avatar name={name} />
			<h1>{name}</h1>
			{children}
		</div>
	);
}

/** One's own page, which alone has "Edit profile". */
export function OwnProfile() {
	const words = useWords();
	return (
		<div role="main" className={look('main')}>
			<Header name="Sample Writer">
				<Pressable label={words.editProfile} part="feed.edit" kind="chip" run={edit}>{words.editProfile}</Pressable>
				<Bio />
			</Header>
			<Trigger />
		</div>
	);
}

/** Somebody else's page. */
export function OtherProfile() {
	const words = useWords();
	return (
		<div role="main" className={look('main')}>
			<Header name="Corner Library">
				<Pressable label={words.follow} kind="chip" run={() => undefined}>{words.follow}</Pressable>
				<Pressable label={words.message} kind="chip" run={() => setState({chat: true})}>{words.message}</Pressable>
				<div><span dir="auto">Books, tea and a quiet corner.</span></div>
			</Header>
			<Feed />
		</div>
	);
}
