/** When the pause before Post must not come, and when it must come again. */
import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {empty, enter, model, openForm, pressSend, same, sentCount, showForm, write} from './box.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, harmless, internal, profanity, voteCall} from './samples.js';
import {changeSettings} from './settings.js';
import {type Form, forms} from './surfaces/forms.js';
import {badgeTitle, chooseOrganisation, clickButton, openCard, overlayText, pause, underlines, until, untilUnderlined} from './writer.js';

const formOf = (id: string): Form => forms.find(form => form.id === id)!;
const posts = ['x post', 'linkedin post', 'facebook post'].map(formOf);
const xPost = formOf('x post');
const panelText = (page: Page): Promise<string> => overlayText(page, 'panel-place');

async function untilHeld(page: Page, title = embargo.title): Promise<void> {
	await until('panel', async () => (await panelText(page)).includes(title));
	await pause(250);
}

/** Presses Post once and wants it to take effect at once. */
async function sendFreely(page: Page): Promise<void> {
	const before = await sentCount(page);
	await pressSend(page);
	await until('sent', async () => (await sentCount(page)) === before + 1);
	expect(await panelText(page)).toBe('');
}

/** The forms with two boxes at once, with what of them the tests need. */
const pairs: readonly Form[] = posts.map(post => ({...post, id: `${post.site} two`, form: 'two', lineBreak: null}));

inBothBrowsers('the pause before Post', stage => {
	const opened: Page[] = [];

	async function open(form: Form): Promise<Page> {
		const page = await openForm(stage(), form);
		opened.push(page);
		return page;
	}

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(async () => {
		for (const page of opened.splice(0)) await page.close();
	});

	it('never comes where it is switched off', async () => {
		await changeSettings(stage(), {guard: false});
		for (const form of posts) {
			const page = await open(form);
			await write(page, form, embargo.sentence);
			await untilUnderlined(page, embargo.words);
			await sendFreely(page);
		}
		// A page that is open already hears of it.
		const page = await open(xPost);
		await write(page, xPost, embargo.sentence);
		await untilUnderlined(page, embargo.words);
		await changeSettings(stage(), {guard: true});
		await page.front();
		await pressSend(page);
		await untilHeld(page);
		expect(await sentCount(page)).toBe(0);
	});

	it('comes on the sites where it is on, and only there', async () => {
		for (const off of posts) {
			await changeSettings(stage(), {guardSites: {x: true, linkedin: true, facebook: true, [off.site]: false}});
			for (const form of [off, posts.find(one => one !== off)!]) {
				const page = await open(form);
				await write(page, form, embargo.sentence);
				await untilUnderlined(page, embargo.words);
				if (form === off) await sendFreely(page);
				else await pressSend(page).then(() => untilHeld(page));
				expect(await sentCount(page)).toBe(form === off ? 1 : 0);
			}
		}
		await changeSettings(stage(), {guardSites: {x: true, linkedin: true, facebook: true}});
	});

	it('comes neither for a caution nor for a hint', async () => {
		const page = await open(xPost);
		for (const sample of [internal, profanity]) {
			// At once: half a sentence may well be worse than the whole.
			await page.paste(sample.sentence);
			expect(await untilUnderlined(page, sample.words)).toEqual([{text: sample.words, line: sample.line}]);
			await sendFreely(page);
			await showForm(page, xPost);
		}
	});

	it('does not come for a warning that was dismissed', async () => {
		const page = await open(xPost);
		await write(page, xPost, embargo.sentence);
		await untilUnderlined(page, embargo.words);
		await openCard(page, embargo.words);
		await clickButton(page, 'Dismiss here');
		await untilUnderlined(page);
		await sendFreely(page);
	});

	it('comes again for a new warning', async () => {
		const page = await open(xPost);
		await write(page, xPost, embargo.sentence);
		await untilUnderlined(page, embargo.words);
		await pressSend(page);
		await untilHeld(page);
		await clickButton(page, 'Let me post');
		await enter(page);
		await page.press('ControlOrMeta+End');
		await page.type(` ${voteCall.sentence}`);
		await untilUnderlined(page, embargo.words, voteCall.words);
		await pressSend(page);
		await untilHeld(page, voteCall.title);
		expect(await panelText(page)).not.toContain(embargo.title);
		expect(await sentCount(page)).toBe(0);
		await clickButton(page, 'Let me post');
		await sendFreely(page);
	});

	it('comes for a warning in any post of a thread', async () => {
		const thread = formOf('x thread');
		const page = await open(thread);
		await write(page, thread, harmless);
		await enter(page, 'other');
		await page.type(embargo.sentence);
		await untilUnderlined(page, embargo.words);
		await pressSend(page);
		await untilHeld(page);
		expect(await sentCount(page)).toBe(0);
		await clickButton(page, 'Edit');
		await until('panel gone', async () => (await panelText(page)) === '');
		// The caret is back in that post, behind the words.
		await page.press('ControlOrMeta+End');
		await page.type('!');
		expect(await model(page, 'other')).toBe(`${embargo.sentence}!`);
		await untilUnderlined(page, embargo.words);
		await pressSend(page);
		await untilHeld(page);
		await clickButton(page, 'Let me post');
		await sendFreely(page);
	});

	it.each(pairs)('$id: each box is checked by itself', async form => {
		const page = await open(form);
		await write(page, form, embargo.sentence);
		await untilUnderlined(page, embargo.words);
		await enter(page, 'other');
		await page.type(internal.sentence);
		await until('both', async () => {
			const texts = (await underlines(page)).map(({text}) => text).sort();
			return JSON.stringify(texts) === JSON.stringify([embargo.words, internal.words].sort());
		});
		// The one without a warning goes out, and takes its underline with it.
		const before = await sentCount(page);
		await pressSend(page, 'other-send');
		await until('sent', async () => (await sentCount(page)) === before + 1);
		expect(await panelText(page)).toBe('');
		await untilUnderlined(page, embargo.words);
		await enter(page);
		await empty(page);
		await untilUnderlined(page);
	});

	it.each(['x chat', 'facebook comment', 'facebook message'].map(formOf))('$id: Enter that ends a composition neither sends nor is held', async form => {
		const page = await open(form);
		await write(page, form, `${embargo.sentence} `);
		await untilUnderlined(page, embargo.words);
		// Only Chromium's protocol composes; in Firefox the rule itself is tested (press.test.ts).
		if (!(await page.compose(['n', 'ni', '日本'], 'Enter'))) return;
		await until('text', async () => same(await model(page), `${embargo.sentence} 日本`));
		await pause(300);
		expect([await sentCount(page), await panelText(page)]).toEqual([0, '']);
		await page.press('Enter');
		await untilHeld(page);
		expect(await sentCount(page)).toBe(0);
		expect(await badgeTitle(page)).toMatch(/^1 finding/u);
	});
});
