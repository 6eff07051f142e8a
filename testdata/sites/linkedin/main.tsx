/** @jsxImportSource react */
import {createRoot} from 'react-dom/client';
import type {Replica} from '../replica.js';
import {type BoxName, findPart, textOf} from './boxes.js';
import {type FormName, formNames, forms} from './forms.js';
import {Frame} from './frame.js';
import {follow, getState, go, open, recreate, setState, type Theme} from './store.js';

/** The site's policy allows few names of Trusted Types policies; by the one named default all libraries can write markup. */
function allowMarkup(): void {
	const {trustedTypes} = window as {trustedTypes?: {createPolicy(name: string, rules: object): unknown}};
	const same = (text: string) => text;
	trustedTypes?.createPolicy('default', {createHTML: same, createScript: same, createScriptURL: same});
}

function openForm(form: string): void {
	if (!formNames.includes(form as FormName)) throw new Error(`replica: form: got ${form}, want one of ${formNames.join(', ')}`);
	if (form === 'profile') go('/in/me/');
	else open(form as FormName);
}

const replica: Replica = {
	open: openForm,
	find: findPart,
	model: (name = 'box') => textOf(name as BoxName),
	sent: () => getState().sent,
	acts: () => getState().acts,
	recreate,
	go,
	path: () => location.pathname,
	theme: theme => setState({theme}),
};

function fillBar(): void {
	const choice = document.querySelector<HTMLSelectElement>('#replica-form')!;
	choice.append(new Option('Form …', ''), ...formNames.map(name => new Option(name)));
	choice.onchange = () => openForm(choice.value);
	for (const button of document.querySelectorAll<HTMLElement>('#replica-bar [data-theme]')) {
		button.onclick = () => replica.theme(button.dataset.theme as Theme);
	}
	document.getElementById('replica-language')!.onclick = () => setState({language: getState().language === 'en' ? 'de' : 'en'});
}

allowMarkup();
window.replica = replica;
if (['/', '/in/me/'].includes(location.pathname)) {
	const target = location.pathname === '/' ? forms.feed.path : forms.profile.path;
	history.replaceState(null, '', target + location.search);
	if (target === forms.profile.path) setState({form: 'profile'});
}
window.addEventListener('popstate', follow);
createRoot(document.getElementById('root')!).render(<Frame />);
fillBar();
