import {format} from 'date-fns/format';
import {createMimeMessage, type MIMEMessage} from 'mimetext/browser';
import {fill} from '../shared/texts.js';
import {type MessageRecord, recordDay, recordTime, type RecordWords, siteName} from './record-file.js';
import {recordHtml} from './record-html.js';
import {recordText} from './record-text.js';

/** The most UTF-8 bytes that one encoded word of a header holds (RFC 2047: 75 signs with its frame). */
const maxWordBytes = 45;

/** The record as an e-mail that was never sent, which mail programs and registers open. */
export function recordMail(record: MessageRecord, words: RecordWords): string {
	const mail = createMimeMessage();
	const {file} = words.texts;
	mail.setHeader('Date', format(recordTime(record), 'EEE, dd MMM yyyy HH:mm:ss xx'));
	const date = recordDay(record);
	const room = maxWordBytes - bytes(fill(file.subject, {site: '', date}));
	mail.setSubject(record.site ? fill(file.subject, {site: cut(record.site, room), date}) : fill(file.subjectAlone, {date}));
	address(mail, record, words);
	part(mail, 'text/plain', `${recordText(record, words)}${file.addresses}\r\n`);
	part(mail, 'text/html', recordHtml(record, words));
	return `${mail.asRaw()}\r\n`;
}

/**
 * From whom and to whom: names only. The addresses end in .invalid, which no mail server
 * ever delivers to (RFC 2606), and differ, so that no address book takes two people for one.
 */
function address(mail: MIMEMessage, record: MessageRecord, {texts}: RecordWords): void {
	const author = record.messages.find(one => one.author)?.author ?? record.participants[0] ?? texts.unknownAuthor;
	const others = record.participants.filter(name => name !== author);
	const box = (name: string, index: number) => ({name: cut(name, maxWordBytes), addr: `participant-${index + 1}@${siteName(record.site)}.invalid`});
	mail.setSender(box(author, 0));
	if (others.length > 0) mail.setTo(others.map((name, index) => box(name, index + 1)));
}

/** Base64 in lines of 76 signs: whatever a text holds, no line of the file is too long or foreign to a mail program. */
function part(mail: MIMEMessage, contentType: string, text: string): void {
	const lines = mail.toBase64(text).match(/.{1,76}/gu) ?? [];
	mail.addMessage({contentType, encoding: 'base64', data: lines.join('\r\n')});
}

/** As much of a text as fits so many UTF-8 bytes, in whole characters. */
function cut(text: string, maxBytes: number): string {
	const plain = text.replace(/\s+/gu, ' ').trim();
	if (bytes(plain) <= maxBytes) return plain;
	const kept = [...plain];
	// The sign for what was left out has three bytes of its own.
	while (kept.length > 0 && bytes(kept.join('')) > maxBytes - 3) kept.pop();
	return `${kept.join('')}…`;
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
