import {expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import type {Handed} from '../src/shared/protocol.js';
import {handOver, savedBy, titleOf, untilThere} from './desk-page.js';
import {control, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {violationsOf} from './pages/axe.js';
import {overflowing} from './pages/layout.js';
import {internal} from './samples.js';
import {changeSettings} from './settings.js';
import {until} from './writer.js';

const provisions = {'EC-2a-0': {id: 'EC-2a-0', document: 'Guidelines', place: '2.a', says: 'Write with care.'}};
const harmless = 'The canteen has soup again.';

const handedOf = (tool: Handed['tool'], category: string, draft?: string): Handed => ({
	tool, site: 'linkedin', surface: 'post', provisions, ...(draft !== undefined && {draft}),
	findings: [{rule: `${category}/one`, category, title: 'Sounds harsh', message: 'It does.', provisions: ['EC-2a-0']}],
});

const isDisabled = (page: Page, label: string): Promise<boolean> => page.evaluate((wanted: string) => {
	const named = [...document.querySelectorAll('label')].find(one => one.innerText.trim() === wanted && one.checkVisibility());
	return (named?.control as HTMLInputElement | undefined)?.disabled ?? false;
}, label);

/** The e-mail that a click on the link shown would open. */
async function mail(page: Page): Promise<{to: string; subject: string; body: string}> {
	const address = await until('e-mail link', () => page.evaluate(() =>
		[...document.querySelectorAll<HTMLAnchorElement>('a[href^="mailto:"]')].find(link => link.checkVisibility())?.href ?? ''));
	const {pathname, searchParams} = new URL(address);
	return {to: decodeURIComponent(pathname), subject: searchParams.get('subject') ?? '', body: searchParams.get('body') ?? ''};
}

/** Axe finds nothing wrong with what is shown now, and all of it fits a phone. */
async function expectSound(page: Page): Promise<void> {
	expect(await violationsOf(page)).toEqual([]);
	await page.resize(320, 640);
	expect(await overflowing(page)).toEqual([]);
}

inBothBrowsers('the desk', stage => {
	it('makes a question of what a card handed over, to the user’s own contact, without the draft until it is ticked', async () => {
		await changeSettings(stage(), {org: 'ec', contactEthics: 'Ethics desk <ethics@example.org>', device: 'private'});
		const page = await handOver(stage(), handedOf('ask', 'reputation', harmless));
		await untilSays(page, 'Write with care.');
		expect(await page.evaluate(() => location.hash)).toBe('#ask');
		expect(await textOf(page)).toContain('Ethics service: Ethics desk <ethics@example.org>\nfrom your settings');
		await untilSays(page, 'Central Ethics Service\nfrom your organisation’s pack');
		expect(await textOf(page)).toContain('This message leaves from your own mail.');
		const before = await mail(page);
		expect(before.to).toBe('ethics@example.org');
		expect(before.body).toContain('Write with care. (Guidelines, 2.a)');
		expect(before.body).not.toContain(harmless);
		expect(before.body.replace(/\r\n/gu, '\n')).toBe(await control(page, 'The message'));
		await until('tick', async () => !await isDisabled(page, 'Include my draft'));
		await control(page, 'Include my draft', true);
		await until('draft', async () => (await mail(page)).body.endsWith(`The text I have in mind:\r\n\r\n${harmless}`));
		await expectSound(page);
		await control(page, 'Include my draft', false);
		await until('no draft', async () => !(await mail(page)).body.includes(harmless));
		await page.close();
	});

	it('never takes a draft along that is for the phone: neither for the finding handed over, nor for one it finds itself', async () => {
		for (const handed of [handedOf('ask', 'security', harmless), handedOf('ask', 'reputation', internal.sentence)]) {
			const page = await handOver(stage(), handed);
			await untilSays(page, 'Describe it by phone');
			expect(await isDisabled(page, 'Include my draft')).toBe(true);
			await control(page, 'Include my draft', true).catch(() => false);
			expect((await mail(page)).body).not.toContain(handed.draft);
			await page.close();
		}
	});

	it('leaves out a draft that was ticked and became one for the phone', async () => {
		const page = await handOver(stage(), handedOf('ask', 'reputation', harmless));
		await until('tick', async () => !await isDisabled(page, 'Include my draft'));
		await control(page, 'Include my draft', true);
		await until('draft', async () => (await mail(page)).body.includes(harmless));
		await control(page, 'My draft, at the end of the message', `${harmless} ${internal.sentence}`);
		expect((await mail(page)).body).not.toContain(internal.words);
		await untilSays(page, 'Describe it by phone');
		expect((await mail(page)).body).not.toContain(internal.words);
		await page.close();
	});

	it('gives out what was handed over once, and goes on without', async () => {
		const {browser} = stage();
		const page = await handOver(stage(), handedOf('ask', 'reputation'));
		await untilSays(page, 'Write with care.');
		await page.goto(browser.extensionUrl('desk.html#ask.00000000-0000'));
		await untilSays(page, 'no longer there');
		await page.close();
		const again = await browser.open(browser.extensionUrl('desk.html'));
		await untilThere(again, titleOf('ask'));
		expect(await control(again, 'The message')).toContain('[your question]');
		await again.close();
	});

	it('counts the days of a publication and gives them as a calendar', async () => {
		const page = await handOver(stage(), handedOf('publication', 'publication'));
		await untilSays(page, 'Some texts count as publications');
		await control(page, 'Title', 'Rivers of Europe');
		await control(page, 'Day on which you tell them', '2026-11-23');
		await control(page, 'Day on which it should appear, if there is one', '2027-03-01');
		await untilSays(page, '30 working days are over at the end of Monday, January 4, 2027.');
		await untilSays(page, 'tell them on Friday, January 15, 2027 at the latest.');
		expect(await textOf(page)).toContain('To be confirmed');
		expect(await control(page, 'The text')).toContain('Title: Rivers of Europe');
		await expectSound(page);
		const {name, text} = await savedBy(page, 'Save the dates for your calendar');
		expect(name).toBe('publication.ics');
		expect(text).toContain('DTSTART;VALUE=DATE:20270104\r\n');
		expect(text).toContain('DTSTART;VALUE=DATE:20270115\r\n');
		expect(text.match(/SUMMARY:.*Rivers of Europe/gu)).toHaveLength(2);
		await page.close();
	});

	it('shows the steps after something went wrong, and keeps what was typed on the way to another tool', async () => {
		await changeSettings(stage(), {contactSecurity: 'security@example.org'});
		const page = await handOver(stage(), handedOf('correction', 'accuracy'));
		await untilSays(page, 'Deleting does not undo.');
		await untilSays(page, 'Edit the post');
		await untilSays(page, 'Where a platform allows it, edit the post.');
		const typed = 'Edited today: it is 2, not 20.';
		await control(page, 'A text to put it right', typed);
		await page.evaluate(() => document.querySelector<HTMLAnchorElement>('section:not([hidden]) a[href="#ask"]')?.click());
		await untilThere(page, titleOf('ask'));
		await page.evaluate(() => document.querySelector<HTMLAnchorElement>('nav a[href="#correction"]')?.click());
		await untilThere(page, titleOf('correction'));
		expect(await control(page, 'A text to put it right')).toBe(typed);
		await control(page, 'I told something internal', true);
		await control(page, 'X', true);
		await untilSays(page, 'At once, and by phone.');
		expect(await mail(page)).toMatchObject({to: 'security@example.org', subject: 'Please call me back'});
		await expectSound(page);
		await page.close();
	});
});
