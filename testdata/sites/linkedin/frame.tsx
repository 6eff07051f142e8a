/** @jsxImportSource react */
import {type MouseEvent, type ReactNode, useLayoutEffect} from 'react';
import {Article} from './article.js';
import {part} from './boxes.js';
import {ClassicBox} from './classic-box.js';
import {Permalink} from './comments.js';
import {Feed} from './feed.js';
import {type PageName, pageOf} from './forms.js';
import {Portrait} from './icon.js';
import {look} from './looks.js';
import {Messaging} from './message.js';
import {Outlet} from './outlet.js';
import {ClassicAbout, EditForm, Profile} from './profile.js';
import {ShareDialog} from './share-box.js';
import {go, open, useReplica} from './store.js';
import {wordsOf} from './words.js';

const olderPages: PageName[] = ['permalink', 'company', 'messaging', 'article'];

/** Follows a link within the site without a load. */
function follow(event: MouseEvent): void {
	const link = (event.target as Element).closest('a');
	if (event.defaultPrevented || !link || link.origin !== location.origin) return;
	event.preventDefault();
	if (link.getAttribute('href') !== '#') go(link.pathname);
}

function Links() {
	const words = wordsOf(useReplica().language);
	return (
		<>
			<a href="/feed/">{words.home}</a>
			<a href="/messaging/thread/2-sample/">{words.messaging}</a>
			<a href="/article/new/">{words.article}</a>
			<a href="/in/me/">{words.me}</a>
		</>
	);
}

function Company() {
	const words = wordsOf(useReplica().language);
	return (
		<div className="org-admin">
			<h1>Example Agency</h1>
			<button type="button" className="artdeco-button artdeco-button--primary" ref={part('start')} onClick={() => open('post-page')}><span className="artdeco-button__text">{words.start}</span></button>
			<p>{words.published}</p>
		</div>
	);
}

const pages: Record<PageName, () => ReactNode> = {
	feed: () => <Feed />,
	permalink: () => <Permalink />,
	company: () => <Company />,
	messaging: () => <Messaging />,
	article: () => <Article />,
	profile: () => <Profile own />,
	person: () => <Profile own={false} />,
};

/** The dialogs that stand in the document itself. */
function Dialogs() {
	const {form, opening} = useReplica();
	switch (form) {
		case 'post': return <ShareDialog key={opening} modal />;
		case 'post-open': return <ShareDialog key={opening} modal={false} />;
		case 'repost': return <ShareDialog key={opening} modal quoting />;
		case 'post-light': return <ClassicBox key={opening} author="Sample Writer" />;
		case 'post-page': return <ClassicBox key={opening} author="Example Agency" />;
		case 'headline': return <EditForm key={opening} about={false} />;
		case 'about': return <EditForm key={opening} about />;
		case 'about-classic': return <ClassicAbout key={opening} />;
		default: return null;
	}
}

function OlderFrame({children}: {children: ReactNode}) {
	return (
		<>
			<header id="global-nav" className="global-nav">
				<img className="global-nav__me-photo" alt="Sample Writer" width={24} height={24} src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" />
				<nav><Links /></nav>
			</header>
			<main className="scaffold-layout">{children}</main>
		</>
	);
}

function NewFrame({children}: {children: ReactNode}) {
	return (
		<>
			<header className={look.header}><nav data-testid="primary-nav" className={look.nav}><Links /></nav></header>
			<div className={look.page}>
				<aside className={look.rail}><a href="/in/sample-writer/" className={look.author}><Portrait size={48} /><span><b>Sample Writer</b></span></a></aside>
				<main>{children}</main>
			</div>
		</>
	);
}

function Toast() {
	const words = wordsOf(useReplica().language);
	return <div role="alert" className="artdeco-toast-item"><p>{words.sent}</p></div>;
}

/** New and older pages have different roots; the theme is a class of the document. */
function useDocument(older: boolean): void {
	const {theme, language} = useReplica();
	useLayoutEffect(() => {
		const root = document.querySelector('#root, .application-outlet')!;
		root.id = older ? '' : 'root';
		root.className = older ? 'application-outlet' : '';
		document.documentElement.className = theme === 'dark' ? look.dark : look.light;
		document.documentElement.lang = language;
	}, [older, theme, language]);
}

export function Frame() {
	const {form, mount, toast} = useReplica();
	const page = pageOf(form);
	const older = olderPages.includes(page);
	useDocument(older);
	const Around = older ? OlderFrame : NewFrame;
	return (
		<div onClick={follow}>
			<div key={mount}>
				<Around>{pages[page]()}</Around>
				<Dialogs />
			</div>
			{toast && <Toast />}
			<Outlet />
		</div>
	);
}
