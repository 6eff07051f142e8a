/** All state of the replica, kept outside React so that a remount loses no text. */
import {ContentState, EditorState} from 'draft-js';
import {useSyncExternalStore} from 'react';
import {decorator} from './decorator.js';

export type Theme = 'light' | 'dim' | 'dark';
export type Language = 'en' | 'ar';
/** The two places a post is written: the dialog in #layers, and the box above the feed. */
export type Place = 'dialog' | 'inline';

/** What one compose box holds: the posts of a thread, and attached pictures as blob addresses. */
export interface Draft {
	posts: EditorState[];
	media: string[];
	/** Counts forced re-creations of the editor. */
	mount: number;
}

export interface State {
	theme: Theme;
	language: Language;
	path: string;
	tab: 'for-you' | 'following';
	drafts: Record<Place, Draft>;
	toast: string;
	sent: string[][];
}

const query = new URLSearchParams(location.search);

/** Phones get a plain text area instead of the rich editor. */
export const mobile = query.has('mobile') || /Android|iPhone|Mobile/.test(navigator.userAgent);
/** X may rebuild its editor when a picture is added; off unless asked for. */
export const remountOnMedia = query.has('remount');
export const handle = 'sample_writer';

let mounts = 0;

export const emptyPost = (): EditorState => EditorState.createEmpty(decorator);

/** A new draft in a new editor: Draft.js mixes up letters when an empty state is put under it. */
export const emptyDraft = (): Draft => ({posts: [emptyPost()], media: [], mount: ++mounts});

let state: State = {
	theme: (query.get('theme') as Theme) ?? 'light',
	language: (query.get('lang') as Language) ?? 'en',
	path: location.pathname,
	tab: 'for-you',
	drafts: {dialog: emptyDraft(), inline: emptyDraft()},
	toast: '',
	sent: [],
};
const listeners = new Set<() => void>();

export const getState = (): State => state;

export function setState(change: Partial<State>): void {
	state = {...state, ...change};
	for (const listener of listeners) listener();
}

export function setDraft(place: Place, change: Partial<Draft>): void {
	setState({drafts: {...state.drafts, [place]: {...state.drafts[place], ...change}}});
}

export function useReplica(): State {
	return useSyncExternalStore(
		listener => (listeners.add(listener), () => listeners.delete(listener)),
		getState,
	);
}

/** Throws the editor away and makes a new one with the same text. */
export const remount = (place: Place): void => setDraft(place, {mount: ++mounts});

/** Changes the address the way X does: no page load. */
export function go(path: string): void {
	const target = path === '/compose/tweet' ? '/compose/post' : path;
	history.pushState(null, '', target + location.search);
	setState({path: target});
}

export const textOf = (post: EditorState): string => post.getCurrentContent().getPlainText('\n');

export const fromText = (text: string): EditorState =>
	EditorState.createWithContent(ContentState.createFromText(text), decorator);

/** "Posts" a draft: keeps it for the tests, empties the box, shows the toast. */
export function send(place: Place): void {
	const texts = state.drafts[place].posts.map(textOf);
	if (texts.every(text => text.trim() === '')) return;
	setState({
		sent: [...state.sent, texts],
		toast: 'sent',
		drafts: {...state.drafts, [place]: emptyDraft()},
	});
	if (place === 'dialog') go('/home');
	setTimeout(() => setState({toast: ''}), 4000);
}
