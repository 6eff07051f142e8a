import type {Finding, MediaQuestion, Note, PackInfo, Provision} from './finding.js';
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
}

/** What a content script may do on its site besides checking, as the user has set it. */
export interface Preferences {
	/** Hold the first press on Post while a warning is open. */
	guard: boolean;
	/** What happens at a like or repost of something that may break a guideline. */
	acts: ActsChoice;
	/** What to ask when a picture or video is added; empty where the user wants no reminder. */
	media: readonly MediaQuestion[];
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

/** Every message to the background: what is asked and what is answered. */
export interface Calls {
	check: {request: CheckRequest; answer: CheckAnswer};
	preferences: {request: object; answer: Preferences};
	status: {request: StatusRequest; answer: StatusAnswer};
	dismiss: {request: DismissRequest; answer: object};
	dismissals: {request: object; answer: {count: number}};
	'forget-dismissals': {request: object; answer: object};
}

/** The name of a message to the background. */
export type Call = keyof Calls;

/** A message to the background as it travels. */
export type Message<C extends Call = Call> = {[K in C]: {call: K; request: Calls[K]['request']}}[C];

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

/** Messages from the background or the popup to the content script. */
export type Notice = {notice: 'settings-changed'} | {notice: 'ping'};

/** What a content script answers to `ping`. */
export interface Pong {
	/** How many compose boxes it watches now. */
	sessions: number;
	/** True where the page is the user's own profile. */
	ownProfile: boolean;
}
