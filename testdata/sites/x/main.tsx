/** @jsxImportSource react */
import {createRoot} from 'react-dom/client';
import {Frame} from './frame.js';
import {emptyDraft, getState, go, type Language, type Place, remount, setDraft, setState, textOf, type Theme} from './store.js';

const placeNow = (): Place => (getState().path.startsWith('/compose/post') ? 'dialog' : 'inline');

/** What the tests read and switch; a real page has nothing of the kind. */
const replica = {
	/** The text as the editor's own model holds it, one string a post of the thread. */
	models: (): string[] => getState().drafts[placeNow()].posts.map(textOf),
	model: (index = 0): string => replica.models()[index] ?? '',
	sent: (): string[][] => getState().sent,
	path: (): string => getState().path,
	go,
	theme: (theme: Theme) => setState({theme}),
	language: (language: Language) => setState({language}),
	tab: (tab: 'for-you' | 'following') => setState({tab}),
	clear: () => setDraft(placeNow(), emptyDraft()),
	remount: () => remount(placeNow()),
};

declare global {
	interface Window {
		replica: typeof replica;
	}
}

window.replica = replica;
if (location.pathname === '/compose/tweet' || location.pathname === '/') {
	const target = location.pathname === '/' ? '/home' : '/compose/post';
	history.replaceState(null, '', target + location.search);
	setState({path: target});
}
window.addEventListener('popstate', () => setState({path: location.pathname}));
createRoot(document.getElementById('react-root')!).render(<Frame />);
for (const button of document.querySelectorAll<HTMLElement>('#replica-bar [data-theme]')) {
	button.onclick = () => replica.theme(button.dataset.theme as Theme);
}
document.getElementById('replica-language')!.onclick = () =>
	replica.language(getState().language === 'en' ? 'ar' : 'en');
