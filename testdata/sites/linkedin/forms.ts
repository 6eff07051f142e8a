/** Every form of the replica, the page it belongs to and its address. */

/** A page's frame: the new ones have hashed classes, permalink, company and messaging are of the older make. */
export type PageName = 'feed' | 'permalink' | 'company' | 'messaging' | 'article' | 'profile' | 'person';

interface Form {
	page: PageName;
	path: string;
	/** The form that is shown when this one is closed; itself where it cannot be closed. */
	home: string;
}

const own = '/in/sample-writer/';

/** The first form with an address is the one that the address opens. */
export const forms = {
	feed: {page: 'feed', path: '/feed/', home: 'feed'},
	post: {page: 'feed', path: '/sharing/compose/', home: 'feed'},
	'post-open': {page: 'feed', path: '/feed/', home: 'feed'},
	'post-shadow': {page: 'feed', path: '/feed/', home: 'feed'},
	'post-classic': {page: 'feed', path: '/feed/', home: 'feed'},
	'post-light': {page: 'feed', path: '/feed/', home: 'feed'},
	'post-page': {page: 'company', path: '/company/1000001/admin/page-posts/published/', home: 'company'},
	company: {page: 'company', path: '/company/1000001/admin/page-posts/published/', home: 'company'},
	repost: {page: 'feed', path: '/feed/', home: 'feed'},
	'repost-classic': {page: 'feed', path: '/feed/', home: 'feed'},
	comment: {page: 'feed', path: '/feed/', home: 'feed'},
	reply: {page: 'feed', path: '/feed/', home: 'feed'},
	'comment-classic': {page: 'permalink', path: '/feed/update/urn:li:activity:7000000000000000001/', home: 'comment-classic'},
	message: {page: 'messaging', path: '/messaging/thread/2-sample/', home: 'message'},
	'message-overlay': {page: 'feed', path: '/feed/', home: 'feed'},
	two: {page: 'feed', path: '/feed/', home: 'feed'},
	article: {page: 'article', path: '/article/new/', home: 'article'},
	profile: {page: 'profile', path: own, home: 'profile'},
	'profile-other': {page: 'person', path: '/in/example-person/', home: 'profile-other'},
	headline: {page: 'profile', path: `${own}edit/forms/intro/new/`, home: 'profile'},
	about: {page: 'profile', path: `${own}edit/forms/summary/new/`, home: 'profile'},
	'about-classic': {page: 'profile', path: `${own}edit/forms/summary/new/`, home: 'profile'},
	invite: {page: 'person', path: '/in/example-person/', home: 'profile-other'},
} satisfies Record<string, Form>;

export type FormName = keyof typeof forms;

export const formNames = Object.keys(forms) as FormName[];

export const pageOf = (form: FormName): PageName => forms[form].page;

/** The form that an address opens, the feed for unknown ones. */
export const formAt = (path: string): FormName => formNames.find(name => forms[name].path === path) ?? 'feed';
