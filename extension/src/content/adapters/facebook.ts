import type {Shared} from '../../shared/protocol.js';
import {around, closest, isShown} from '../tree.js';
import {type ChatMarkup, readConversation} from './conversation.js';
import {findKind, type Kind} from './kind.js';
import {textOfPost} from './post-text.js';
import type {Act, BioForm, ShownBio, SiteAdapter} from './site.js';

/**
 * All of Facebook's markup that we lean on. Its classes are hashes and its labels
 * translated, so boxes are told apart by what they stand in (2025-12).
 */
const at = {
	rich: '[contenteditable=true][data-lexical-editor=true]',
	inDialog: '[role=dialog] form[method="POST" i] [contenteditable=true][data-lexical-editor=true]',
	dialogForm: 'form[method="POST" i]',
	dialog: '[role=dialog]',
	inComment: 'form[role=presentation] [contenteditable=true][data-lexical-editor=true]',
	commentForm: 'form[role=presentation]',
	commentButton: '#focused-state-composer-submit [role=button]',
	messageForm: 'form, [role=group], [role=main]',
	phone: '#screen-root textarea, [data-mcomponent] textarea, textarea[data-sigil~=composer-textarea]',
	phoneForm: '[data-mcomponent=MScreen], form, #MComposer, body',
	phoneButton: 'button, [role=button]',
	bio: 'textarea[maxlength="101"]',
	bioForm: 'form, [role=main]',
	button: '[role=button]',
	postText: '[data-ad-rendering-role=story_message], [data-ad-preview=message]',
	author: '[data-ad-rendering-role=profile_name]',
	post: '[role=article]',
	heading: 'h1',
	main: '[role=main]',
	said: '[dir=auto]',
	userData: 'script[type="application/json"]',
};
/** The only word we need: what stands beside it is found by its place. */
const likeWords = /^(like|me gusta|j[’']aime|gefällt mir|mi piace|нравится|أعجبني|赞)$/iu;
const editBioWords = /^(edit bio|editar (biografía|presentación)|modifier (la )?bio|steckbrief bearbeiten|bio bearbeiten|modifica bio|редактировать (биографию|краткую информацию)|تعديل السيرة|编辑简介)$/iu;
const editProfileWords = /^(edit profile|editar perfil|modifier le profil|profil bearbeiten|modifica profilo|редактировать профиль|تعديل الملف الشخصي|编辑主页)$/iu;

/** General knowledge of Messenger, not seen: its rows, hidden headings with names, and breaks that tell the time. */
const chat: ChatMarkup = {
	log: '[role=log], [data-scope=messages_table]',
	partner: 'h1, h2',
	message: '[role=row]',
	messageText: '[dir=auto]',
	messageAuthor: 'h3, h4, h5',
	messageTime: 'time, abbr',
	messageDay: '[data-scope=date_break], [role=separator]',
	sides: true,
};

const kinds: readonly Kind[] = [
	{
		box: at.inDialog, scope: at.dialog, keys: 'mod-enter',
		surface: root => (original(root) ? 'quote' : 'post'),
		shared: original,
		button: root => lastButton(closest(root, at.dialogForm)),
	},
	{
		box: at.inComment, scope: at.commentForm, keys: 'enter',
		surface: root => (isReply(root) ? 'reply' : 'comment'),
		button: root => around(root, at.commentButton, at.commentForm)[0] ?? null,
	},
	{box: at.rich, scope: at.messageForm, surface: 'dm', keys: 'enter', button: root => lastButton(closest(root, at.messageForm))},
	{box: at.bio, scope: at.bioForm, surface: 'bio', keys: 'none', button: root => around(root, at.button, at.bioForm).findLast(isShown) ?? null, bio: bioForm},
	{box: at.phone, scope: at.phoneForm, surface: 'post', keys: 'none', button: phonePost},
];

/** Facebook and Messenger: Lexical everywhere but in the profile and on phones. */
export const facebook: SiteAdapter = {
	site: 'facebook',
	find: path => findKind('facebook', kinds, path),
	act: actOf,
	actKeys: [],
	keyAct: () => null,
	handle: ownName,
	isOwnProfile: () => buttonOf(editProfileWords) !== undefined,
	bio: shownBio,
	conversation: node => readConversation(chat, ownName(), node),
};

/** The button that ends a form comes last in it. */
function lastButton(form: Element | null): HTMLElement | null {
	return [...(form?.querySelectorAll<HTMLElement>(at.button) ?? [])].findLast(isShown) ?? null;
}

/** On phones *Post* stands at the top, beside a cross that closes. */
function phonePost(root: HTMLElement): HTMLElement | null {
	const buttons = [...(closest(root, at.phoneForm)?.querySelectorAll<HTMLElement>(at.phoneButton) ?? [])];
	return buttons.find(button => isShown(button) && /\p{L}{2}/u.test(button.textContent)) ?? null;
}

/** An answer to a comment stands in that comment's own article, which stands in the post's. */
function isReply(root: HTMLElement): boolean {
	return closest(root, at.post)?.parentElement?.closest(at.post) !== null && closest(root, at.post) !== null;
}

/** The post that is shared, shown below the box. */
function original(root: HTMLElement): Shared | null {
	const dialog = closest(root, at.dialog);
	const text = dialog?.querySelector(at.postText);
	return text ? sharedOf(text, dialog) : null;
}

function actOf(path: readonly EventTarget[]): Act | null {
	const control = path.find(target => target instanceof HTMLElement && target.matches(at.button)) as HTMLElement | undefined;
	const post = control && closest(control, at.post);
	const text = post?.querySelector(at.postText);
	if (!control || !post || !text) return null;
	const row = actionRow(post);
	const surface = control === row[0] ? 'like' : control === row.at(-1) ? 'repost' : null;
	return surface && {surface, control, shared: sharedOf(text, post)};
}

/** The buttons below a post: like, comment, share. */
function actionRow(post: Element): HTMLElement[] {
	const like = [...post.querySelectorAll<HTMLElement>(at.button)].find(button => likeWords.test(button.ariaLabel ?? button.textContent.trim()));
	for (let row = like?.parentElement; row && row !== post; row = row.parentElement) {
		const buttons = [...row.querySelectorAll<HTMLElement>(at.button)];
		if (buttons.length >= 3) return buttons;
	}
	return [];
}

function sharedOf(text: Element, surrounding: Element | null): Shared {
	const author = surrounding?.querySelector(at.author)?.textContent.trim();
	return {text: textOfPost(text), ...(author && {author})};
}

/** The name the page's own data gives; Facebook shows no handle. */
function ownName(): string | null {
	for (const script of document.querySelectorAll(at.userData)) {
		const name = /"CurrentUserInitialData".*?"NAME":"((?:[^"\\]|\\.)*)"/su.exec(script.textContent)?.[1];
		if (name) return JSON.parse(`"${name}"`) as string;
	}
	return null;
}

/** The page's button with one of these words. */
function buttonOf(words: RegExp): HTMLElement | undefined {
	return [...document.querySelectorAll<HTMLElement>(`${at.button}, a`)].find(one => words.test(one.ariaLabel ?? one.textContent.trim()));
}

/** The most a bio may have (2024). */
const bioLimit = 101;

function bioForm(root: HTMLElement): BioForm {
	const name = heading();
	return {box: root, limit: bioLimit, ...(name && {name})};
}

function shownBio(): ShownBio | null {
	const edit = buttonOf(editProfileWords);
	if (!edit) return null;
	const [editBio, name] = [buttonOf(editBioWords), heading()];
	const [bio] = editBio ? around(editBio, at.said, at.main) : [];
	return {text: bio ? textOfPost(bio) : '', limit: bioLimit, near: bio ?? edit, ...(name && {name})};
}

function heading(): string {
	return document.querySelector(`${at.main} ${at.heading}`)?.textContent.trim() ?? '';
}
