/** @jsxImportSource react */
import {flushSync} from 'react-dom';
import {createRoot} from 'react-dom/client';
import type {Replica} from '../replica.js';
import {Frame} from './frame.js';
import {hashStyles} from './look.js';
import {boxOf, partOf} from './parts.js';
import {guardedPost} from './published.js';
import {getState, go, nothingOpen, type Opened, setDraft, setState, show} from './store.js';
import {nextLanguage, pathOf, type Theme, type View} from './switches.js';

interface Form extends Partial<Opened> {
	view: View;
}

/** What each form shows; README.md of the folder above describes them. */
const forms: Record<string, Form> = {
	post: {view: 'feed', dialog: 'post'},
	'post-page': {view: 'feed', dialog: 'post', pageFlow: true},
	comment: {view: 'feed', under: 'comment'},
	reply: {view: 'feed', under: 'reply'},
	share: {view: 'feed', dialog: 'share', shared: guardedPost},
	message: {view: 'messages'},
	bio: {view: 'profile', bio: true},
	phone: {view: 'phone', composing: true},
	feed: {view: 'feed'},
	profile: {view: 'profile'},
	'profile-other': {view: 'profile-other'},
	two: {view: 'feed', dialog: 'post', trap: false, under: 'comment', chat: true},
};

function open(name: string): void {
	const form = forms[name];
	if (!form) throw new Error(`replica: form: got ${name}, want one of ${Object.keys(forms).join(', ')}`);
	const {view, ...opened} = form;
	flushSync(() => {
		go(pathOf(view));
		if (opened.bio) setDraft('bio', {text: getState().bioText});
		setState({...nothingOpen, ...opened, mount: getState().mount + 1});
	});
	if (name === 'feed') partOf('like', getState())?.scrollIntoView({block: 'center'});
}

const replica: Replica = {
	open,
	find: part => partOf(part, getState()),
	model: (part = 'box') => boxOf(part, getState())?.text() ?? '',
	sent: () => getState().sent,
	acts: () => getState().acts,
	recreate: () => flushSync(() => setState({mount: getState().mount + 1})),
	go: path => flushSync(() => go(path)),
	path: () => getState().path,
	theme: theme => flushSync(() => setState({theme})),
};

/** The bar works the replica by hand; it is no part of the site. */
function equipBar(): void {
	const select = document.querySelector<HTMLSelectElement>('#replica-form')!;
	select.append(new Option('Form …', ''), ...Object.keys(forms).map(name => new Option(name, name)));
	select.onchange = () => (open(select.value), void (select.value = ''));
	for (const button of document.querySelectorAll<HTMLElement>('#replica-bar [data-theme]')) {
		button.onclick = () => replica.theme(button.dataset.theme as Theme);
	}
	document.getElementById('replica-language')!.onclick = () => setState({language: nextLanguage(getState().language)});
}

// The account that is signed in, as the site tells it.
document.cookie = 'c_user=100012345678901; path=/; secure';
hashStyles();
window.replica = replica;
window.addEventListener('popstate', () => show(location.pathname));
createRoot(document.getElementById('mount_0_0_Zq')!).render(<Frame />);
equipBar();
