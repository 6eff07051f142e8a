/** @jsxImportSource react */
import {type MouseEvent, type ReactNode, useEffect, useRef} from 'react';
import {createPortal} from 'react-dom';
import {openShare, shareNow} from './acts.js';
import {Feed, Trigger} from './feed.js';
import {look} from './look.js';
import {ChatPopUp, Messages} from './messenger.js';
import {Avatar, Pressable} from './pieces.js';
import {Phone} from './phone.js';
import {PostDialog, ShareDialog} from './post.js';
import {OtherProfile, OwnProfile} from './profile.js';
import {guardedPost} from './published.js';
import {go, setState, useReplica, useWords, viewNow} from './store.js';
import {pathOf, type View} from './switches.js';

function Link({to, label, children}: {to: View; label?: string; children: ReactNode}) {
	const follow = (event: MouseEvent) => {
		event.preventDefault();
		go(pathOf(to));
	};
	return <a role="link" href={pathOf(to)} {...(label && {'aria-label': label})} onClick={follow}>{children}</a>;
}

function Banner() {
	const words = useWords();
	return (
		<>
			<div role="banner" className={look('banner')}>
				<Link to="feed" label={words.home}>{words.home}</Link>
				<Link to="messages" label="Messenger">Messenger</Link>
				<Link to="profile" label={words.profile}><Avatar name="Sample Writer" /></Link>
			</div>
			<div role="navigation" className={look('navigation')}>
				<Link to="profile"><Avatar name="Sample Writer" />Sample Writer</Link>
				<Link to="profile-other"><Avatar name="Corner Library" />Corner Library</Link>
			</div>
		</>
	);
}

/** Closes when anything outside it is pressed. */
function ShareMenu({id}: {id: number}) {
	const words = useWords();
	const menu = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const close = (event: Event) => {
			const target = event.target as Element;
			if (!menu.current?.contains(target) && !target.closest('[aria-haspopup=menu]')) setState({menu: null});
		};
		const press = (event: KeyboardEvent) => void (event.key === 'Escape' && setState({menu: null}));
		document.addEventListener('mousedown', close);
		document.addEventListener('keydown', press);
		return () => {
			document.removeEventListener('mousedown', close);
			document.removeEventListener('keydown', press);
		};
	}, []);
	const rect = document.getElementById(`share-${id}`)?.getBoundingClientRect();
	const part = (name: string) => (id === guardedPost ? {part: `feed.${name}`} : {});
	return createPortal(
		<div ref={menu} role="menu" className={look('menu')} style={{left: Math.max(8, (rect?.right ?? 240) - 240), top: (rect?.top ?? 150) - 96}}>
			<Pressable role="menuitem" kind="item" {...part('repost')} run={() => shareNow(id)}><span>{words.shareNow}</span></Pressable>
			<Pressable role="menuitem" kind="item" {...part('quote')} run={() => openShare(id)}><span>{words.shareToFeed}</span></Pressable>
		</div>,
		document.body,
	);
}

function Main() {
	const view = viewNow();
	if (view === 'messages') return <Messages />;
	if (view === 'profile') return <OwnProfile />;
	if (view === 'profile-other') return <OtherProfile />;
	return <div role="main" className={look('main')}><Trigger /><Feed /></div>;
}

function Layers() {
	const words = useWords();
	const {chat, dialog, menu, mount, toast} = useReplica();
	return (
		<>
			{dialog === 'post' && <PostDialog key={mount} />}
			{dialog === 'share' && <ShareDialog key={mount} />}
			{menu !== null && <ShareMenu id={menu} />}
			{chat && createPortal(<ChatPopUp />, document.body)}
			{toast && <div role="alert" className={look('toast')}>{words.shared}</div>}
		</>
	);
}

function usePage(): void {
	const {theme, language} = useReplica();
	useEffect(() => {
		const root = document.documentElement;
		root.className = theme === 'dark' ? '__fb-dark-mode' : '__fb-light-mode';
		root.lang = language;
		root.dir = language === 'ar' ? 'rtl' : 'ltr';
	}, [theme, language]);
}

export function Frame() {
	useReplica();
	usePage();
	if (viewNow() === 'phone') return <Phone />;
	return (
		<div>
			<Banner />
			<div className={look('page-frame')}><Main /></div>
			<Layers />
		</div>
	);
}
