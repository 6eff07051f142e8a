import type {Shared} from '../../shared/protocol.js';
import {around, closest, isShown} from '../tree.js';
import {type ChatMarkup, readConversation} from './conversation.js';
import {findKind, type Kind} from './kind.js';
import {textOfPost} from './post-text.js';
import type {Act, BioForm, ShownBio, SiteAdapter} from './site.js';

/**
 * All of LinkedIn's markup that we lean on. Several generations of its pages are in use at
 * once, by account and by page (2026-10): newer ones hold by componentkey and test id,
 * older ones by class. Their labels are translated, so none is used.
 */
const at = {
	newShare: '[componentkey=ShareBox_textEditor], [data-sdui-screen*="sharing.ShareCompose"] [contenteditable=true]',
	newShareForm: 'dialog, [data-testid=dialog], [data-sdui-screen*="sharing.ShareCompose"]',
	oldShare: '.share-box-v2__modal .ql-editor, [data-test-modal-id=sharebox] .ql-editor, .share-creation-state .ql-editor',
	oldShareForm: '.share-box-v2__modal, [data-test-modal-id=sharebox], .share-box, .share-creation-state',
	oldShareButton: '.share-actions__primary-action',
	newComment: '[componentkey^="commentBox-"] [contenteditable=true]',
	newCommentForm: '[role=listitem], [data-display-contents]',
	newCommentButton: '[componentkey*=commentButtonSection] button',
	oldComment: '.comments-comment-box__form .ql-editor, .comments-comment-box .ql-editor',
	oldCommentForm: '.comments-comment-box__form, .comments-comment-box',
	oldCommentButton: '.comments-comment-box__submit-button, .comments-comment-box__submit-button--cr',
	message: '.msg-form__contenteditable',
	messageForm: '.msg-form',
	messageButton: '.msg-form__send-button',
	invite: 'textarea#custom-message',
	inviteForm: '[role=dialog], dialog',
	articleBody: '.ProseMirror[contenteditable=true]',
	articleTitle: 'textarea.article-editor-headline__textarea',
	articlePage: 'main, body',
	articlePath: '/article/',
	about: '[data-testid=ui-core-tiptap-text-editor-wrapper] [contenteditable=true], [role=dialog] textarea, dialog textarea, main form textarea',
	aboutForm: '[role=dialog], dialog, form, main',
	profilePath: '/in/',
	anyDialog: 'dialog[open], [role=dialog]',
	postText: '[data-testid=expandable-text-box], .update-components-text',
	post: '[role=listitem], .feed-shared-update-v2, article',
	author: 'a[href*="/in/"], a[href*="/company/"]',
	button: 'button',
	repostIcon: 'svg[id^=repost]',
	ownProfile: 'a[href*="/edit/forms/intro/"], a[href*="/edit/forms/summary/"]',
	editIntro: 'a[href*="/edit/forms/intro/"]',
	editAbout: 'a[href*="/edit/forms/summary/"]',
	profileCard: 'section, [role=region], [componentkey]',
	aboutText: '[data-testid=expandable-text-box], .inline-show-more-text',
	main: 'main, body',
	input: 'input',
	heading: 'h1, h2, b',
	link: 'a[href*="/edit/"]',
	ownLink: '[data-testid=primary-nav] a[href*="/in/"], #global-nav a[href*="/in/"]',
	ownPhoto: 'img.global-nav__me-photo',
};

const chat: ChatMarkup = {
	log: '.msg-s-message-list-content',
	partner: '.msg-title-bar h2, .msg-entity-lockup__entity-title, .msg-overlay-bubble-header__title',
	message: '.msg-s-event-listitem',
	messageText: '.msg-s-event-listitem__body',
	messageAuthor: '.msg-s-message-group__name',
	messageTime: '.msg-s-message-group__timestamp',
	messageDay: '.msg-s-message-list__time-heading',
	sides: false,
	outlet: '#interop-outlet',
};

const isArticle = () => location.pathname.startsWith(at.articlePath);

const article = {
	scope: at.articlePage,
	surface: 'article',
	keys: 'none',
	// *Next* publishes nothing yet: only the dialog that follows it does.
	button: () => lastWordedButton(document.querySelector(at.anyDialog)),
	boxes: root => [...(root.getRootNode() as Document | ShadowRoot).querySelectorAll<HTMLElement>(`${at.articleTitle}, main ${at.articleBody}`)],
	here: isArticle,
} satisfies Partial<Kind>;

const kinds: readonly Kind[] = [
	{
		box: at.newShare, scope: at.newShareForm, keys: 'mod-enter',
		surface: root => (original(root, at.newShareForm) ? 'quote' : 'post'),
		shared: root => original(root, at.newShareForm),
		button: root => lastWordedButton(closest(root, at.newShareForm)),
	},
	{
		box: at.oldShare, scope: at.oldShareForm, keys: 'mod-enter',
		surface: root => (original(root, at.oldShareForm) ? 'quote' : 'post'),
		shared: root => original(root, at.oldShareForm),
		button: root => around(root, at.oldShareButton, at.oldShareForm)[0] ?? null,
	},
	{box: at.newComment, scope: at.newCommentForm, surface: 'comment', keys: 'mod-enter', button: root => around(root, at.newCommentButton, at.newCommentForm)[0] ?? null},
	{box: at.oldComment, scope: at.oldCommentForm, surface: 'comment', keys: 'mod-enter', button: root => around(root, at.oldCommentButton, at.oldCommentForm)[0] ?? null},
	{
		box: at.message, scope: at.messageForm, surface: 'dm',
		// Whoever lets Enter send is shown no button (general knowledge, not seen).
		keys: root => (messageButton(root) ? 'mod-enter' : 'any-enter'),
		button: messageButton,
	},
	{box: at.invite, scope: at.inviteForm, surface: 'dm', keys: 'none', button: root => lastWordedButton(closest(root, at.inviteForm))},
	{box: at.articleTitle, ...article},
	{box: at.articleBody, ...article},
	{
		box: at.about, scope: at.aboutForm, surface: 'bio', keys: 'none', here: () => location.pathname.startsWith(at.profilePath),
		button: root => lastWordedButton(closest(root, at.aboutForm)),
		bio: bioForm,
	},
];

/** LinkedIn: TipTap, Quill or fields of its own, in the page, a dialog or an open shadow root. */
export const linkedin: SiteAdapter = {
	site: 'linkedin',
	find: path => findKind('linkedin', kinds, path),
	act: actOf,
	actKeys: [],
	keyAct: () => null,
	handle: ownHandle,
	isOwnProfile: () => document.querySelector(at.ownProfile) !== null,
	bio: shownBio,
	conversation: node => readConversation(chat, ownName(), node),
};

function messageButton(root: HTMLElement): HTMLElement | null {
	return around(root, at.messageButton, at.messageForm).find(isShown) ?? null;
}

/** The button that ends a form is the last one that shows a word and no picture; its word is translated. */
function lastWordedButton(form: Element | null): HTMLElement | null {
	const buttons = [...(form?.querySelectorAll<HTMLElement>(at.button) ?? [])];
	return buttons.findLast(button => !button.querySelector('svg, img') && /\p{L}/u.test(button.textContent) && isShown(button)) ?? null;
}

/** The post that is reposted with thoughts, shown below the box. */
function original(root: HTMLElement, form: string): Shared | null {
	const text = closest(root, form)?.querySelector(at.postText);
	return text && !text.contains(root) ? sharedOf(text, text.parentElement) : null;
}

/** Likes and reposts stand in a row that is known by the picture on the repost button. */
function actOf(path: readonly EventTarget[]): Act | null {
	const control = path.find(target => target instanceof HTMLElement && target.matches(at.button)) as HTMLElement | undefined;
	const post = control && closest(control, at.post);
	const text = post?.querySelector(at.postText);
	if (!control || !post || !text || control.ariaPressed === 'true') return null;
	const surface = control.querySelector(at.repostIcon) ? 'repost' : isFirstOfRow(control) ? 'like' : null;
	return surface && {surface, control, shared: sharedOf(text, post)};
}

function isFirstOfRow(control: HTMLElement): boolean {
	const [repost] = around(control, at.repostIcon, at.post);
	for (let row = repost?.parentElement; row; row = row.parentElement) {
		if (row.contains(control)) return row.querySelector(at.button) === control;
	}
	return false;
}

function sharedOf(text: Element, surrounding: Element | null): Shared {
	const author = slugOf(surrounding?.querySelector(at.author));
	return {text: textOfPost(text), ...(author && {author})};
}

/** The name in an address of a person or a company: `/in/name/`, `/company/name/`. */
function slugOf(link: Element | null | undefined): string | null {
	return /\/(?:in|company)\/([^/?#]+)/u.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}

function ownHandle(): string | null {
	return slugOf(document.querySelector(at.ownLink)) ?? (document.querySelector<HTMLImageElement>(at.ownPhoto)?.alt || null);
}

function ownName(): string | null {
	return document.querySelector<HTMLImageElement>(at.ownPhoto)?.alt || null;
}

/** The most either text may have (general knowledge, 2026). */
const [headlineLimit, aboutLimit] = [220, 2600];

/** Headline and *About* are edited apart, but read together: either may hold the disclaimer. */
function bioForm(root: HTMLElement): BioForm {
	// Only the form of the headline has names, too.
	const isHeadline = closest(root, at.aboutForm)?.querySelector(at.input) !== null;
	const rest = isHeadline ? aboutText() : introText();
	return {box: root, limit: isHeadline ? headlineLimit : aboutLimit, ...(rest && {rest})};
}

function shownBio(): ShownBio | null {
	const intro = introCard();
	if (!intro) return null;
	const [name, handle] = [intro.querySelector(at.heading)?.textContent.trim(), /^\/in\/([^/]+)/u.exec(location.pathname)?.[1]];
	return {text: [introText(), aboutText()].join('\n').trim(), near: intro, ...(name && {name}), ...(handle && {handle})};
}

/** The card with name and headline is the one that can be edited as such. */
function introCard(): HTMLElement | null {
	const edit = document.querySelector(at.editIntro);
	return edit && closest(edit, at.profileCard);
}

/** What the card says below the name. */
function introText(): string {
	const card = introCard();
	const name = card?.querySelector(at.heading)?.textContent.trim() ?? '';
	const said = card ? textOfPost(card, at.link) : '';
	return said.startsWith(name) ? said.slice(name.length).trim() : said;
}

function aboutText(): string {
	const edit = document.querySelector(at.editAbout);
	const [about] = edit ? around(edit, at.aboutText, at.main) : [];
	return about ? textOfPost(about) : '';
}
