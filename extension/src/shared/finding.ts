import type {WebSite} from './sites.js';

/** How sure and how grave a finding is. Twin of engine/pack/pack.go. */
export type Severity = 'hint' | 'caution' | 'warning';

/** A change the writer may accept: put `text` in place of `start`..`end`. */
export interface Suggestion {
	label: string;
	start: number;
	end: number;
	text: string;
}

/**
 * One place where a text may break a guideline. Twin of engine/finding.go; both are
 * tested against testdata/contract/result.json. Offsets are UTF-16 code units into
 * the text of `part` (or into the shared text where `shared` is set).
 */
export interface Finding {
	rule: string;
	category: string;
	severity: Severity;
	/** The severity of our own pack, where the organisation's house pack has changed it. */
	was?: Severity;
	start: number;
	end: number;
	part: number;
	shared: boolean;
	/** Start and end of the words that weighed, in the order of the text; absent where one phrase made the finding. */
	weighed?: [start: number, end: number][];
	/** Ids of provisions of the active pack. */
	provisions: string[];
	title: string;
	message: string;
	advice: string;
	suggestions: Suggestion[];
}

/**
 * What was not looked at: `cut` (units read), `not-evaluated` (rule), `language` (code), `skipped` (code of a
 * language the user does not want checked), `silenced` (a rule the organisation has silenced, which would have spoken).
 */
export interface Note {
	kind: 'cut' | 'not-evaluated' | 'language' | 'skipped' | 'silenced';
	what: string;
}

/** The engine's answer to one text. */
export interface Result {
	findings: Finding[];
	notes: Note[];
	/** The languages of the text's sentences that there are rules in, in the order of the text; none where it is too short to tell. */
	langs: string[];
}

/** A numbered point of a guideline, in our own words. */
export interface Provision {
	id: string;
	document: string;
	place: string;
	says: string;
}

/** What to ask of a writer who attaches a picture or a film; yes is the good answer. */
export interface MediaQuestion {
	ask: string;
	/** Ids of provisions of the active pack. */
	provisions: string[];
}

/** Something no text shows, for the user to look at now and then. Twin of engine/checkup.go. */
export interface CheckupItem {
	id: string;
	ask: string;
	why: string;
	/** Ids of provisions of the active pack. */
	provisions: string[];
	/** The page of a site where it is set, by site. */
	links: Partial<Record<WebSite, string>>;
	/** Another one when the item, or what its provisions say, was changed. */
	edition: string;
}

/**
 * The active pack, as the engine describes it after `activate`. Tested on both sides
 * against testdata/contract/pack.json.
 */
export interface PackInfo {
	id: string;
	name: string;
	version: string;
	sources: {id: string; title: string; date: string; url?: string}[];
	/** Works of others that the rules were made with; the licence by its SPDX name. */
	credits: {what: string; from: string; licence: string}[];
	contacts: {role: string; address?: string}[];
	disclaimers: Record<string, string>;
	media: MediaQuestion[];
	checkup: CheckupItem[];
	provisions: Record<string, Provision>;
	rules: number;
	/** The organisation's house pack that judges too; absent without one. */
	house?: House;
	/** Why the house pack that is held does not judge. */
	refusal?: Refusal;
}

/** How old an envelope is: past its expiry it is `stale` and still works; `lapsed`, 180 days later, it does not. */
export type Standing = 'fresh' | 'stale' | 'lapsed';

/** What an organisation adds to a built-in pack and changes in it. Twin of wasm/browser/wire; tested against testdata/contract/pack.json. */
export interface House {
	id: string;
	name: string;
	/** Of the envelope: never goes down. */
	version: number;
	channel: string;
	/** Seconds since 1970, as `expires`. */
	notBefore: number;
	expires: number;
	standing: Standing;
	/** The id of the key that signed it: sixteen hex digits. */
	key: string;
	/** How many rules it adds. */
	rules: number;
	/** Built-in rules whose severity it changes. */
	lowered: {rule: string; title: string; from: Severity; to: Severity}[];
	/** Built-in rules it silences. */
	silenced: {rule: string; title: string}[];
	apps: {recommended: string[]; discouraged: string[]; banned: string[]};
	/** What the organisation says of its versions. */
	news: {version: number; says: string}[];
}

/** Why an envelope does not become active. Twin of engine/trust. */
export interface Refusal {
	reason: 'too-large' | 'truncated' | 'bad-form' | 'unknown-key' | 'withdrawn-key' | 'bad-signature' | 'wrong-channel'
		| 'not-newer' | 'not-yet-valid' | 'expired' | 'unreadable' | 'unfit';
	got: string;
	want: string;
}

/** One difference between the house pack that was held and the one that takes its place. */
export interface Change {
	kind: 'rule-added' | 'rule-removed' | 'rule-changed' | 'severity' | 'silenced' | 'restored' | 'contacts' | 'apps' | 'disclaimers' | 'words';
	rule?: string;
	title?: string;
	from?: string;
	to?: string;
}
