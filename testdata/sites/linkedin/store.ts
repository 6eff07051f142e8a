/** All state of the replica, kept outside React so that a form made anew loses nothing. */
import {useSyncExternalStore} from 'react';
import {formAt, type FormName, formNames, forms} from './forms.js';

export type Theme = 'light' | 'dark';
export type Language = 'en' | 'de';

export interface State {
	form: FormName;
	theme: Theme;
	language: Language;
	/** Counts openings of a form: each begins with empty boxes. */
	opening: number;
	/** Counts forced re-creations, which keep the text. */
	mount: number;
	/** Number of the post whose repost menu is open, 0 for none. */
	menu: number;
	/** Numbers of the posts liked. */
	liked: number[];
	/** A share box whose Post button reads Schedule. */
	scheduled: boolean;
	toast: boolean;
	/** What one's own profile says. */
	headline: string;
	about: string;
	/** One's newest post, which stands above the feed. */
	newest: string;
	sent: string[][];
	acts: string[];
}

const query = new URLSearchParams(location.search);

/** The switches that an address may carry; README.md says what they do. */
export const switches = {
	enterSends: query.get('enter') === 'send',
	menuFar: query.get('menu') === 'far',
	stress: query.has('stress'),
};

function firstForm(): FormName {
	const asked = formNames.find(name => name === query.get('form'));
	if (asked) return asked;
	return query.has('shareActive') ? 'post' : formAt(location.pathname);
}

let state: State = {
	form: firstForm(),
	theme: query.get('theme') === 'dark' ? 'dark' : 'light',
	language: query.get('lang') === 'de' ? 'de' : 'en',
	opening: 1,
	mount: 0,
	menu: 0,
	liked: [],
	scheduled: false,
	toast: false,
	headline: 'Clerk at an example office',
	about: 'I write about bridges and rivers.',
	newest: '',
	sent: [],
	acts: [],
};
const listeners = new Set<() => void>();

export const getState = (): State => state;

export function setState(change: Partial<State>): void {
	state = {...state, ...change};
	for (const listener of listeners) listener();
}

export function useReplica(): State {
	return useSyncExternalStore(
		listener => (listeners.add(listener), () => listeners.delete(listener)),
		getState,
	);
}

function show(form: FormName): void {
	setState({form, opening: state.opening + 1, menu: 0, scheduled: false});
}

/** Opens a form with empty boxes and changes the address without a load. */
export function open(form: FormName): void {
	history.pushState(null, '', forms[form].path + location.search);
	show(form);
}

/** Closes the present form. */
export const leave = (): void => open(forms[state.form].home as FormName);

/** Changes the address the way the site does; /in/me/ leads to one's own profile. */
export function go(path: string): void {
	const target = path.startsWith('/in/me') ? forms.profile.path : path;
	history.pushState(null, '', target + location.search);
	show(formAt(target));
}

export const follow = (): void => show(formAt(location.pathname));

/** Sends what is in the share box, and closes it. */
export function post(text: string): void {
	send([text]);
	setState({newest: text});
	leave();
}

/** Makes all that is shown anew, with the same text. */
export const recreate = (): void => setState({mount: state.mount + 1});

/** Keeps a post for the tests and shows the toast for 4 s. */
export function send(texts: string[]): void {
	setState({sent: [...state.sent, texts], toast: true});
	setTimeout(() => setState({toast: false}), 4000);
}

const act = (name: string, post: number): void => setState({acts: [...state.acts, `${name} ${post}`], menu: 0});

export const repost = (post: number): void => act('repost', post);

/** Likes a post, or takes the like back. */
export function like(post: number): void {
	const liked = state.liked.includes(post);
	act(liked ? 'unlike' : 'like', post);
	setState({liked: liked ? state.liked.filter(one => one !== post) : [...state.liked, post]});
}

/** Choosing a time for a post makes its editor anew, as on the site. */
export function schedule(): void {
	setState({scheduled: !state.scheduled});
	recreate();
}
