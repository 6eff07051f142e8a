/** @jsxImportSource react */
import {saveProfile} from './acts.js';
import {Dialog} from './dialog.js';
import {Feed} from './feed.js';
import {Avatar} from './icon.js';
import {everyPost} from './posts.js';
import {PublishedText} from './published.js';
import {close, handle, type Profile, setField, useReplica} from './store.js';
import {wordsOf} from './words.js';

/** Somebody else, as far as the feed knows them. */
const strangers = (author: string): Profile => ({
	displayName: everyPost.find(post => post.author === author)?.name ?? author,
	description: 'Nothing but everyday matters ☂️. Part of https://example.org/neighbours and friends.',
	location: 'By the water',
	url: 'https://example.org',
});

/** The page of a person: one's own has a button to edit it. */
export function ProfilePage({author}: {author: string}) {
	const {profile, own, language} = useReplica();
	const words = wordsOf(language);
	const isOwn = author === handle;
	const {displayName, description, location, url} = isOwn ? profile : strangers(author);
	return (
		<>
			<div className="r-profile">
				<Avatar handle={author} />
				{isOwn
					? <a href="/settings/profile" data-testid="editProfileButton" role="link">{words.edit}</a>
					: <button type="button" data-testid="1-follow">{words.follow}</button>}
				<div data-testid="UserName" className="r-user"><b>{displayName}</b><br /><span>@{author}</span></div>
				<div data-testid="UserDescription" dir="auto" className="r-text"><PublishedText text={description} /></div>
				<div data-testid="UserProfileHeader_Items" className="r-items">
					<span data-testid="UserLocation">{location}</span>
					<a data-testid="UserUrl" href="https://t.co/own" role="link">{url.replace(/^https?:\/\//, '')}</a>
					<span data-testid="UserJoinDate">{words.joined}</span>
				</div>
			</div>
			<Feed posts={[...own, ...everyPost].filter(post => post.author === author)} />
		</>
	);
}

function Line({name, label, most}: {name: keyof Profile; label: string; most: number}) {
	const {fields} = useReplica();
	return (
		<label className="r-field">
			<span>{label}</span>
			<input type="text" name={name} maxLength={most} value={fields[name]} onChange={event => setField(name, event.target.value)} />
		</label>
	);
}

function Head() {
	const {fields, language} = useReplica();
	const words = wordsOf(language);
	const ready = fields.displayName.trim() !== '';
	return (
		<>
			<button type="button" data-testid="app-bar-close" aria-label={words.close} onClick={close}>✕</button>
			<h2 id="modal-header" role="heading">{words.edit}</h2>
			<button type="button" className="r-post" data-testid="Profile_Save_Button" disabled={!ready} onClick={saveProfile}>{words.save}</button>
		</>
	);
}

/** The dialog in which one's own profile is edited. */
export function EditProfile() {
	const {fields, language} = useReplica();
	const words = wordsOf(language);
	return (
		<Dialog close={close} head={<Head />}>
			<div className="r-scroll r-fields">
				<Line name="displayName" label={words.name} most={50} />
				<label className="r-field">
					<span>{words.bio}</span>
					<textarea name="description" maxLength={160} rows={3} value={fields.description} onChange={event => setField('description', event.target.value)} />
				</label>
				<Line name="location" label={words.where} most={30} />
				<Line name="url" label={words.url} most={100} />
			</div>
		</Dialog>
	);
}
