import type {Settings} from '../shared/fields.js';
import {fill, type Texts} from '../shared/texts.js';
import type {DayEntry} from './calendar.js';
import {type Day, inWords, noticeBy, noticeDays, workdaysAfter} from './workdays.js';

/** What may be published. */
export const kinds = ['article', 'book', 'blog', 'interview', 'talk', 'other'] as const;

/** A year of working days; a longer time is a slip of the hand. */
export const mostDays = 260;

/** What the user tells of a publication. */
export interface Publication {
	title: string;
	kind: (typeof kinds)[number];
	where: string;
	/** The day it is wished to appear; empty where there is none. */
	wished: Day;
	subject: string;
	/** Whom it is told: the superior or the appointing authority. */
	authority: string;
	/** The day on which notice is given; empty where it is not known. */
	given: Day;
	/** The working days it takes; not a number where that is not known. */
	days: number;
}

/** What the organisations ask for: the Commission a notice, the others an approval. */
export const noticeOf = (org: Settings['org']): 'ec' | 'osce' | 'un' => org || 'un';

/** The provisions each rests on. */
export const noticeProvisions = {
	ec: ['EC-PUB-1', 'EC-PUB-2', 'EC-PUB-4'],
	osce: ['OSCE-AN-CC9b', 'OSCE-AN-CC9a', 'OSCE-8.2'],
	un: ['UN-6d', 'UN-11'],
} as const;

/** A publication before anything was said about it. */
export function emptyPublication(org: Settings['org'], given: Day): Publication {
	return {
		title: '', kind: 'article', where: '', wished: '', subject: '', authority: '', given,
		days: noticeOf(org) === 'ec' ? noticeDays : Number.NaN,
	};
}

/** The days that follow from it. */
export interface Dates {
	/** The last of the working days. */
	over?: Day;
	/** The latest day to give notice for the wished day. */
	by?: Day;
	/** True where the wished day comes before the working days are over. */
	tooEarly: boolean;
}

/** Counts the days. None come out while a day or the number of days is missing. */
export function datesOf({given, wished, days}: Publication): Dates {
	if (!Number.isInteger(days) || days < 1 || days > mostDays) return {tooEarly: false};
	const over = given && workdaysAfter(given, days);
	const by = wished && noticeBy(wished, days);
	return {...(over && {over}), ...(by && {by}), tooEarly: Boolean(over && wished && wished <= over)};
}

/** The notice or request, with a place for everything that was not said. */
export function noticeText(texts: Texts, org: Settings['org'], publication: Publication): string {
	const {notice, places, kinds: names} = texts.desk.publication;
	const {title, kind, where, wished, subject, authority, given, days} = publication;
	const {over} = datesOf(publication);
	const day = (value: Day) => (value ? inWords(value, texts.lang) : places.day);
	const words = notice[noticeOf(org)];
	return [
		fill(notice.to, {authority: authority.trim() || places.authority}),
		words.intro,
		[
			fill(notice.title, {title: title.trim() || places.title}),
			fill(notice.kind, {kind: names[kind]}),
			fill(notice.where, {where: where.trim() || places.where}),
			fill(notice.when, {day: day(wished)}),
			fill(notice.subject, {subject: subject.trim() || places.subject}),
		].join('\n'),
		[fill(words.given, {day: day(given)}), over && fill(words.over, {days, day: day(over)})].filter(Boolean).join(' '),
		notice.enclosed,
		notice.bye,
	].join('\n\n');
}

/** The days for a calendar; `id` names the publication among the user's entries. */
export function noticeEntries(texts: Texts, org: Settings['org'], publication: Publication, id: string): DayEntry[] {
	const {entries, untitled} = texts.desk.publication;
	const {over, by} = datesOf(publication);
	const values = {title: publication.title.trim() || untitled, days: publication.days};
	const words = entries[noticeOf(org)];
	const about = entries.about;
	return [
		...(by ? [{id: `${id}-by`, day: by, title: fill(words.by, values), about}] : []),
		...(over ? [{id: `${id}-over`, day: over, title: fill(words.over, values), about}] : []),
	];
}
