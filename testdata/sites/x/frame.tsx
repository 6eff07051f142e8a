/** @jsxImportSource react */
import {type MouseEvent, useEffect} from 'react';
import {Composer} from './composer.js';
import {Feed} from './feed.js';
import {Avatar, Icon} from './icon.js';
import {go, handle, mobile, setState, type Theme, useReplica} from './store.js';
import {wordsOf} from './words.js';

const backgrounds: Record<Theme, string> = {light: 'rgb(255, 255, 255)', dim: 'rgb(21, 32, 43)', dark: 'rgb(0, 0, 0)'};

function follow(event: MouseEvent<HTMLAnchorElement>): void {
	event.preventDefault();
	go(event.currentTarget.pathname);
}

function Banner() {
	const words = wordsOf(useReplica().language);
	return (
		<header role="banner" className="r-banner">
			<nav role="navigation">
				<a href="/home" data-testid="AppTabBar_Home_Link" onClick={follow}><Icon name="home" /><span>{words.home}</span></a>
				<a href={`/${handle}`} role="link" data-testid="AppTabBar_Profile_Link" onClick={follow}><Icon name="profile" /><span>{words.profile}</span></a>
			</nav>
			<a href="/compose/post" className="r-post r-new" data-testid="SideNav_NewTweet_Button" onClick={follow}>{words.post}</a>
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

function Main() {
	const {tab} = useReplica();
	return (
		<main role="main">
			<div data-testid="primaryColumn" className="r-primary">
				<Tabs />
				{/* X throws the inline box away and makes a new one when the tab changes. */}
				{!mobile && <div key={tab} className="r-inline"><Composer place="inline" /></div>}
				<Feed />
			</div>
		</main>
	);
}

function Dialog() {
	const words = wordsOf(useReplica().language);
	return (
		<div className="r-screen">
			<div data-testid="mask" className="r-mask" onClick={() => go('/home')} />
			<div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="r-dialog">
				<div className="r-head">
					<button type="button" data-testid="app-bar-close" aria-label={words.close} onClick={() => go('/home')}>✕</button>
					<h2 id="modal-header" role="heading"> </h2>
					<button type="button" data-testid="unsentButton">{words.drafts}</button>
				</div>
				<Composer place="dialog" />
			</div>
		</div>
	);
}

/** Dialogs and toasts; the element exists only while it holds something, as on X. */
function Layers() {
	const {path, toast, language} = useReplica();
	const words = wordsOf(language);
	const open = path.startsWith('/compose/post');
	if (!open && toast === '') return null;
	return (
		<div id="layers">
			{open && <div><Dialog /></div>}
			{toast !== '' && <div data-testid="toast" role="alert" className="r-toast"><span>{words.sent}</span></div>}
		</div>
	);
}

export function Frame() {
	const {theme, language} = useReplica();
	useEffect(() => {
		document.body.style.backgroundColor = backgrounds[theme];
		document.documentElement.lang = language;
		document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
		document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
	}, [theme, language]);
	// The key makes a theme switch rebuild everything below, as X does.
	return (
		<div>
			<div key={theme} className={`r-app r-${theme}`}>
				<Layers />
				<div className="r-page" data-at-shortcutkeys="{}">
					<Banner />
					<Main />
				</div>
			</div>
		</div>
	);
}
