import {expect, it} from 'vitest';
import {control, openForm, press, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {inside, internal} from './samples.js';
import {chooseOrganisation, clickButton, openCard, pause, pointOfUnderline, until, untilUnderlined} from './writer.js';

inBothBrowsers('options and first run', stage => {
	const openPage = (file?: string) => openForm(stage(), file);
	const openPopup = async () => {
		const popup = await stage().browser.open(stage().browser.extensionUrl('popup.html'));
		await until('box', () => popup.evaluate(() => document.querySelector('textarea') !== null));
		await popup.click('textarea');
		return popup;
	};

	it('opens the first-run page at install, and checks a text there once the organisation is chosen', async () => {
		const address = stage().browser.extensionUrl('welcome.html');
		await until('first-run page', async () => (await stage().browser.addresses()).some(one => one.startsWith(address)));
		const page = await chooseOrganisation(stage());
		await until('box', () => page.evaluate(() => document.querySelector('textarea') !== null));
		await page.click('textarea');
		await page.type(internal.sentence);
		await untilUnderlined(page, internal.words);
		await page.close();
	});

	it('names the pack in use, its sources and whom to ask', async () => {
		const page = await openPage();
		await untilSays(page, /Guidelines of: .*Commission.*\d+ rules/u);
		await untilSays(page, /Names of countries: Unicode CLDR.*, Unicode-DFS-2016/u);
		await control(page, 'Your organisation', 'osce');
		await untilSays(page, /Guidelines of: .*(OSCE|Organization for Security)/u);
		await control(page, 'Your organisation', 'ec');
		await untilSays(page, /Guidelines of: .*Commission/u);
		await page.close();
	});

	it('keeps words tidy, and suggests some', async () => {
		const page = await openPage();
		await control(page, 'Your field of work', 'herring\n\n  mackerel   quota \nherring');
		await press(page, 'Add fisheries');
		await untilSays(page, /3 of 30/u);
		const again = await openPage();
		expect(await control(again, 'Your field of work')).toBe('herring\nmackerel quota\nfisheries');
		await again.close();
		await page.close();
	});

	it('finds what is written at an option, as one types', async () => {
		const page = await openPage();
		await page.click('input[type=search]');
		await page.type('insults');
		await untilSays(page, /1 match\n/u);
		const shown = () => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('section')].filter(one => !one.hidden).map(one => one.id).join());
		expect(await shown()).toBe('severity');
		await page.type(' zebra');
		await untilSays(page, /Nothing found for “insults zebra”/u);
		await page.press('Escape');
		await until('all options', async () => (await shown()).includes('you,'));
		expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('');
		await page.close();
	});

	it('opens where the address says', async () => {
		const page = await openPage('options.html#messages');
		const top = () => page.evaluate(() => document.getElementById('messages')?.getBoundingClientRect().top ?? -1);
		await until('place', async () => Math.abs(await top()) < 40);
		expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('messages');
		await page.close();
	});

	it('shows dismissed phrases again, one or all, and takes that back', async () => {
		for (const sample of [internal, inside]) {
			const popup = await openPopup();
			await popup.paste(sample.sentence);
			await untilUnderlined(popup, sample.words);
			await openCard(popup, sample.words);
			await clickButton(popup, 'Never for this phrase');
			await until('no underline', async () => await pointOfUnderline(popup, sample.words).catch(() => null) === null);
			// A dismissal can be undone for some seconds; leaving the box settles it.
			await popup.close();
		}
		const page = await openPage();
		await untilSays(page, /dismissed 2 phrases/u);
		await untilSays(page, /Confidentiality \(.*\), in a page of this extension, \d+ \w+ 20\d\d|Confidentiality \(.*\), in a page of this extension, \w+ \d+, 20\d\d/u);
		await press(page, 'Show again');
		await untilSays(page, /dismissed 1 phrase /u);
		await press(page, 'Undo');
		await untilSays(page, /dismissed 2 phrases/u);
		await press(page, 'Show them all again');
		await untilSays(page, /not dismissed any phrase/u);
		await press(page, 'Undo');
		await untilSays(page, /dismissed 2 phrases/u);
		await page.close();
	});

	it('resets everything, and takes that back', async () => {
		const page = await openPage();
		await untilSays(page, /Guidelines of: .*Commission/u);
		await press(page, 'Reset everything');
		await untilSays(page, /Everything is reset/u);
		await untilSays(page, /not dismissed any phrase/u);
		expect(await control(page, 'Your organisation')).toBe('');
		expect(await control(page, 'Your field of work')).toBe('');
		await press(page, 'Undo');
		await untilSays(page, /Guidelines of: .*Commission/u);
		await untilSays(page, /dismissed 2 phrases/u);
		expect(await control(page, 'Your field of work')).toBe('herring\nmackerel quota\nfisheries');
		await page.close();
	});

	it('can be used at 320 pixels and with the keyboard', async () => {
		for (const file of ['options.html', 'welcome.html', 'popup.html']) {
			const page = await stage().browser.open(stage().browser.extensionUrl(file));
			await page.resize(320, 640);
			await until('content', async () => (await textOf(page)).length > 40);
			await pause(200);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
			const reached = new Set<string>();
			for (let times = 0; times < 60; times++) {
				// Where the page begins with the focus counts, too: some browsers do not come round again.
				reached.add(await page.evaluate(() => document.activeElement?.tagName ?? ''));
				await page.press('Tab');
			}
			expect([...reached]).toContain('BUTTON');
			expect([...reached]).toContain('TEXTAREA');
			await page.close();
		}
	});
});
