import type {Shared, Surface} from '../../shared/protocol.js';
import {around, closest} from '../tree.js';
import {type ChatMarkup, readConversation} from './conversation.js';
import {findKind, type Kind} from './kind.js';
import {textOfPost} from './post-text.js';
import type {Act, BioForm, ShownBio, SiteAdapter} from './site.js';

/** All of X's markup that we lean on. Class names there are hashes: only test ids, roles and names hold (2026-08). */
const at = {
	draft: '[contenteditable=true][data-testid^=tweetTextarea_]',
	plain: 'textarea[data-testid^=tweetTextarea_]',
	chat: 'textarea[data-testid=dm-composer-textarea]',
	articleBody: '[data-testid=composer] [contenteditable=true]',
	articleTitle: 'main textarea',
	bio: '[role=dialog] textarea[name=description]',
	name: '[role=dialog] input[name=displayName]',
	composer: '[role=dialog], [data-testid=primaryColumn], main',
	chatForm: '[data-testid=dm-composer-form]',
	dialog: '[role=dialog]',
	profileForm: '[role=dialog]',
	articleForm: 'main',
	post: '[data-testid=tweetButton], [data-testid=tweetButtonInline]',
	sendChat: '[data-testid=dm-composer-send-button]',
	save: '[data-testid=Profile_Save_Button]',
	articlePath: '/compose/articles',
	publishDialog: '[role=dialog] button',
	publish: 'main button',
	text: '[data-testid=tweetText]',
	quoted: '[data-testid=attachments] [data-testid=tweetText], [role=dialog] [role=link] [data-testid=tweetText]',
	quotation: '[role=link]',
	author: '[data-testid=User-Name]',
	article: 'article[data-testid=tweet]',
	like: '[data-testid=like]',
	repost: '[data-testid=retweet]',
	writing: 'input, textarea, [contenteditable=true]',
	ownProfile: '[data-testid=editProfileButton], main a[href="/settings/profile"]',
	userName: '[data-testid=UserName]',
	userBio: '[data-testid=UserDescription]',
	ownLink: 'a[data-testid=AppTabBar_Profile_Link], a[data-testid=DashButton_ProfileIcon_Link]',
	ownAvatar: '[data-testid=SideNav_AccountSwitcher_Button] [data-testid^=UserAvatar-Container-]',
};
const chat: ChatMarkup = {
	log: '[data-testid=dm-message-list]',
	partner: '[data-testid=dm-conversation-username]',
	message: '[data-testid^=message-]:not([data-testid^=message-text-])',
	messageText: '[data-testid^=message-text-]',
	messageAuthor: '[data-testid^=UserAvatar-Container-]',
	messageTime: 'time',
	messageDay: '[role=separator]',
	sides: true,
};
const permalink = /\/status\/\d+/;
/** The button has no test id; its word is the second hint after its place. */
const publishWords = /^(publish|veröffentlichen|publier|publicar|pubblica|опубликовать|نشر|发布)$/iu;

/** As X's own list of keys says, behind `?`. */
const actKeys: Readonly<Record<string, string>> = {l: at.like, t: at.repost};

const onArticle = () => location.pathname.startsWith(at.articlePath);

const post = {
	scope: at.composer,
	surface: surfaceOf,
	shared: quotation,
	keys: 'mod-enter',
	button: root => around(root, at.post, at.composer)[0] ?? null,
	boxes: root => [...(root.closest(at.composer)?.querySelectorAll<HTMLElement>(`${at.draft}, ${at.plain}`) ?? [root])],
} satisfies Partial<Kind>;

const article = {
	scope: at.articleForm,
	surface: 'article',
	keys: 'none',
	button: publishButton,
	boxes: root => [...(root.closest(at.articleForm)?.querySelectorAll<HTMLElement>(`${at.articleTitle}, ${at.articleBody}`) ?? [root])],
	here: onArticle,
} satisfies Partial<Kind>;

const profile = {
	scope: at.profileForm,
	keys: 'none',
	button: root => around(root, at.save, at.profileForm)[0] ?? null,
	bio: bioForm,
} satisfies Partial<Kind>;

const kinds: readonly Kind[] = [
	{box: at.plain, ...post},
	{box: at.draft, ...post},
	{box: at.chat, scope: at.chatForm, surface: 'dm', keys: 'enter', button: root => around(root, at.sendChat, at.chatForm)[0] ?? null},
	{box: at.articleTitle, ...article},
	{box: at.articleBody, ...article},
	{box: at.bio, surface: 'bio', ...profile},
	{box: at.name, surface: 'name', ...profile},
];

/** X: Draft on a desktop, plain fields on phones, in messages and in the profile. */
export const x: SiteAdapter = {
	site: 'x',
	find: path => findKind('x', kinds, path),
	act: actOf,
	actKeys: Object.keys(actKeys),
	keyAct,
	handle: ownHandle,
	isOwnProfile: () => document.querySelector(at.ownProfile) !== null,
	bio: shownBio,
	conversation: node => readConversation(chat, ownHandle(), node),
};

function surfaceOf(root: HTMLElement): Surface {
	if (quotedIn(root)) return 'quote';
	const dialog = root.closest(at.dialog);
	if (dialog) return dialog.querySelector(at.article) || isReplyAddress() ? 'reply' : 'post';
	return permalink.test(location.pathname) ? 'reply' : 'post';
}

function isReplyAddress(): boolean {
	return new URLSearchParams(location.search).has('in_reply_to');
}

function quotedIn(root: HTMLElement): HTMLElement | null {
	// One quotes in a dialog only; the feed around the other box need not be searched.
	const posts = root.closest(at.dialog)?.querySelectorAll<HTMLElement>(at.quoted) ?? [];
	// A post that is answered may itself quote one; that one is not ours.
	return [...posts].find(one => !one.closest(at.article)) ?? null;
}

function quotation(root: HTMLElement): Shared | null {
	const quoted = quotedIn(root);
	return quoted && sharedOf(quoted, quoted.closest(at.quotation));
}

/** *Publish* asks once more in a dialog, whose own *Publish* does it. */
function publishButton(): HTMLElement | null {
	const buttons = [...document.querySelectorAll<HTMLElement>(at.publishDialog), ...document.querySelectorAll<HTMLElement>(at.publish)];
	return buttons.find(button => publishWords.test(button.textContent.trim())) ?? null;
}

function actOf(path: readonly EventTarget[]): Act | null {
	const control = path.find(target => target instanceof HTMLElement && target.matches(`${at.like}, ${at.repost}`)) as HTMLElement | undefined;
	const shown = control && closest(control, at.article);
	// A nested quotation has its own text; the post's own comes first.
	const text = shown?.querySelector(at.text);
	if (!control || !shown || !text) return null;
	return {surface: control.matches(at.like) ? 'like' : 'repost', control, shared: sharedOf(text, shown)};
}

function keyAct(key: string, [target]: readonly EventTarget[]): Act | null {
	const wanted = actKeys[key];
	if (!wanted || !(target instanceof Element) || target.closest(at.writing)) return null;
	const control = closest(target, at.article)?.querySelector(wanted);
	return control ? actOf([control]) : null;
}

function sharedOf(text: Element, surrounding: Element | null): Shared {
	// Not by its link: in a quotation, which is a link as a whole, there is none.
	const author = /@\w+/u.exec(surrounding?.querySelector(at.author)?.textContent ?? '')?.[0];
	return {text: textOfPost(text), ...(author && {author})};
}

function ownHandle(): string | null {
	const link = document.querySelector(at.ownLink)?.getAttribute('href')?.slice(1);
	return link || document.querySelector<HTMLElement>(at.ownAvatar)?.dataset['testid']?.slice('UserAvatar-Container-'.length) || null;
}

/** The most a bio may have (2026-09). */
const bioLimit = 160;

/** Name and bio stand in one form. */
function bioForm(root: HTMLElement): BioForm {
	const form = closest(root, at.profileForm);
	const name = form?.querySelector<HTMLInputElement>(at.name)?.value;
	return {box: form?.querySelector<HTMLElement>(at.bio) ?? root, limit: bioLimit, ...(name && {name})};
}

function shownBio(): ShownBio | null {
	const edit = document.querySelector<HTMLElement>(at.ownProfile);
	if (!edit) return null;
	const [bio, handle] = [document.querySelector<HTMLElement>(at.userBio), ownHandle()];
	// The handle stands below the name.
	const [name] = textOf(document.querySelector(at.userName)).split('\n');
	return {text: textOf(bio), limit: bioLimit, near: bio ?? edit, ...(name && {name}), ...(handle && {handle})};
}

function textOf(element: Element | null): string {
	return element ? textOfPost(element) : '';
}
