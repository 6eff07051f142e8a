import {format} from 'date-fns/format';
import {isValid} from 'date-fns/isValid';
import {parseISO} from 'date-fns/parseISO';
import type {ShownMessage} from '../shared/protocol.js';

/** What of a message can be told by the page or written in by hand. */
const parts = ['author', 'time', 'text'] as const;

/** A message on its way into a record. */
export interface RecordMessage {
	/** Tells messages of one page apart. */
	id: number;
	keep: boolean;
	/** Empty where nobody knows. */
	author: string;
	text: string;
	/** Undefined where nobody knows. */
	sent: Date | undefined;
	/** The time in the page's own words, where it told no other. */
	shownTime: string;
	/** What the user may write in: what the page did not tell. */
	byHand: readonly (typeof parts)[number][];
}

/** A message as the page showed it. */
export function fromPage({author, text, sent, shownTime = ''}: ShownMessage, id: number): RecordMessage {
	const moment = sent?.includes('T') ? parseISO(sent) : undefined;
	const known = moment && isValid(moment) ? moment : undefined;
	return {
		id, keep: true, author: author.trim(), text, sent: known,
		shownTime: known ? '' : shownTime || sent || '',
		byHand: [...(author.trim() ? [] : ['author'] as const), ...(known ? [] : ['time'] as const)],
	};
}

/** A message the user writes in. */
export function blankMessage(id: number): RecordMessage {
	return {id, keep: true, author: '', text: '', sent: undefined, shownTime: '', byHand: parts};
}

/** What of a message the user did write in. */
export function writtenIn({byHand, author, sent, text}: RecordMessage): (typeof parts)[number][] {
	const given = {author: author !== '', time: sent !== undefined, text: text !== ''};
	return byHand.filter(part => given[part]);
}

/** Date, time and distance from UTC by the user's clock: 2026-11-22 13:05 +01:00. */
export function timeInWords(moment: Date): string {
	return format(moment, moment.getSeconds() === 0 ? 'yyyy-MM-dd HH:mm xxx' : 'yyyy-MM-dd HH:mm:ss xxx');
}

/** The same for machines: 2026-11-22T13:05:00+01:00. */
export function isoTime(moment: Date): string {
	return format(moment, "yyyy-MM-dd'T'HH:mm:ssxxx");
}

/** The value of a field for date and time, to the minute. */
export function fieldTime(moment: Date | undefined): string {
	return moment ? format(moment, "yyyy-MM-dd'T'HH:mm") : '';
}

/** Reads the value of such a field; undefined where it is empty or half filled in. */
export function readFieldTime(value: string): Date | undefined {
	const moment = parseISO(value);
	return value.includes('T') && isValid(moment) ? moment : undefined;
}
