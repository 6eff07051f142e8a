import {maxAddress, maxKeys} from './channel.js';
import {sites} from './sites.js';

/**
 * The one description of every setting. Storage, defaults, validation, migration, import
 * and export, the form of the options page and the managed policy follow from it;
 * engine/profile.go mirrors the fields that have a `profile` name.
 * testdata/contract/profile.json holds both to it.
 */

/** The parts of the form, in order. */
export const groups = ['you', 'channel', 'words', 'where', 'severity', 'pause', 'profile', 'messages', 'contacts'] as const;

/** What every field says of itself. */
interface Shown {
	group: (typeof groups)[number];
	/** The key under which the engine is told of it; without one it is not told. */
	profile?: string;
	/** Left out of the exported file unless the user asks for it. */
	secret?: true;
	/** The user's own: an organisation's policy cannot set it. */
	own?: true;
	/** An organisation's policy may set it for good; all else that a policy sets is a default. */
	lockable?: true;
}

/** One of a fixed list. */
interface Choice<V extends string> extends Shown {
	kind: 'choice';
	values: readonly V[];
	initial: V;
}

/** Words of the user's own, at most `max` of them of at most `maxBytes` UTF-8 bytes. */
export interface Words extends Shown {
	kind: 'words';
	initial: readonly string[];
	max: number;
	maxBytes: number;
}

/** Words to watch for, some until a day. */
export interface WatchedWords extends Shown {
	kind: 'watched';
	initial: readonly Watched[];
	max: number;
	maxBytes: number;
}

/** A word of the user's own that must not slip out. */
export interface Watched {
	word: string;
	/** The last day it is watched for, YYYY-MM-DD; then it is deleted. */
	until?: string;
}

/** One line of text. */
export interface Line extends Shown {
	kind: 'line';
	initial: string;
	/** UTF-16 code units. */
	max: number;
}

/** The address of a channel, or nothing; see channel.ts. */
export interface Address extends Shown {
	kind: 'address';
	initial: '';
	/** UTF-16 code units. */
	max: number;
}

/** Public keys, the older first; see channel.ts. */
export interface Keys extends Shown {
	kind: 'keys';
	initial: readonly string[];
	max: number;
}

/** Yes or no. */
interface Flag extends Shown {
	kind: 'flag';
	initial: boolean;
}

/** One switch for each of some names. The engine is told the names that are switched off. */
interface Switches<N extends string> extends Shown {
	kind: 'switches';
	names: readonly N[];
	initial: boolean;
}

/** One of the same values for each of some names. The engine is told `name=value` where it is not the initial one. */
interface Levels<N extends string, V extends string> extends Shown {
	kind: 'levels';
	names: readonly N[];
	values: readonly V[];
	initial: V;
}

/** How one setting looks. */
export type Field = Choice<string> | Words | WatchedWords | Line | Address | Keys | Flag | Switches<string> | Levels<string, string>;

/** The organisations we have a pack for, and the user's standing there. */
export const organisations = ['ec', 'osce', 'un'] as const;
export const statuses = ['official', 'seconded', 'contractor', 'intern', 'member', 'former'] as const;

/** What may be broken, as in engine/pack/words.go. */
export const categories = [
	'confidentiality', 'security', 'attribution', 'impartiality', 'proceedings', 'offensive', 'discrimination', 'threat',
	'reputation', 'accuracy', 'personal-data', 'copyright', 'branding', 'disclaimer', 'publication', 'anonymity',
	'endorsement', 'messaging', 'account-security', 'escalation',
] as const;

/** The languages there are rules in, as in engine/pack/words.go. */
const ruleLanguages = ['en', 'fr', 'de', 'es', 'it', 'ru', 'ar', 'zh'] as const;

const choice = <V extends string>(values: readonly V[], initial: V, shown: Shown): Choice<V> =>
	({kind: 'choice', values, initial, ...shown});
// The engine's terms have at most 96 bytes; 16 are left for endings.
const maxBytes = 80;
const words = (max: number, shown: Shown): Words => ({kind: 'words', initial: [], max, maxBytes, ...shown});
const watched = (max: number, shown: Shown): WatchedWords => ({kind: 'watched', initial: [], max, maxBytes, ...shown});
const line = (shown: Shown): Line => ({kind: 'line', initial: '', max: 200, ...shown});
const address = (shown: Shown): Address => ({kind: 'address', initial: '', max: maxAddress, ...shown});
const keys = (shown: Shown): Keys => ({kind: 'keys', initial: [], max: maxKeys, ...shown});
const flag = (initial: boolean, shown: Shown): Flag => ({kind: 'flag', initial, ...shown});
const switches = <N extends string>(names: readonly N[], initial: boolean, shown: Shown): Switches<N> =>
	({kind: 'switches', names, initial, ...shown});
const levels = <N extends string, V extends string>(names: readonly N[], values: readonly V[], initial: V, shown: Shown): Levels<N, V> =>
	({kind: 'levels', names, values, initial, ...shown});

/** Every setting, in the order of the form. */
export const fields = {
	// Empty until the user has chosen: no organisation is assumed, so nothing is judged.
	org: choice(['', ...organisations], '', {group: 'you', profile: 'org', lockable: true}),
	status: choice(statuses, 'official', {group: 'you', profile: 'status'}),
	device: choice(['private', 'corporate'], 'private', {group: 'you', profile: 'device'}),
	officialHandles: words(20, {group: 'you', profile: 'official-handle', own: true}),
	official: flag(false, {group: 'you', profile: 'official', own: true}),
	field: words(30, {group: 'words', profile: 'field', own: true}),
	watchlist: watched(200, {group: 'words', profile: 'watch', secret: true}),
	sites: switches(sites, true, {group: 'where'}),
	languages: switches(ruleLanguages, true, {group: 'where', profile: 'skip-language'}),
	hide: flag(false, {group: 'where'}),
	severity: levels(categories, ['full', 'caution', 'hint', 'off'], 'full', {group: 'severity', profile: 'at-most'}),
	guard: flag(true, {group: 'pause'}),
	guardSites: switches(sites, true, {group: 'pause'}),
	acts: choice(['note', 'hold', 'off'], 'note', {group: 'pause'}),
	media: flag(true, {group: 'pause'}),
	bioReminder: flag(true, {group: 'profile'}),
	bioMonths: choice(['never', '3', '6', '12'], 'never', {group: 'profile'}),
	appsRecommended: words(20, {group: 'messages'}),
	appsDiscouraged: words(20, {group: 'messages', profile: 'app-discouraged'}),
	appsBanned: words(20, {group: 'messages', profile: 'app-banned'}),
	contactEthics: line({group: 'contacts'}),
	contactCommunication: line({group: 'contacts'}),
	contactSecurity: line({group: 'contacts'}),
	// Where the organisation publishes its own rules. Without both nothing is ever fetched.
	channel: address({group: 'channel', lockable: true}),
	keys: keys({group: 'channel', lockable: true}),
};

/** The name of a setting. */
export type SettingName = keyof typeof fields;

type ValueOf<F> = F extends Choice<infer V> ? V
	: F extends Words | Keys ? readonly string[]
		: F extends WatchedWords ? readonly Watched[]
			: F extends Line | Address ? string
				: F extends Flag ? boolean
					: F extends Switches<infer N> ? Readonly<Record<N, boolean>>
						: F extends Levels<infer N, infer V> ? Readonly<Record<N, V>> : never;

/** What the user has told the tool. */
export type Settings = {readonly [N in SettingName]: ValueOf<(typeof fields)[N]>};
