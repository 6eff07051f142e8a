/** What tests call the forms of X, how each is shown, and where its parts are. */
import {emptyDraft, textOf} from './draft.js';
import {guarded, harmless, permalinkOf} from './posts.js';
import {blank, type Fields, getState, go, handle, type Place, setState, type State} from './store.js';

export interface Form {
	path: string;
	/** The page below, where it matters. */
	page?: string;
	/** What differs from blank. */
	set?: () => Partial<State>;
	/** The rich editor that `box` and `other` stand for. */
	place?: Place;
	/** Plain fields, by the part they stand for. */
	fields?: Record<string, keyof Fields>;
	/** Selectors of its parts. */
	parts: Record<string, string>;
}

const composerIn = (scope: string, button: string) => ({
	box: `${scope} [data-testid=tweetTextarea_0]`,
	other: `${scope} [data-testid=tweetTextarea_1]`,
	send: `${scope} [data-testid=${button}]`,
	media: `${scope} [data-testid=fileInput]`,
	add: `${scope} [data-testid=addButton]`,
});

const conversationIn = (scope: string) => ({
	box: `${scope} [data-testid=dm-composer-textarea]`,
	send: `${scope} [data-testid=dm-composer-send-button]`,
	media: `${scope} [data-testid=dm-composer-file-input]`,
});

const dialog = '#layers [role=dialog]';
const post = `main article:has(a[href="${permalinkOf(guarded)}"])`;
const feed = {
	like: `${post} [data-testid$=like]`,
	repost: `${post} [data-testid$=retweet]`,
	reply: `${post} [data-testid=reply]`,
	'repost-now': '[role=menu] [data-testid$=retweetConfirm]',
	quote: '[role=menu] a[href="/compose/post"]',
	more: 'main [data-testid=tweet-text-show-more-link]',
};
const drawer = conversationIn('[data-testid=chat-drawer-root]');
const inDialog = {path: '/compose/post', place: 'dialog', parts: composerIn(dialog, 'tweetButton')} as const;
const home = {path: '/home', place: 'home', parts: {...composerIn('main', 'tweetButtonInline'), ...feed}} as const;
const profileParts = {edit: '[data-testid=editProfileButton]', description: '[data-testid=UserDescription]'};

export const forms = {
	post: inDialog,
	thread: {...inDialog, set: () => ({drafts: {...blank().drafts, dialog: emptyDraft(2)}})},
	reply: {...inDialog, set: () => ({answering: harmless})},
	quote: {...inDialog, set: () => ({quoting: harmless})},
	phone: {...inDialog, set: () => ({phone: true})},
	home,
	feed: home,
	'reply-inline': {path: permalinkOf(harmless), place: 'answer', parts: composerIn('main', 'tweetButtonInline')},
	two: {
		...home,
		set: () => ({drawer: true}),
		fields: {other: 'message'},
		parts: {...home.parts, other: drawer.box, 'other-send': drawer.send},
	},
	chat: {path: '/i/chat/1', fields: {box: 'message'}, parts: conversationIn('main')},
	drawer: {path: '/corner_library', set: () => ({drawer: true}), fields: {box: 'message'}, parts: drawer},
	article: {
		path: '/compose/articles/edit/1',
		place: 'article',
		fields: {title: 'title'},
		parts: {
			box: 'main [data-testid=composer] [contenteditable=true]',
			title: 'main .r-title',
			send: 'main .r-publish',
			confirm: `${dialog} .r-post`,
		},
	},
	bio: {
		path: '/settings/profile',
		page: `/${handle}`,
		fields: {box: 'description', title: 'displayName', location: 'location', url: 'url'},
		parts: {
			box: `${dialog} [name=description]`,
			title: `${dialog} [name=displayName]`,
			location: `${dialog} [name=location]`,
			url: `${dialog} [name=url]`,
			send: `${dialog} [data-testid=Profile_Save_Button]`,
		},
	},
	profile: {path: `/${handle}`, parts: profileParts},
	'profile-other': {path: '/river_gauge', parts: profileParts},
	jetfuel: {path: '/i/jf/compose', place: 'jetfuel', parts: {box: 'main .jf-element [contenteditable=true]', send: 'main button.jf-element'}},
} satisfies Record<string, Form>;

export type FormName = keyof typeof forms;

/** Shows a form with nothing written in it. */
export function open(name: string): void {
	if (!(name in forms)) throw new Error(`form: got ${name}, want one of ${Object.keys(forms).join(' ')}`);
	const form: Form = forms[name as FormName];
	const {profile} = getState();
	setState({page: form.page ?? '/home', ...blank(), fields: {...profile, message: '', title: ''}});
	go(form.path);
	setState(form.set?.() ?? {});
}

function dialogNow({quoting, answering, phone, drafts}: State): FormName {
	if (quoting) return 'quote';
	if (answering) return 'reply';
	if (drafts.dialog.posts.length > 1) return 'thread';
	return phone ? 'phone' : 'post';
}

/** The name of the form that is shown now, however it came about. */
export function nameNow(): FormName {
	const state = getState();
	const {path, drawer} = state;
	if (path.startsWith('/compose/post')) return dialogNow(state);
	if (path.startsWith('/compose/articles')) return 'article';
	if (path === '/settings/profile') return 'bio';
	if (path.startsWith('/i/chat')) return 'chat';
	if (path.startsWith('/i/jf')) return 'jetfuel';
	if (path === '/home') return drawer ? 'two' : 'home';
	if (drawer) return 'drawer';
	if (/\/status\/\d+/.test(path)) return 'reply-inline';
	return path === `/${handle}` ? 'profile' : 'profile-other';
}

export const formNow = (): Form => forms[nameNow()];

/** The text of a part as the page itself holds it. */
export function textNow(part: string): string {
	const {place, fields} = formNow();
	const {drafts, fields: texts} = getState();
	const field = fields?.[part];
	if (field) return texts[field];
	const post = place && drafts[place].posts[['box', 'other'].indexOf(part)];
	return post ? textOf(post) : '';
}
