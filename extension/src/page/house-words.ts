import type {Settings} from '../shared/fields.js';
import type {Change, House, PackInfo, Refusal} from '../shared/finding.js';
import type {ChannelStatus, Failure} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';

/** How long a pack works past its expiry, in seconds. As `Grace` in engine/trust. */
const graceSeconds = 180 * 24 * 60 * 60;

/** A moment, in milliseconds since 1970, by the user's clock and in the words of a language. */
export function shownMoment(ms: number, lang: string): string {
	return new Intl.DateTimeFormat(lang, {dateStyle: 'medium', timeStyle: 'short'}).format(ms);
}

/** The day of a moment, in seconds since 1970. */
export function shownDate(seconds: number, lang: string): string {
	return new Intl.DateTimeFormat(lang, {dateStyle: 'long'}).format(seconds * 1000);
}

/** What it means that a house pack is old; nothing where it is fresh. */
export function standingText({standing, expires}: House, {house, lang}: Texts): string | undefined {
	if (standing === 'fresh') return undefined;
	return fill(house.standing[standing], {day: shownDate(expires, lang), end: shownDate(expires + graceSeconds, lang)});
}

/** The house pack that judges. */
export function judging(channel: ChannelStatus | null | undefined): House | undefined {
	return channel?.house && channel.house.standing !== 'lapsed' ? channel.house : undefined;
}

/** Why a pack was not taken, or could not be fetched. */
export interface Trouble {
	says: string;
	/** What to do. */
	then: string;
	/** For people who look closer. */
	detail?: string;
	/** In milliseconds since 1970. */
	at?: number;
	/** How often in a row. */
	times?: number;
	/** True where nothing is to be done at once. */
	calm: boolean;
}

/** What is in the way of a newer pack, or of any; the newest first. */
export function troublesOf({heldRefusal, refusal, failure}: ChannelStatus, texts: Texts): Trouble[] {
	const troubles = [
		...(failure ? [ofFailure(failure, texts)] : []),
		...(refusal ? [{...ofRefusal(refusal.refusal, texts), at: refusal.at}] : []),
		...(heldRefusal && heldRefusal.reason !== refusal?.refusal.reason ? [ofRefusal(heldRefusal, texts)] : []),
	];
	return troubles.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** These pass by themselves. */
const calmRefusals: readonly Refusal['reason'][] = ['not-newer', 'not-yet-valid'];
const calmFailures: readonly Failure['kind'][] = ['unreachable', 'slow', 'broken-off'];

function ofRefusal({reason, got, want}: Refusal, {house: {refusals, why}}: Texts): Trouble {
	return {...refusals[reason], detail: fill(why.detail, {got, want}), calm: calmRefusals.includes(reason)};
}

function ofFailure({failure: {kind, got = ''}, at, times}: NonNullable<ChannelStatus['failure']>, {house: {failures, why}}: Texts): Trouble {
	const {says, then} = failures[kind];
	const known = says.includes('{got}') || !got;
	return {says: fill(says, {got}), then, ...(!known && {detail: fill(why.got, {got})}), at, times, calm: calmFailures.includes(kind)};
}

/** One thing that an update changed. */
export function changeText({kind, title, rule = '', from = '', to = ''}: Change, {house: {news}, severities}: Texts): string {
	const names: Record<string, string> = severities;
	return fill(news.kinds[kind], {title: title ?? rule, from: names[from] ?? from, to: names[to] ?? to});
}

/** The settings that list apps, and how a house pack sorts them. */
const tiers = {appsRecommended: 'recommended', appsDiscouraged: 'discouraged', appsBanned: 'banned'} as const;

/** The apps that the organisation's pack adds to those of a setting, without those the user has listed. */
export function addedApps(name: string, settings: Settings, pack: PackInfo | null): string[] {
	if (!Object.hasOwn(tiers, name) || !pack?.house || pack.house.standing === 'lapsed') return [];
	const setting = name as keyof typeof tiers;
	const known = new Set(settings[setting].map(app => app.toLowerCase()));
	return pack.house.apps[tiers[setting]].filter(app => !known.has(app.toLowerCase()));
}
