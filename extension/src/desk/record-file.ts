import {format} from 'date-fns/format';
import type {Texts} from '../shared/texts.js';
import {isoTime, type RecordMessage} from './record-message.js';

/** All that goes into the files of a record. */
export interface MessageRecord {
	/** Site or app, in words; empty where the user did not say. */
	site: string;
	participants: readonly string[];
	messages: readonly RecordMessage[];
	reason: string;
	remark: string;
	/** The user's time zone by its IANA name. */
	zone: string;
	made: Date;
}

/** The words of the files. */
export interface RecordWords {
	texts: Texts['record'];
	lang: string;
	direction: string;
}

/** The kinds of file a record is saved as. */
export const fileKinds = ['eml', 'html', 'txt'] as const;

/** One of them. */
export type FileKind = (typeof fileKinds)[number];

/** The time the record stands for: that of the last message, or where no time is known, now. */
export function recordTime({messages, made}: MessageRecord): Date {
	const times = messages.flatMap(({sent}) => sent?.getTime() ?? []);
	return times.length > 0 ? new Date(Math.max(...times)) : made;
}

/** The day it stands for: YYYY-MM-DD. */
export function recordDay(record: MessageRecord): string {
	return format(recordTime(record), 'yyyy-MM-dd');
}

/** A site or app as file names and host names can hold it. */
export function siteName(site: string): string {
	const plain = site.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/gu, '-');
	return plain.slice(0, 40).replace(/^-+|-+$/gu, '') || 'direct';
}

/** The name of a file: 2026-11-22-linkedin-message-record.eml. */
export function fileName(record: MessageRecord, kind: FileKind): string {
	return `${recordDay(record)}-${siteName(record.site)}-message-record.${kind}`;
}

/** The zone with its distance from UTC when the record was made: Europe/Brussels (UTC+01:00). */
export function zoneInWords({zone, made}: Pick<MessageRecord, 'zone' | 'made'>): string {
	return `${zone} (UTC${isoTime(made).slice(19)})`;
}
