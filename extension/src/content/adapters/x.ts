import type {Surface} from '../../shared/protocol.js';
import type {Adapter} from './adapter.js';
import {DraftAdapter} from './draft.js';
import {TextareaAdapter} from './textarea.js';

// All of X's markup that we lean on. Class names there are hashes: only test ids and roles hold.
const draftBox = '[contenteditable=true][data-testid^=tweetTextarea_]';
const plainBox = 'textarea[data-testid^=tweetTextarea_]';
const composer = '[role=dialog], [data-testid=primaryColumn], main';
const quoted = '[data-testid=attachments] [data-testid=tweetText], [role=dialog] [role=link] [data-testid=tweetText]';
const quotedAuthor = '[data-testid=User-Name] a[href^="/"]';
const answered = 'article[data-testid=tweet]';
const permalink = /\/status\/\d+/;

/** Finds X's post composer: Draft on desktop, a textarea on mobile layouts. */
export function findX(path: readonly EventTarget[]): Adapter | null {
	for (const target of path) {
		if (!(target instanceof HTMLElement)) continue;
		if (target.matches(plainBox)) return new TextareaAdapter(target as HTMLTextAreaElement, placeOf(target));
		if (target.matches(draftBox)) return new DraftAdapter(target, placeOf(target));
	}
	return null;
}

function placeOf(box: HTMLElement) {
	return {site: 'x' as const, surface: () => surfaceOf(box), shared: () => sharedWith(box)};
}

function surfaceOf(box: HTMLElement): Surface {
	if (quotedIn(box)) return 'quote';
	const dialog = box.closest('[role=dialog]');
	if (dialog) return dialog.querySelector(answered) || isReplyAddress() ? 'reply' : 'post';
	return permalink.test(location.pathname) ? 'reply' : 'post';
}

function isReplyAddress(): boolean {
	return new URLSearchParams(location.search).has('in_reply_to');
}

function quotedIn(box: HTMLElement): HTMLElement | null {
	const posts = box.closest(composer)?.querySelectorAll<HTMLElement>(quoted) ?? [];
	// A post that is answered may itself quote one; that one is not ours.
	return [...posts].find(post => !post.closest(answered)) ?? null;
}

function sharedWith(box: HTMLElement): {text: string; author?: string} | null {
	const post = quotedIn(box);
	if (!post) return null;
	const author = post.closest('[role=link]')?.querySelector(quotedAuthor)?.getAttribute('href')?.slice(1);
	return {text: post.textContent, ...(author && {author: `@${author}`})};
}
