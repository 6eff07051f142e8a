/** All state of the replica, kept outside React so that a remount loses no text. */
import {useSyncExternalStore} from 'react';
import {firstPosts, type Published} from './published.js';
import {firstLanguage, firstTheme, type Language, type Theme, type View, viewOf} from './switches.js';
import {type Words, wordsOf} from './words.js';

/** Every place that text is written in. */
export const boxNames = ['post', 'share', 'comment', 'reply', 'message', 'chat', 'bio', 'phone'] as const;
export type BoxName = (typeof boxNames)[number];

/** What one box holds: its text, and attached pictures as blob addresses. */
export interface Draft {
	text: string;
	media: string[];
}

/** What lies open over or in the page. */
export interface Opened {
	dialog: 'post' | 'share' | null;
	/** Whether the post dialog leads through "Next". */
	pageFlow: boolean;
	/** Whether it has come to "Post settings". */
	settings: boolean;
	/** Whether the dialog keeps the focus. */
	trap: boolean;
	/** What is written under the first post. */
	under: 'comment' | 'reply' | null;
	chat: boolean;
	/** Whether the bio is being edited. */
	bio: boolean;
	/** Whether the phone's full-screen composer is open. */
	composing: boolean;
	/** The post whose share menu is open. */
	menu: number | null;
	/** The post in the share dialog. */
	shared: number;
}

/** A message of the conversation. */
export interface Message {
	text: string;
	own: boolean;
}

export interface State extends Opened {
	theme: Theme;
	language: Language;
	path: string;
	drafts: Record<BoxName, Draft>;
	/** Counts forced re-creations of the forms. */
	mount: number;
	posts: Published[];
	comments: string[];
	messages: Message[];
	bioText: string;
	liked: number[];
	toast: boolean;
	sent: string[][];
	acts: string[];
}

export const nothingOpen: Opened = {
	dialog: null, pageFlow: false, settings: false, trap: true, under: null, chat: false, bio: false, composing: false, menu: null, shared: 0,
};

export const emptyDraft = (): Draft => ({text: '', media: []});

export const emptyDrafts = (): Record<BoxName, Draft> =>
	Object.fromEntries(boxNames.map(name => [name, emptyDraft()])) as Record<BoxName, Draft>;

let state: State = {
	...nothingOpen,
	theme: firstTheme,
	language: firstLanguage,
	path: location.pathname,
	drafts: emptyDrafts(),
	mount: 0,
	posts: firstPosts,
	comments: [],
	messages: [
		{text: 'Your book is ready to be picked up.', own: false},
		{text: 'Thank you. I come for it on Friday.', own: true},
		{text: 'The hall is yours from six, as agreed.', own: false},
	],
	bioText: '',
	liked: [],
	toast: false,
	sent: [],
	acts: [],
};
const listeners = new Set<() => void>();

export const getState = (): State => state;

export function setState(change: Partial<State>): void {
	state = {...state, ...change};
	for (const listener of listeners) listener();
}

export function setDraft(box: BoxName, change: Partial<Draft>): void {
	setState({drafts: {...state.drafts, [box]: {...state.drafts[box], ...change}}});
}

function listen(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export const useReplica = (): State => useSyncExternalStore(listen, getState);

export const useWords = (): Words => wordsOf(useReplica().language);

export const viewNow = (): View => viewOf(state.path);

/** Shows another page; what lay over the old one is gone, and what was written with it. */
export const show = (path: string): void => setState({...nothingOpen, drafts: emptyDrafts(), path});

/** Changes the address the way Facebook does, without a load. */
export function go(path: string): void {
	if (path !== state.path) history.pushState(null, '', path + location.search);
	show(path);
}
