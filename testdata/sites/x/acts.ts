/** What a press of a button does: posting, sending, saving, liking, reposting. */
import {emptyDraft, textOf} from './draft.js';
import type {Published} from './posts.js';
import {close, getState, handle, type Place, setField, setState} from './store.js';

const toastShowsMs = 4000;

/** Keeps what was sent for the tests, and says so as X does. */
function keep(texts: string[]): void {
	setState({sent: [...getState().sent, texts], toast: 'sent'});
	setTimeout(() => setState({toast: ''}), toastShowsMs);
}

function publishOwn(text: string, quotes: Published | null): void {
	const {own} = getState();
	setState({own: [{id: 1000 + own.length, author: handle, name: 'Sample writer', ago: 'now', text, ...(quotes && {quotes})}, ...own]});
}

const withNew = (place: Place) => ({drafts: {...getState().drafts, [place]: emptyDraft()}});

/** Posts what a composer holds, if anything. */
export function send(place: Place): void {
	const {drafts, quoting} = getState();
	const texts = drafts[place].posts.map(textOf);
	if (texts.every(text => text.trim() === '')) return;
	keep(texts);
	setState(withNew(place));
	publishOwn(texts.join('\n\n'), place === 'dialog' ? quoting : null);
	if (place === 'dialog') close();
}

/** Sends the chat message, if there is one. */
export function sendMessage(): void {
	const {fields, messages, sent} = getState();
	const text = fields.message;
	if (text.trim() === '') return;
	setState({messages: [...messages, {id: crypto.randomUUID(), text, sent: new Date().toISOString()}], sent: [...sent, [text]]});
	setField('message', '');
}

/** Publishes the article as title and body. */
export function publish(): void {
	const {fields, drafts} = getState();
	keep([fields.title, ...drafts.article.posts.map(textOf)]);
	setState({...withNew('article'), fields: {...fields, title: ''}, confirming: false});
}

/** Saves the profile as name, bio, location and address. */
export function saveProfile(): void {
	const {displayName, description, location, url} = getState().fields;
	setState({profile: {displayName, description, location, url}, sent: [...getState().sent, [displayName, description, location, url]]});
	close();
}

const toggled = (list: number[], id: number): number[] => (list.includes(id) ? list.filter(one => one !== id) : [...list, id]);

export function like({id}: Published): void {
	const {liked, acts} = getState();
	setState({liked: toggled(liked, id), acts: [...acts, `${liked.includes(id) ? 'unlike' : 'like'} ${id}`]});
}

export function repost({id}: Published): void {
	const {reposted, acts} = getState();
	setState({reposted: toggled(reposted, id), acts: [...acts, `${reposted.includes(id) ? 'unrepost' : 'repost'} ${id}`], menu: null});
}
