/** @jsxImportSource react */
import {type MouseEvent, useEffect} from 'react';
import {Article} from './article.js';
import {Conversation, Drawer} from './chat.js';
import {Composer} from './composer.js';
import {Dialog} from './dialog.js';
import {Feed} from './feed.js';
import {Avatar, Icon} from './icon.js';
import {Jetfuel} from './jetfuel.js';
import {ArticlePage, ConfirmPublish} from './longform.js';
import {RepostMenu} from './menu.js';
import {everyPost, feeds, harmless, permalinkOf} from './posts.js';
import {EditProfile, ProfilePage} from './profile.js';
import {close, go, handle, setState, type Theme, useReplica} from './store.js';
import {wordsOf} from './words.js';

const backgrounds: Record<Theme, string> = {light: 'rgb(255, 255, 255)', dim: 'rgb(21, 32, 43)', dark: 'rgb(0, 0, 0)'};

/** Links change the address without a load; those to other hosts lead nowhere here. */
function follow(event: MouseEvent): void {
	const link = (event.target as Element).closest('a');
	if (!link || event.defaultPrevented) return;
	event.preventDefault();
	if (link.host === location.host) go(link.pathname);
}

function Banner() {
	const words = wordsOf(useReplica().language);
	return (
		<header role="banner" className="r-banner">
			<nav role="navigation">
				<a href="/home" data-testid="AppTabBar_Home_Link"><Icon name="home" /><span>{words.home}</span></a>
				<a href="/i/chat/1" data-testid="AppTabBar_DirectMessage_Link"><Icon name="chat" /><span>{words.chat}</span></a>
				<a href="/compose/articles/edit/1" aria-label={words.articles}><Icon name="articles" /><span>{words.articles}</span></a>
				<a href={`/${handle}`} role="link" data-testid="AppTabBar_Profile_Link"><Icon name="profile" /><span>{words.profile}</span></a>
			</nav>
			<a href="/compose/post" className="r-post r-new" data-testid="SideNav_NewTweet_Button">{words.post}</a>
			<button type="button" className="r-account" data-testid="SideNav_AccountSwitcher_Button" aria-label="Sample writer">
				<Avatar handle={handle} /><span>Sample writer<br /><small>@{handle}</small></span>
			</button>
		</header>
	);
}

function Tabs() {
	const {tab, language} = useReplica();
	const words = wordsOf(language);
	const names = {'for-you': words.forYou, following: words.following};
	return (
		<div role="tablist" className="r-tabs">
			{(['for-you', 'following'] as const).map(name => (
				<button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setState({tab: name})}>{names[name]}</button>
			))}
		</div>
	);
}

function Home() {
	const {tab, own, phone} = useReplica();
	return (
		<>
			<Tabs />
			{/* X throws the inline box away and makes a new one when the tab changes. */}
			{!phone && <div key={tab} className="r-inline"><Composer place="home" /></div>}
			<Feed posts={[...own, ...feeds[tab]]} />
		</>
	);
}

/** The page of one post, with a box for an answer below it. */
function Permalink({path}: {path: string}) {
	const post = everyPost.find(one => permalinkOf(one) === path) ?? harmless;
	return (
		<>
			<Article post={post} />
			<div className="r-inline"><Composer place="answer" /></div>
		</>
	);
}

function Column({page}: {page: string}) {
	if (/\/status\/\d+/.test(page)) return <Permalink path={page} />;
	if (page === '/home') return <Home />;
	return <ProfilePage author={page.split('/')[1] ?? ''} />;
}

function Main() {
	const {page, anew} = useReplica();
	if (page.startsWith('/i/chat')) return <main key={anew} role="main"><Conversation /></main>;
	if (page.startsWith('/i/jf')) return <main key={anew} role="main"><Jetfuel /></main>;
	if (page.startsWith('/compose/articles')) return <main key={anew} role="main"><ArticlePage /></main>;
	return (
		<main key={anew} role="main">
			<div data-testid="primaryColumn" className="r-primary"><Column page={page} /></div>
		</main>
	);
}

function PostDialog() {
	const words = wordsOf(useReplica().language);
	const head = (
		<>
			<button type="button" data-testid="app-bar-close" aria-label={words.close} onClick={close}>✕</button>
			<h2 id="modal-header" role="heading"> </h2>
			<button type="button" data-testid="unsentButton">{words.drafts}</button>
		</>
	);
	return <Dialog close={close} head={head}><Composer place="dialog" /></Dialog>;
}

function Layer() {
	const {path, menu, confirming} = useReplica();
	if (path.startsWith('/compose/post')) return <PostDialog />;
	if (path === '/settings/profile') return <EditProfile />;
	if (confirming) return <ConfirmPublish />;
	return menu ? <RepostMenu /> : null;
}

/** Dialogs, menus and toasts; the element exists only while it holds something, as on X. */
function Layers() {
	const {path, menu, confirming, toast, language, anew} = useReplica();
	const open = path.startsWith('/compose/post') || path === '/settings/profile' || confirming || menu;
	if (!open && toast === '') return null;
	return (
		<div id="layers">
			{open && <div key={anew}><Layer /></div>}
			{toast !== '' && <div data-testid="toast" role="alert" className="r-toast"><span>{wordsOf(language).sent}</span></div>}
		</div>
	);
}

export function Frame() {
	const {theme, language, drawer, anew} = useReplica();
	useEffect(() => {
		document.body.style.backgroundColor = backgrounds[theme];
		document.documentElement.lang = language;
		document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
		document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
	}, [theme, language]);
	// The key makes a theme switch rebuild everything below, as X does.
	return (
		<div>
			<div key={theme} className={`r-app r-${theme}`} onClick={follow}>
				<Layers />
				<div className="r-page" data-at-shortcutkeys="{}">
					<Banner />
					<Main />
				</div>
				{drawer && <Drawer key={anew} />}
			</div>
		</div>
	);
}
