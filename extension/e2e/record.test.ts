import {expect, it} from 'vitest';
import type {Handed} from '../src/shared/protocol.js';
import {handOver, openDesk, savedBy} from './desk-page.js';
import {control, press, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';

const hostile = '<script>document.title = "broken"</script> 🚀 & more\nsecond line';
const handed: Handed = {
	tool: 'record', site: 'linkedin', participants: ['Dana Sample', 'Me'],
	messages: [
		{author: 'Dana Sample', text: hostile, sent: '2026-11-20T09:15:00Z'},
		{author: 'مثال للاسم', text: 'نوافق على الموعد', shownTime: 'Yesterday'},
		{author: 'Dana Sample', text: `Long ${'word '.repeat(2000)}`, sent: '2026-11-22T10:00:00Z'},
	],
};
const decoded = (mail: string) => mail.replace(/(?<=base64\r\n\r\n)[A-Za-z0-9+/=\r\n]+/gu, body => Buffer.from(body, 'base64').toString());

inBothBrowsers('the record of a message', stage => {
	it('answers the four questions, cites the guidelines, and names the apps for work', async () => {
		await changeSettings(stage(), {org: 'ec', appsRecommended: ['Signal']});
		const page = await openDesk(stage(), 'record', '.messages');
		await untilSays(page, /For work your organisation recommends: Signal/u);
		await control(page, 'It is about work.', true);
		await untilSays(page, /as a rule this needs no record/u);
		await control(page, 'Somebody has to act on it or come back to it.', true);
		await untilSays(page, /This may have to be registered/u);
		expect(await page.evaluate(() => document.querySelectorAll('#record-title ~ * details .cited li').length)).toBe(4);
		await page.close();
	});

	it('saves the chosen messages as .eml, .html and .txt, and shows what they hold as text', async () => {
		const page = await handOver(stage(), handed, '.messages');
		expect(await page.evaluate(() => document.title)).not.toBe('broken');
		await control(page, 'Keep message 3', false);
		await control(page, 'Why it is kept', 'file 12');
		await control(page, 'Date and time', '2026-11-21T08:30');
		const mail = await savedBy(page, 'Save as .eml');
		expect([mail.name, mail.type]).toEqual(['2026-11-21-linkedin-message-record.eml', 'message/rfc822']);
		expect(mail.text).toMatch(/^Date: Sat, 21 Nov 2026 08:30:00 [+-]\d{4}\r$/mu);
		expect(decoded(mail.text)).toContain('<script>document.title = "broken"</script> 🚀 & more\r\n    second line');
		const html = await savedBy(page, 'Save as .html');
		const shown = await page.evaluate((text: string) => {
			const read = new DOMParser().parseFromString(text, 'text/html');
			return {scripts: read.querySelectorAll('script').length, texts: [...read.querySelectorAll('li .text')].map(one => one.textContent)};
		}, html.text);
		expect(shown).toEqual({scripts: 0, texts: [hostile, 'نوافق على الموعد']});
		const text = await savedBy(page, 'Save as .txt');
		expect(text.text).toMatch(/2\. 2026-11-21 08:30 [+-]\d\d:\d\d \(The page says: Yesterday\), مثال للاسم, by hand: time\r\n/u);
		expect(text.text).toContain('Why it is kept: file 12\r\n');
		await untilSays(page, /Handed to the browser as 2026-11-21-linkedin-message-record\.txt/u);
		await page.close();
	});

	it('takes messages by hand, and keeps nothing when the page is left', async () => {
		const page = await openDesk(stage(), 'record', '.messages');
		await control(page, 'Author', 'Eli');
		await control(page, 'Text', 'We meet on Monday.');
		await press(page, 'Add a message');
		await press(page, 'Remove message 2');
		await press(page, 'Undo');
		const {text} = await savedBy(page, 'Save as .txt');
		expect(text).toContain('1. time not known, Eli, by hand: author, text\r\n\r\n    We meet on Monday.');
		const stored = await page.evaluate(() => chrome.storage.local.get(null).then(all => JSON.stringify(all)));
		expect(stored).not.toMatch(/Monday|Eli/u);
		await page.close();
		const again = await openDesk(stage(), 'record', '.messages');
		expect(await textOf(again)).not.toContain('Monday');
		await again.close();
	});
});
