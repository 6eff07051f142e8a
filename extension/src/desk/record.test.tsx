// @vitest-environment jsdom
process.env.TZ = 'Europe/Brussels';
import {render} from 'preact';
import {act} from 'preact/test-utils';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {ShownMessage} from '../shared/protocol.js';
import {initialSettings} from '../shared/settings.js';
import {en} from '../shared/texts/en.js';
import {Record} from './record.js';
import {fileName, type MessageRecord, recordDay, siteName} from './record-file.js';
import {recordHtml} from './record-html.js';
import {recordMail} from './record-mail.js';
import {fieldTime, fromPage, isoTime, readFieldTime, timeInWords} from './record-message.js';
import {verdictOn} from './record-need.js';
import {recordText} from './record-text.js';

const words = {texts: en.record, lang: 'en', direction: 'ltr'};
const hostile = 'Agreed: 12 000 € 🚀 <script>alert(1)</script> & "so on"\nFrom: nobody\r\n--x';
const shown: ShownMessage[] = [
	{author: 'Dana Sample 🌍', text: hostile, sent: '2026-11-21T23:30:05Z', shownTime: '23:30'},
	{author: 'مثال للاسم', text: 'نوافق على الموعد', shownTime: 'Yesterday'},
	{author: '', text: `long ${'x'.repeat(5000)}`, sent: 'soon'},
];
const record = (change: Partial<MessageRecord> = {}): MessageRecord => ({
	site: 'LinkedIn', participants: ['Dana Sample 🌍', 'مثال للاسم', `Very Long ${'Name '.repeat(30)}`], messages: shown.map(fromPage),
	reason: 'file 12', remark: '', zone: 'Europe/Brussels', made: new Date('2026-11-22T12:00:00Z'), ...change,
});

/** Reads a MIME file by its rules: unfolded headers, parts by the boundary, base64 decoded. */
function parseMail(raw: string) {
	const [head = '', ...rest] = raw.split('\r\n\r\n');
	const headers = Object.fromEntries(head.replace(/\r\n[ \t]/gu, ' ').split('\r\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
	const boundary = /boundary=(\S+)/u.exec(headers['Content-Type'] ?? '')?.[1] ?? '';
	const parts = rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, -1).map(part => {
		const [partHead = '', ...body] = part.trimStart().split('\r\n\r\n');
		return {head: partHead, text: Buffer.from(body.join('').replace(/\s/gu, ''), 'base64').toString()};
	});
	return {headers, parts};
}
const decodeWords = (value = '') => value.replace(/=\?utf-8\?B\?([^?]*)\?=/gu, (_all, code: string) => Buffer.from(code, 'base64').toString());

describe('times', () => {
	it('are told with the distance from UTC on that day, by the clock of the user', () => {
		expect(timeInWords(new Date('2026-11-21T23:30:05Z'))).toBe('2026-11-22 00:30:05 +01:00');
		expect(timeInWords(new Date('2026-07-01T10:00:00Z'))).toBe('2026-07-01 12:00 +02:00');
		expect(isoTime(new Date('2026-07-01T10:00:00Z'))).toBe('2026-07-01T12:00:00+02:00');
	});

	it('are read from a field, and unknown where it is empty or the page told none', () => {
		expect(readFieldTime('2026-11-22T09:15')?.toISOString()).toBe('2026-11-22T08:15:00.000Z');
		expect(fieldTime(readFieldTime('2026-11-22T09:15'))).toBe('2026-11-22T09:15');
		expect(readFieldTime('')).toBeUndefined();
		expect(fromPage({author: 'a', text: 't', sent: '2026-13-45T99:00'}, 0)).toMatchObject({sent: undefined, byHand: ['time'], shownTime: '2026-13-45T99:00'});
		expect(fromPage({author: 'a', text: 't', sent: '2026-11-22T09:15:00+01:00'}, 0)).toMatchObject({byHand: [], shownTime: ''});
	});
});

describe('file names', () => {
	it('hold the day of the last message and the site, whatever the user called it', () => {
		expect(fileName(record(), 'eml')).toBe('2026-11-22-linkedin-message-record.eml');
		expect(siteName('../Mössenger & Cö')).toBe('mossenger-co');
		expect(siteName('微信')).toBe('direct');
		expect(recordDay(record({messages: []}))).toBe('2026-11-22');
	});
});

describe('the .eml', () => {
	const {headers, parts} = parseMail(recordMail(record(), words));

	it('has the headers a mail program wants, and addresses that lead nowhere', () => {
		expect(headers['Date']).toBe('Sun, 22 Nov 2026 00:30:05 +0100');
		expect(decodeWords(headers['Subject'])).toBe('LinkedIn messages of 2026-11-22');
		expect(decodeWords(headers['From'])).toBe('Dana Sample 🌍 <participant-1@linkedin.invalid>');
		expect(decodeWords(headers['To'])).toMatch(/^مثال للاسم <participant-2@linkedin\.invalid>, Very Long Name .*… <participant-3@linkedin\.invalid>$/u);
		expect(headers['MIME-Version']).toBe('1.0');
		expect(headers['Content-Type']).toMatch(/^multipart\/alternative; boundary=/u);
	});

	it('holds the same text twice, plain and as a page', () => {
		expect(parts.map(({head}) => head.split('\r\n')[0])).toEqual(['Content-Type: text/plain; charset=UTF-8', 'Content-Type: text/html; charset=UTF-8']);
		expect(parts[0]?.text).toContain('Agreed: 12 000 € 🚀 <script>alert(1)</script> & "so on"\r\n    From: nobody\r\n    --x');
		expect(parts[0]?.text).toContain(en.record.file.addresses);
		expect(parts[1]?.text).toBe(recordHtml(record(), words));
	});

	it('has no line that is too long, and none but ASCII', () => {
		const raw = recordMail(record(), words);
		expect(raw).toMatch(/^[\x20-\x7e\r\n]+$/u);
		expect(Math.max(...raw.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(200);
		expect(raw.match(/=\?utf-8\?B\?[^?]*\?=/gu)?.every(word => word.length <= 75)).toBe(true);
		expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
	});

	it('does without participants, site and times', () => {
		const {headers: bare} = parseMail(recordMail(record({site: '', participants: [], messages: [fromPage({author: '', text: 't'}, 0)]}), words));
		expect(decodeWords(bare['From'])).toBe('author not known <participant-1@direct.invalid>');
		expect(bare['To']).toBeUndefined();
		expect(decodeWords(bare['Subject'])).toBe('Messages of 2026-11-22');
		expect(bare['Date']).toBe('Sun, 22 Nov 2026 13:00:00 +0100');
	});
});

describe('the .html', () => {
	it('shows what a message holds and runs none of it', () => {
		const page = new DOMParser().parseFromString(recordHtml(record({reason: '<img src=x onerror=alert(1)>'}), words), 'text/html');
		expect(page.querySelectorAll('script, img, link, iframe')).toHaveLength(0);
		expect(page.querySelector('li .text')?.textContent).toBe(hostile.replaceAll('\r\n', '\n'));
		expect(page.body.textContent).toContain('<img src=x onerror=alert(1)>');
		expect([...page.querySelectorAll('li .text')].every(text => text.getAttribute('dir') === 'auto')).toBe(true);
		expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-22T00:30:05+01:00');
		expect(page.querySelector('style')?.textContent).toContain('white-space:pre-wrap');
	});
});

describe('the .txt', () => {
	it('says who, when, where, why, and what is not known', () => {
		const text = recordText(record(), words);
		expect(text).toContain('Site: LinkedIn\r\nParticipants: Dana Sample 🌍; مثال للاسم; Very Long');
		expect(text).toContain('Why it is kept: file 12\r\nRecord made: 2026-11-22 13:00 +01:00\r\nTime zone: Europe/Brussels (UTC+01:00)\r\nMessages: 3');
		expect(text).toContain('2. time not known (The page says: Yesterday), مثال للاسم\r\n');
		expect(text).toContain('3. time not known (The page says: soon), author not known\r\n');
	});

	it('marks what was written in by hand', () => {
		const message = {...fromPage({author: '', text: 't', shownTime: 'Yesterday'}, 0), author: 'Eli', sent: new Date('2026-11-21T08:00:00Z')};
		expect(recordText(record({messages: [message]}), words)).toContain('1. 2026-11-21 09:00 +01:00 (The page says: Yesterday), Eli, by hand: author, time\r\n');
	});
});

it('points to a record for work that is important and lasting, or that asks to act', () => {
	const need = {work: false, important: false, lasting: false, action: false};
	expect(verdictOn(need)).toBe('open');
	expect(verdictOn({...need, important: true, lasting: true, action: true})).toBe('private');
	expect(verdictOn({...need, work: true})).toBe('pass');
	expect(verdictOn({...need, work: true, important: true})).toBe('pass');
	expect(verdictOn({...need, work: true, important: true, lasting: true})).toBe('keep');
	expect(verdictOn({...need, work: true, action: true})).toBe('keep');
});

describe('the page', () => {
	const saved: {name: string; text: Promise<string>}[] = [];

	beforeEach(() => {
		saved.length = 0;
		let last: Blob | undefined;
		// jsdom has no addresses for blobs and follows no downloads: what goes to the browser is read here.
		URL.createObjectURL = vi.fn((blob: Blob) => {
			last = blob;
			return 'blob:x';
		});
		URL.revokeObjectURL = vi.fn();
		HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
			saved.push({name: this.download, text: readBlob(last)});
		};
	});

	const readBlob = (blob: Blob | undefined) => new Promise<string>(resolve => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as string);
		if (blob) reader.readAsText(blob);
	});

	function show(messages?: ShownMessage[]): HTMLElement {
		document.body.innerHTML = '<main></main>';
		const main = document.querySelector('main') as HTMLElement;
		const handed = messages ? {tool: 'record' as const, site: 'linkedin' as const, messages, participants: ['Dana Sample 🌍', 'Me']} : null;
		void act(() => render(<Record handed={handed} pack={null} settings={{...initialSettings(), appsRecommended: ['Signal', 'Teams']}} />, main));
		return main;
	}
	const press = (main: HTMLElement, label: string) => act(() => [...main.querySelectorAll('button')].find(one => one.textContent === label)?.click());
	const give = (element: HTMLInputElement | HTMLTextAreaElement | null, value: string) => act(() => {
		if (!element) throw new Error('field: got none, want one');
		element.value = value;
		element.dispatchEvent(new Event('input', {bubbles: true}));
	});
	const named = (main: HTMLElement, label: string) =>
		[...main.querySelectorAll('label')].find(one => one.textContent?.trim() === label)?.control as HTMLInputElement | null;

	it('saves only what is ticked, with what the user wrote in', async () => {
		const main = show(shown);
		expect(main.textContent).toContain('Signal or Teams');
		expect(main.querySelectorAll('textarea').length, 'handed texts stay as they are').toBe(2);
		await act(() => named(main, 'Keep message 3')?.click());
		await give(named(main, 'Why it is kept'), 'file 12');
		await give(main.querySelector('input[type=datetime-local]'), '2026-11-22T09:15');
		await press(main, 'Save as .txt');
		const text = await saved[0]?.text;
		expect(saved[0]?.name).toBe('2026-11-22-linkedin-message-record.txt');
		expect(text).toContain('Participants: Dana Sample 🌍; Me; مثال للاسم');
		expect(text).toContain('2. 2026-11-22 09:15 +01:00 (The page says: Yesterday), مثال للاسم, by hand: time');
		expect(text).not.toContain('xxxxx');
	});

	it('takes messages written in by hand, and gives back a removed one', async () => {
		const main = show();
		const save = () => [...main.querySelectorAll('button')].find(one => one.textContent === 'Save as .eml');
		expect(save()?.disabled).toBe(true);
		await give(named(main, 'Text'), 'We agreed on Monday.');
		await give(named(main, 'Author'), 'Eli');
		expect(save()?.disabled).toBe(false);
		await press(main, 'Remove message 1');
		expect(save()?.disabled).toBe(true);
		await press(main, 'Undo');
		await press(main, 'Add a message');
		expect(named(main, 'Text')?.value).toBe('We agreed on Monday.');
		await press(main, 'Save as .eml');
		const mail = parseMail(await saved[0]?.text ?? '');
		expect(decodeWords(mail.headers['From'])).toBe('Eli <participant-1@direct.invalid>');
		expect(mail.parts[0]?.text).toContain('1. time not known, Eli, by hand: author and text'.replace(' and ', ', '));
		expect(saved[0]?.name).toMatch(/^\d{4}-\d\d-\d\d-direct-message-record\.eml$/u);
	});
});
