/** Every place where something is written on the three sites, and how it is sent there. */
import type {Surface} from '../../src/shared/protocol.js';
import type {WebSite} from '../../src/shared/sites.js';

/** How a box is sent. */
export type Sending = 'button' | 'mod-enter' | 'enter';

/** One form of a replica; see testdata/sites/README.md. */
export interface Form {
	id: string;
	site: WebSite;
	/** Where the replica is opened; `form` is then shown by `replica.open`. */
	url: string;
	form: string;
	/** The surface the engine has to be told. */
	surface: Surface;
	sending: readonly Sending[];
	/** What a line break in the middle of a text is typed with; null in fields of one line. */
	lineBreak: 'Enter' | 'Shift+Enter' | null;
	/** The most that fits into the box, in UTF-16 code units, where a test has to know it. */
	room?: number;
	/** True where the text of somebody else's post is shared along. */
	shares?: true;
	/** How many buttons have to be pressed one after the other; 1 where nothing is said. */
	presses?: number;
}

const hosts = {x: 'https://x.com/home', linkedin: 'https://www.linkedin.com/feed/', facebook: 'https://www.facebook.com/'} as const;

function form(site: WebSite, id: string, surface: Surface, sending: readonly Sending[], rest: Partial<Form> = {}): Form {
	return {id: `${site} ${id}`, site, url: hosts[site], form: id, surface, sending, lineBreak: sending.includes('enter') ? 'Shift+Enter' : 'Enter', ...rest};
}

const posted = ['button', 'mod-enter'] as const;
const chatted = ['button', 'enter'] as const;

export const forms: readonly Form[] = [
	form('x', 'post', 'post', posted),
	form('x', 'home', 'post', posted),
	form('x', 'thread', 'post', posted),
	form('x', 'reply', 'reply', posted),
	form('x', 'reply-inline', 'reply', posted),
	form('x', 'quote', 'quote', posted, {shares: true}),
	form('x', 'phone', 'post', ['button'], {url: 'https://x.com/home?mobile=1'}),
	form('x', 'chat', 'dm', chatted),
	form('x', 'drawer', 'dm', chatted),
	form('x', 'article', 'article', ['button'], {presses: 2}),
	form('x', 'bio', 'bio', ['button'], {room: 160}),
	form('linkedin', 'post', 'post', ['button']),
	form('linkedin', 'post-open', 'post', ['button']),
	form('linkedin', 'post-shadow', 'post', ['button']),
	form('linkedin', 'post-classic', 'post', ['button']),
	form('linkedin', 'post-page', 'post', ['button']),
	form('linkedin', 'post-light', 'post', ['button']),
	form('linkedin', 'comment', 'comment', ['button']),
	form('linkedin', 'comment-classic', 'comment', ['button']),
	form('linkedin', 'reply', 'comment', ['button']),
	form('linkedin', 'message', 'dm', ['button']),
	form('linkedin', 'message-overlay', 'dm', ['enter'], {url: `${hosts.linkedin}?enter=send`}),
	form('linkedin', 'article', 'article', ['button']),
	form('linkedin', 'headline', 'bio', ['button'], {lineBreak: null}),
	form('linkedin', 'about', 'bio', ['button']),
	form('linkedin', 'about-classic', 'bio', ['button']),
	form('linkedin', 'invite', 'dm', ['button'], {room: 300}),
	form('linkedin', 'repost', 'quote', ['button'], {shares: true}),
	form('linkedin', 'repost-classic', 'quote', ['button'], {shares: true}),
	form('facebook', 'post', 'post', posted, {url: `${hosts.facebook}?mod-enter`}),
	form('facebook', 'post-page', 'post', ['button'], {presses: 2}),
	form('facebook', 'comment', 'comment', chatted),
	form('facebook', 'reply', 'reply', chatted),
	form('facebook', 'share', 'quote', ['button'], {shares: true}),
	form('facebook', 'message', 'dm', chatted),
	form('facebook', 'bio', 'bio', ['button'], {room: 101}),
	form('facebook', 'phone', 'post', ['button'], {url: 'https://m.facebook.com/'}),
];
