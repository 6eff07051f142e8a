import {expect, it} from 'vitest';
import {inBothBrowsers} from './in-both-browsers.js';
import {internal} from './samples.js';
import {badgeText, cardText, chooseOrganisation, openComposer, pause, pointOfUnderline, underlines, until, untilUnderlined} from './writer.js';

inBothBrowsers('the popup', stage => {
	const popupUrl = () => stage().browser.extensionUrl('popup.html');

	it('asks for the organisation before it judges anything', async () => {
		const popup = await stage().browser.open(popupUrl());
		await until('question', () => popup.evaluate(() => /Choose your organisation/.test(document.body.innerText)));
		expect(await popup.evaluate(() => document.querySelector('textarea, [contenteditable]'))).toBeNull();
		await popup.close();
	});

	it('checks typed text live, with the same underlines and cards', async () => {
		await (await chooseOrganisation(stage())).close();
		const popup = await stage().browser.open(popupUrl());
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.click('textarea');
		await popup.type(`Hello 🚀. ${internal.sentence}`);
		await untilUnderlined(popup, internal.words);
		await popup.hover(await pointOfUnderline(popup, internal.words));
		expect(await until('card', () => cardText(popup))).toContain(internal.title);
		await popup.close();
	});

	it('checks pasted text too', async () => {
		const popup = await stage().browser.open(popupUrl());
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.click('textarea');
		await popup.paste(internal.sentence);
		await untilUnderlined(popup, internal.words);
		await popup.close();
	});

	it('switches a site off and on, also for boxes that are open', async () => {
		const page = await openComposer(stage());
		await page.paste(internal.sentence);
		await untilUnderlined(page, internal.words);
		const popup = await stage().browser.openBehind(popupUrl());
		const flip = (on: boolean) => {
			const input = [...document.querySelectorAll<HTMLInputElement>('[role=switch]')][0];
			if (input && input.checked !== on) input.click();
			return input?.checked === on;
		};
		await until('switch off', () => popup.evaluate(flip, false));
		await untilUnderlined(page);
		await page.type('!');
		await pause(700);
		expect(await underlines(page)).toEqual([]);
		expect(await badgeText(page)).toBe('');
		await until('switch on', () => popup.evaluate(flip, true));
		await untilUnderlined(page, internal.words);
		await popup.close();
		await page.close();
	});
});
