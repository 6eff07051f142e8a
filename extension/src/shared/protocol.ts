import type {Change, Finding, House, MediaQuestion, Note, PackInfo, Provision, Refusal} from './finding.js';
import type {Site, WebSite} from './sites.js';

/** What kind of writing a text is. */
export type Surface = 'post' | 'reply' | 'quote' | 'comment' | 'repost' | 'like' | 'dm' | 'bio' | 'name' | 'article';

/** What is quoted, shared or liked; the author is a handle with @, or a name. */
export interface Shared {
	text: string;
	author?: string;
}

/** A text to be checked: `text`, or `parts` for the posts of a thread. */
export interface CheckRequest {
	text?: string;
	parts?: string[];
	surface: Surface;
	site: Site;
	/** The language of the text, where the page says it. */
	lang?: string;
	shared?: Shared;
	/** The account that writes, without @, where the page shows it. */
	handle?: string;
}

/** The engine's answer, without what the user has dismissed for good. */
export interface CheckAnswer {
	findings: Finding[];
	notes: Note[];
	/** The languages it was read in, as in `Result`. */
	langs: string[];
	/** The provisions the findings cite. */
	provisions: Record<string, Provision>;
}

/** Asks how things stand: at once, or only when the engine has started or failed. */
export interface StatusRequest {
	wait?: boolean;
}

/** What is at work in the background. */
export interface StatusAnswer {
	engine: 'starting' | 'ready' | 'off';
	/** Why the engine is off. */
	reason?: string;
	/** The pack that judges now, null where none could be activated. */
	pack: PackInfo | null;
	/** Why the organisation of the settings is not the pack that judges. */
	packProblem?: string;
	/** The sites the user has switched on. */
	sites: Record<WebSite, boolean>;
	/** The organisation's channel, null where the settings name none. */
	channel: ChannelStatus | null;
}

/** How the organisation's channel stands. All times are milliseconds since 1970. */
export interface ChannelStatus {
	/** In full. */
	address: string;
	/** Why nothing is fetched; absent where all is there. Without a permission the user can give it: see `channelPattern`. */
	obstacle?: 'no-organisation' | 'no-keys' | 'no-permission';
	/** True while a request is under way. */
	checking: boolean;
	/** When the channel was last asked, whatever came of it. */
	checkedAt?: number;
	/** When the envelope that is held was fetched. */
	fetchedAt?: number;
	/** SHA-256 of the envelope that is held, in lower-case hex. */
	digest?: string;
	/** When it is asked next. */
	next?: number;
	/** The house pack that judges now, or (standing `lapsed`) no longer does; null where only our own pack does. */
	house: House | null;
	/** Why the envelope that is held does not serve. */
	heldRefusal?: Refusal;
	/** Why the newest envelope that was fetched did not become active; gone once one does. */
	refusal?: {refusal: Refusal; at: number};
	/** Why the channel could not be asked; gone once it answers. */
	failure?: {failure: Failure; at: number; /** How often in a row. */ times: number};
	/** What changed since the user last looked; gone after `news-seen`. */
	news?: News;
}

/**
 * Why an envelope was not fetched or kept: no connection (or a certificate that does not hold), no end within the
 * time, an answer that leads elsewhere (never followed) or has another status (`got`), one that broke off; no room
 * to store it (`storage`), or the engine failed over it (`engine`).
 */
export interface Failure {
	kind: 'unreachable' | 'slow' | 'redirect' | 'status' | 'broken-off' | 'storage' | 'engine';
	/** The status, or what the browser said, in English. */
	got?: string;
}

/** What an update brought. */
export interface News {
	/** The version the user has seen last; 0 where this is the first. */
	from: number;
	to: number;
	/** When the newest came, in milliseconds since 1970. */
	at: number;
	changes: Change[];
	/** In the organisation's own words, newest first. */
	says: {version: number; says: string}[];
}

/** What a content script may do on its site besides checking, as the user has set it. */
export interface Preferences {
	/** Hold the first press on Post while a warning is open. */
	guard: boolean;
	/** What happens at a like or repost of something that may break a guideline. */
	acts: ActsChoice;
	/** What to ask when a picture or video is added; empty where the user wants no reminder. */
	media: readonly MediaQuestion[];
	/** Remind of the disclaimer on the user's own profile. */
	bioReminder: boolean;
	/** Draw underlines where the page cannot find them. */
	hide: boolean;
}

/** Say nothing, show a note, or hold the first press. */
export type ActsChoice = 'off' | 'note' | 'hold';

/** A request never to be told of this phrase by this rule again. */
export interface DismissRequest {
	rule: string;
	/** The words that were underlined. Only a keyed hash of them is kept. */
	phrase: string;
	site: Site;
}

/** What is known of a phrase that was dismissed for good: the phrase itself is not kept. */
export interface Dismissal {
	/** Keyed fingerprint of rule and phrase. */
	mac: string;
	rule: string;
	site: Site;
	/** YYYY-MM-DD. */
	date: string;
}

/** Asks what a profile says of the writer and whose views it says are told there. */
export interface BioRequest {
	bio: string;
	/** The display name, where the page shows it. */
	name?: string;
	/** Without @. */
	handle?: string;
	site: Site;
	/** How many UTF-16 code units the box takes; without it ready texts may have any length. */
	limit?: number;
}

/** How a disclaimer is recognised; see engine/bio.go. */
export type Grade = 'full' | 'short' | 'endorsement-only' | 'contradicts' | 'none';

/** Something in a profile to think about; start and end in UTF-16 code units of the text named by `where`. */
export interface Concern {
	kind: 'official-looking' | 'emblem' | 'former' | 'work-email';
	where: 'bio' | 'name' | 'handle';
	start: number;
	end: number;
}

/** What was recognised in a profile. Spans are in UTF-16 code units of the bio. */
export interface BioAnswer {
	grade: Grade;
	/** True where the pack is content with this grade, or where no employer is named. */
	enough: boolean;
	employer: [start: number, end: number][];
	disclaimer: [start: number, end: number][];
	concerns: Concern[];
	/** The language of the bio, empty where it is not known. */
	lang: string;
	/** Ready texts that fit the site beside this bio, the best first. */
	texts: {lang: string; text: string}[];
	/** True where the user has closed the reminder on this very text before. */
	seen: boolean;
	/** The id of the pack that judged. */
	org: string;
}

/** One of the tools on desk.html, or the popup's own check. */
export type Tool = 'check' | 'ask' | 'publication' | 'correction' | 'record' | 'checkup';

/** A message of a conversation as the page shows it. */
export interface ShownMessage {
	author: string;
	text: string;
	/** ISO 8601 with the offset from UTC, where the page tells it. */
	sent?: string;
	/** The time in the page's own words. */
	shownTime?: string;
}

/** A conversation as the page shows it, or what is selected of it. */
export interface Conversation {
	messages: ShownMessage[];
	participants: string[];
}

/** What a card, a page or the menu hands to a tool. It lives in the background's memory until it is fetched once. */
export interface Handed {
	tool: Tool;
	site: Site;
	surface?: Surface;
	draft?: string;
	/** The findings the user asks about. */
	findings?: Pick<Finding, 'rule' | 'category' | 'title' | 'message' | 'provisions'>[];
	/** The provisions they cite. */
	provisions?: Record<string, Provision>;
	messages?: ShownMessage[];
	participants?: string[];
}

/** Every message to the background: what is asked and what is answered. */
export interface Calls {
	check: {request: CheckRequest; answer: CheckAnswer};
	preferences: {request: object; answer: Preferences};
	status: {request: StatusRequest; answer: StatusAnswer};
	dismiss: {request: DismissRequest; answer: object};
	dismissals: {request: object; answer: {entries: Dismissal[]}};
	/** Takes one dismissal back. */
	'restore-dismissal': {request: {mac: string}; answer: object};
	'forget-dismissals': {request: object; answer: object};
	/** Deletes all that is stored, without a way back. */
	'delete-everything': {request: object; answer: object};
	bio: {request: BioRequest; answer: BioAnswer};
	/** The user closed the reminder: no more of it until the text changes. */
	'bio-seen': {request: {bio: string; site: Site}; answer: object};
	/** Opens a tool with what it needs. */
	'hand-over': {request: Handed; answer: object};
	/** Fetches what was handed over; null where it was fetched before or lost. */
	handed: {request: {token: string}; answer: Handed | null};
	/** Asks the channel now, by the user's click. May take `channelWithinMs`. */
	'check-channel': {request: object; answer: ChannelStatus | null};
	/** The user has looked at what changed. */
	'news-seen': {request: object; answer: object};
}

/** How long `check-channel` may take, in milliseconds. */
export const channelWithinMs = 25_000;

/** The name of a message to the background. */
export type Call = keyof Calls;

/**
 * Why there is no answer. The first seven come from the background, `no-answer` (too
 * slow) and `gone` (the extension was updated or removed: reload the tab) from `ask`.
 */
export type Reason =
	| 'no-organisation'
	| 'no-pack'
	| 'engine-off'
	| 'engine-failed'
	| 'site-off'
	| 'bad-message'
	| 'refused'
	| 'no-answer'
	| 'gone';

/** The answer to a message. `detail` is for people who look closer, in English. */
export type Answer<T> = {ok: true; value: T} | {ok: false; reason: Reason; detail?: string};

/** The answer to a message by its name. */
export type AnswerTo<C extends Call> = Answer<Calls[C]['answer']>;

/** Messages from the background or the popup to the content script; `selected-messages` is answered by a Conversation. */
export type Notice = {notice: 'settings-changed'} | {notice: 'ping'} | {notice: 'selected-messages'};

/** What a content script answers to `ping`. */
export interface Pong {
	/** How many compose boxes it watches now. */
	sessions: number;
	/** True where the page is the user's own profile. */
	ownProfile: boolean;
}
