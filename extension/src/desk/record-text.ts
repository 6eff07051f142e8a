import {fill} from '../shared/texts.js';
import {type MessageRecord, type RecordWords, zoneInWords} from './record-file.js';
import {type RecordMessage, timeInWords, writtenIn} from './record-message.js';

/** What the record is called in its files. */
export function titleOf({site}: MessageRecord, {texts: {file}}: RecordWords): string {
	return site ? fill(file.title, {site}) : file.titleAlone;
}

/** What stands at the top of every file, as names and values. */
export function headLines(record: MessageRecord, {texts}: RecordWords): [name: string, value: string][] {
	const {file} = texts;
	return [
		[file.site, record.site || file.notGiven],
		[file.participants, record.participants.join('; ') || file.notGiven],
		[file.reason, record.reason || file.notGiven],
		...(record.remark ? [[file.remark, record.remark] as [string, string]] : []),
		[file.made, timeInWords(record.made)],
		[file.zone, zoneInWords(record)],
		[file.count, String(record.messages.length)],
	];
}

/** When and by whom, and what of it the user wrote in: the line above a message. */
function messageLine(message: RecordMessage, words: RecordWords): string {
	return [timeOf(message, words), message.author || words.texts.unknownAuthor, byHandOf(message, words)].filter(Boolean).join(', ');
}

/** The time of a message in words. */
export function timeOf({sent, shownTime}: RecordMessage, {texts}: RecordWords): string {
	const known = sent ? timeInWords(sent) : texts.unknownTime;
	return shownTime ? `${known} (${fill(texts.shownTime, {time: shownTime})})` : known;
}

/** What of a message the user wrote in, in words. */
export function byHandOf(message: RecordMessage, {texts, lang}: RecordWords): string {
	const written = writtenIn(message).map(part => texts.file.parts[part]);
	return written.length > 0 ? fill(texts.file.byHand, {parts: new Intl.ListFormat(lang, {type: 'unit'}).format(written)}) : '';
}

/** The record as plain text. Messages are set in, so that none can be taken for a line of ours. */
export function recordText(record: MessageRecord, words: RecordWords): string {
	const head = headLines(record, words).map(([name, value]) => `${name}: ${value.replaceAll(lineBreak, '\r\n    ')}`);
	const messages = record.messages.map((message, index) =>
		`${index + 1}. ${messageLine(message, words)}\r\n\r\n    ${message.text.replaceAll(lineBreak, '\r\n    ')}`);
	return [titleOf(record, words), '', ...head, '', messages.join('\r\n\r\n'), '', words.texts.file.foot, ''].join('\r\n');
}

const lineBreak = /\r\n|\r|\n|\u2028|\u2029/gu;
