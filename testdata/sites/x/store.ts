/** All state of the replica, kept outside React so that a remount loses no text. */
import {useSyncExternalStore} from 'react';
import {type Draft, emptyDraft, nextMount} from './draft.js';
import type {Published} from './posts.js';

export type Theme = 'light' | 'dim' | 'dark';
export type Language = 'en' | 'ar';
/** Where a rich editor stands: the dialog in #layers, the box above the feed, the one below a post, an article, an unknown page. */
export type Place = 'dialog' | 'home' | 'answer' | 'article' | 'jetfuel';

/** What the user says of themselves, by the names of X's inputs. */
export interface Profile {
	displayName: string;
	description: string;
	location: string;
	url: string;
}

/** Plain text fields and what is in them. */
export type Fields = Profile & {message: string; title: string};

export interface Message {
	id: string;
	text: string;
	/** Whose it is; one's own names nobody. */
	from?: string;
	/** ISO 8601. */
	sent: string;
}

export interface State {
	theme: Theme;
	language: Language;
	path: string;
	/** The page that is shown; below a dialog it is the one before. */
	page: string;
	/** Phones get a plain text area instead of the rich editor. */
	phone: boolean;
	tab: 'for-you' | 'following';
	drafts: Record<Place, Draft>;
	fields: Fields;
	profile: Profile;
	/** What the dialog answers or quotes. */
	answering: Published | null;
	quoting: Published | null;
	/** Whose repost menu is open, and where. */
	menu: {post: Published; left: number; top: number} | null;
	/** The chat drawer is open. */
	drawer: boolean;
	/** The question before an article goes out is shown. */
	confirming: boolean;
	liked: number[];
	reposted: number[];
	acts: string[];
	messages: Message[];
	own: Published[];
	toast: string;
	sent: string[][];
	/** Counts re-creations of the whole form. */
	anew: number;
}

const query = new URLSearchParams(location.search);

/** Whether the page was opened as a phone does. */
export const onPhone = query.has('mobile') || /Android|iPhone|Mobile/.test(navigator.userAgent);
/** X may rebuild its editor when a picture is added; off unless asked for. */
export const remountOnMedia = query.has('remount');
/** The feed adds 1,000 nodes a second. */
export const stressed = query.has('stress');
export const handle = 'sample_writer';

const profile: Profile = {
	displayName: 'Sample writer',
	description: 'Desk work, rivers and slow trains 🚂. Views are my own. https://example.org/about',
	location: 'Brussels',
	url: 'https://example.org',
};

/** Empty boxes everywhere, no dialog, menu, drawer or toast: what every form starts from. */
export const blank = () => ({
	drafts: {dialog: emptyDraft(), home: emptyDraft(), answer: emptyDraft(), article: emptyDraft(), jetfuel: emptyDraft()},
	answering: null,
	quoting: null,
	menu: null,
	drawer: false,
	confirming: false,
	toast: '',
	phone: onPhone,
});

/** The page a dialog's address shows below it when it is loaded; null for what is no dialog. */
const underDialog = (path: string): string | null =>
	path.startsWith('/compose/post') ? '/home' : path === '/settings/profile' ? `/${handle}` : null;

let state: State = {
	...blank(),
	theme: (query.get('theme') as Theme) ?? 'light',
	language: (query.get('lang') as Language) ?? 'en',
	path: location.pathname,
	page: underDialog(location.pathname) ?? location.pathname,
	tab: 'for-you',
	fields: {...profile, message: '', title: ''},
	profile,
	liked: [],
	reposted: [],
	acts: [],
	messages: [
		{id: '2f0c8a54-0f6e-4a51-9d7e-6a1f53a0c001', text: 'Lunch by the river at noon?', from: 'river_gauge', sent: '2026-11-20T09:41:00.000Z'},
		{id: '2f0c8a54-0f6e-4a51-9d7e-6a1f53a0c002', text: 'Yes. I bring the plan of the towpath.', sent: '2026-11-20T09:44:00.000Z'},
		{id: '2f0c8a54-0f6e-4a51-9d7e-6a1f53a0c003', text: 'Good. The repair is approved 👍\nPlease tell the crew.', from: 'river_gauge', sent: '2026-11-20T10:02:00.000Z'},
	],
	own: [],
	sent: [],
	anew: 0,
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

export function setField(field: keyof Fields, text: string): void {
	setState({fields: {...state.fields, [field]: text}});
}

export function useReplica(): State {
	return useSyncExternalStore(
		listener => (listeners.add(listener), () => listeners.delete(listener)),
		getState,
	);
}

/** Throws the editor away and makes a new one with the same text. */
export const remount = (place: Place): void => setDraft(place, {mount: nextMount()});

/** Shows what stands at an address, without touching the address. */
export function arrive(path: string): void {
	const composing = path.startsWith('/compose/post');
	setState({
		path,
		page: underDialog(path) ? state.page : path,
		menu: null,
		confirming: false,
		...(!composing && {answering: null, quoting: null}),
		...(path === '/settings/profile' && state.path !== path && {fields: {...state.fields, ...state.profile}}),
	});
}

/** Changes the address the way X does: no page load. */
export function go(path: string): void {
	const target = path === '/' ? '/home' : path.replace('/compose/tweet', '/compose/post');
	history.pushState(null, '', target + location.search);
	arrive(target);
}

/** Leaves a dialog for the page below it. */
export const close = (): void => go(state.page);
