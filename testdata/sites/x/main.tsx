/** @jsxImportSource react */
import {createRoot} from 'react-dom/client';
import type {Replica} from '../replica.js';
import {emptyDraft, textOf} from './draft.js';
import {formNow, open, textNow} from './forms.js';
import {Frame} from './frame.js';
import {arrive, getState, go, type Language, remount, setDraft, setState, type State, type Theme} from './store.js';

/** What X's replica offers beyond the common; `(window.replica as XReplica)` where a test needs it. */
export interface XReplica extends Replica {
	/** The common parts, or which post of the thread. */
	model(part?: string | number): string;
	/** The text of each post of the thread. */
	models(): string[];
	theme(theme: Theme): void;
	language(language: Language): void;
	tab(tab: State['tab']): void;
	/** Empties the box that is shown. */
	clear(): void;
	/** Makes the editor alone anew, with the same text. */
	remount(): void;
}

const placeNow = () => formNow().place ?? 'home';

const replica: XReplica = {
	open,
	find: part => document.querySelector<HTMLElement>(formNow().parts[part] ?? ':not(*)'),
	models: () => getState().drafts[placeNow()].posts.map(textOf),
	model: (part = 'box') => (typeof part === 'number' ? (replica.models()[part] ?? '') : textNow(part)),
	sent: () => getState().sent,
	acts: () => getState().acts,
	recreate: () => setState({anew: getState().anew + 1}),
	go,
	path: () => getState().path,
	theme: theme => setState({theme}),
	language: language => setState({language}),
	tab: tab => setState({tab}),
	clear: () => setDraft(placeNow(), emptyDraft()),
	remount: () => remount(placeNow()),
};

window.replica = replica;
const {pathname, search} = location;
if (pathname === '/' || pathname === '/compose/tweet') {
	const target = pathname === '/' ? '/home' : '/compose/post';
	history.replaceState(null, '', target + search);
	arrive(target);
}
window.addEventListener('popstate', () => arrive(location.pathname));
createRoot(document.getElementById('react-root')!).render(<Frame />);
for (const button of document.querySelectorAll<HTMLElement>('#replica-bar [data-theme]')) {
	button.onclick = () => replica.theme(button.dataset.theme as Theme);
}
document.getElementById('replica-language')!.onclick = () =>
	replica.language(getState().language === 'en' ? 'ar' : 'en');
