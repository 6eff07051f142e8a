/** Where the elements are that tests ask for; nothing of this is to be seen in the page. */
import type {RefCallback} from 'react';
import {type BoxName, type State} from './store.js';
import {viewOf} from './switches.js';

/** A box on the page. */
export interface Box {
	element: HTMLElement;
	/** The text as the editor's own model holds it. */
	text(): string;
	clear(): void;
}

export const boxes = new Map<BoxName, Box>();
const elements = new Map<string, HTMLElement>();

/** Notes an element under a name such as `post.send` while it is on the page. */
export const asPart = (name: string): RefCallback<HTMLElement> => element => {
	if (element) elements.set(name, element);
	else elements.delete(name);
};

/** The box that the page is about now. */
export function boxNow(state: State): BoxName | null {
	const view = viewOf(state.path);
	if (state.dialog) return state.dialog;
	if (view === 'messages') return 'message';
	if (view === 'phone') return state.composing ? 'phone' : null;
	if (view === 'profile') return state.bio ? 'bio' : null;
	return state.under ?? (state.chat ? 'chat' : null);
}

/** The second box of the page, if there is one. */
export function otherNow(state: State): BoxName | null {
	if (state.chat && boxNow(state) !== 'chat') return 'chat';
	return state.under === 'reply' && !state.dialog ? 'comment' : null;
}

export function boxOf(part: string, state: State): Box | undefined {
	const name = part === 'box' ? boxNow(state) : part === 'other' ? otherNow(state) : null;
	return name ? boxes.get(name) : undefined;
}

/** The element of a part: `box`, `other`, or a button or file input of either or of the guarded post. */
export function partOf(part: string, state: State): HTMLElement | null {
	if (part === 'box' || part === 'other') return boxOf(part, state)?.element ?? null;
	if (part.startsWith('other-')) return elements.get(`${otherNow(state)}.${part.slice('other-'.length)}`) ?? null;
	const box = boxNow(state);
	return (box && elements.get(`${box}.${part}`)) || elements.get(`feed.${part}`) || null;
}
