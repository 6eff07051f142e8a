/** @jsxImportSource react */
import {createPortal} from 'react-dom';
import {ClassicBox} from './classic-box.js';
import {Bubble} from './message.js';
import {Invite} from './profile.js';
import {ShareDialog} from './share-box.js';
import {useReplica} from './store.js';

/** The shadow root that the new pages show old forms in; its host has no height. */
function openOutlet(): ShadowRoot {
	const root = document.getElementById('interop-outlet')!.attachShadow({mode: 'open'});
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = '/replica/style.css';
	root.append(link);
	return root;
}

const outlet = openOutlet();

function Forms() {
	const {form, opening} = useReplica();
	switch (form) {
		case 'post-shadow': return <ShareDialog key={opening} modal />;
		case 'post-classic': return <ClassicBox key={opening} author="Sample Writer" />;
		case 'repost-classic': return <ClassicBox key={opening} author="Sample Writer" quoting />;
		case 'message-overlay': return <Bubble name="box" focus />;
		case 'two': return <Bubble name="other" focus={false} />;
		case 'invite': return <Invite key={opening} />;
		default: return null;
	}
}

export function Outlet() {
	const {theme, mount} = useReplica();
	return createPortal(<div className={`theme--${theme}`}><Forms key={mount} /></div>, outlet);
}
