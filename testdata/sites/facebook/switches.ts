/** What the address asks for; README.md of the folder above lists the switches. */
const query = new URLSearchParams(location.search);

export type Theme = 'light' | 'dark';
export type Language = 'en' | 'fr' | 'ar';
/** What fills the page: one of the site's routes, or the phone's page. */
export type View = 'feed' | 'messages' | 'profile' | 'profile-other' | 'phone';

const languages: Language[] = ['en', 'fr', 'ar'];

export const firstTheme: Theme = query.get('theme') === 'dark' ? 'dark' : 'light';
export const firstLanguage: Language = languages.find(language => language === query.get('lang')) ?? 'en';
export const nextLanguage = (language: Language): Language => languages[(languages.indexOf(language) + 1) % languages.length] ?? 'en';

/** Whether Ctrl or Cmd with Enter publishes a post; nobody has confirmed it for the real site. */
export const modEnterPosts = query.has('mod-enter');
/** A page's account: its posts go through "Post settings". */
export const isPage = query.has('page');
/** Whether "Next" throws the editor away instead of hiding it. */
export const nextDropsEditor = query.get('next') === 'drop';
/** Emoji in the editor as a picture behind invisible text. */
export const emojiPictures = query.has('emoji');
/** The markup of the old mobile site. */
export const oldPhone = query.get('phone') === 'old';
/** 1,000 nodes a second in the feed. */
export const stress = query.has('stress');

const viewOfHost: Record<string, View> = {'www.messenger.com': 'messages', 'm.facebook.com': 'phone'};

/** What the bare address shows on this host. */
const hostView: View = query.has('phone') ? 'phone' : (viewOfHost[location.hostname] ?? 'feed');

const paths: Record<View, string> = {
	feed: '/home.php',
	messages: '/messages/t/1',
	profile: '/sample.writer',
	'profile-other': '/corner.library',
	phone: '/phone',
};

export const pathOf = (view: View): string => (view === hostView && view !== 'messages' ? '/' : paths[view]);

export function viewOf(path: string): View {
	if (/^\/(messages|t)(\/|$)/.test(path)) return 'messages';
	const view = (Object.keys(paths) as View[]).find(one => paths[one] === path);
	return view ?? (path === '/profile.php' ? 'profile' : hostView);
}
