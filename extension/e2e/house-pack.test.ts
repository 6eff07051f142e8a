import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import {channelPattern} from '../src/shared/channel.js';
import {control, openForm, press, stored, textOf, untilSays} from './form.js';
import {earlierVersion, harbours, harboursName, harboursVersion, inspection, silenced, weighed} from './harbours.js';
import {heldAddress, hold} from './held.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {channelAddress, openPackServer, packHost, type PackServer, redirectTo, serve, status} from './pack-server.js';
import {written} from './pages/written.js';
import {newKey, seal} from './sealed.js';
import {changeSettings} from './settings.js';
import {openCard, until} from './writer.js';

const key = newKey();
const servers: PackServer[] = [];
afterAll(() => Promise.all(servers.map(server => server.close())));

const openPopup = ({browser}: Stage): Promise<Page> => browser.open(browser.extensionUrl('popup.html'));

inBothBrowsers('the pack of an organisation', stage => {
	let server: PackServer;
	let page: Page;
	const envelope = async (version: number, more: Partial<Parameters<typeof seal>[0]> = {}) =>
		seal({key, version, payload: await harbours(version), ...more});

	beforeAll(async () => {
		server = await openPackServer();
		servers.push(server);
		stage().gateway.routes.set(packHost, server.port);
		await changeSettings(stage(), {org: 'ec'});
		page = await openForm(stage(), 'options.html#channel');
		await page.front();
	}, 180_000);

	describe('that is not used yet', () => {
		it('is asked for nowhere, and said so', async () => {
			await untilSays(page, /You use no such pack\. Nothing is fetched, and no request is made\./u);
			expect(server.requests).toEqual([]);
		});

		it('is told what is wrong with an address and keys beside them, and stores nothing', async () => {
			await press(page, 'Use the pack of your organisation');
			await control(page, 'Address of the pack', 'http://packs.example.org/v1/channels/staff');
			await control(page, 'Keys of the pack', 'secret');
			await press(page, 'Use this pack');
			await untilSays(page, /The address must begin with https:\/\//u);
			await untilSays(page, /“secret” is no key/u);
			const focused = () => page.evaluate(() => [document.activeElement?.getAttribute('name'), document.activeElement?.getAttribute('aria-invalid')]);
			expect(await focused()).toEqual(['address', 'true']);
			expect((await stored(page))['settings']).not.toHaveProperty('channel');
		});

		it('is used after one click, from a pasted message with address and key; the request tells nothing', async () => {
			await stage().browser.agreeTo(channelPattern(channelAddress));
			server.play = serve(await envelope(earlierVersion));
			await page.click('#channel input[name=address]');
			await page.press('Control+a');
			await page.paste(`Dear colleagues, the address is ${channelAddress} and the key ${key.public} Regards`);
			expect(await control(page, 'Address of the pack')).toBe(channelAddress);
			expect(await control(page, 'Keys of the pack')).toBe(key.public);
			await untilSays(page, `Only ${channelAddress} will be asked for the pack`);
			expect(server.requests).toEqual([]);
			await page.click('#channel form button');
			await untilSays(page, `${harboursName}, version ${earlierVersion}. It adds 2 rules of its own.`);
			expect(server.requests.map(({method, url}) => `${method} ${url}`)).toEqual(['GET /v1/channels/staff']);
			await untilSays(page, 'The pack of your organisation is in use');
			await untilSays(page, channelAddress);
			await untilSays(page, key.public);
		});
	});

	describe('that is in use', () => {
		it('says in the popup that it judges', async () => {
			const popup = await openPopup(stage());
			await untilSays(popup, `With the pack of ${harboursName}, version ${earlierVersion}.`);
			await popup.close();
			await page.front();
		});

		it('shows by name what it changes, and its apps also at the settings and on the desk', async () => {
			await untilSays(page, /2 rules weigh more or less:\s+Alarming news that nobody checked: Hint instead of Caution\s+Interview, article or talk: Caution instead of Hint/u);
			await untilSays(page, /Recommended: Signal\s+Advised against: WhatsApp\s+Banned: Chatterbox/u);
			await untilSays(page, /Your organisation’s pack adds: Chatterbox/u);
			const desk = await stage().browser.open(stage().browser.extensionUrl('desk.html#record'));
			await untilSays(desk, /Signal/u);
			await desk.close();
			await page.front();
		});

		it('is looked for by a click, and what an update changed stands there until it is read', async () => {
			await press(page, 'Mark as read');
			await until('nothing new', async () => !(await textOf(page)).includes('Mark as read'));
			await press(page, 'Look now');
			await untilSays(page, 'There is nothing newer.');
			server.play = serve(await envelope(harboursVersion));
			await press(page, 'Look now');
			await untilSays(page, 'A newer pack was fetched and is in use.');
			const news = /Your organisation has changed its pack\s+Inland Harbours Unit, version 3\s+A reminder about lock tolls[^]*New rule: .*[^]*Silenced: Shouting/u;
			await untilSays(page, news);
			expect(await textOf(page)).not.toContain('Licence numbers of skippers are now found.');
			const popup = await openPopup(stage());
			await untilSays(popup, /Your organisation has changed its pack/u);
			await popup.click('.house-news summary');
			await untilSays(popup, news);
			await press(popup, 'Mark as read');
			await until('nothing new in the popup', async () => !(await textOf(popup)).includes('has changed its pack'));
			await until('nothing new in the options', async () => !(await textOf(page)).includes('has changed its pack'));
			await popup.close();
			await page.front();
		});

		it('speaks for itself, says what it has changed, and what it has silenced', async () => {
			const popup = await openPopup(stage());
			await written(`${inspection.sentence} ${weighed.sentence} ${silenced.sentence}`, 'comment')(popup);
			await untilSays(popup, /“inspection of the harbour[^”]*”/u);
			await untilSays(popup, /Interview, article or talk[^]*Changed by your organisation \(was: Hint\)/u);
			await untilSays(popup, 'Silenced by your organisation: Shouting.');
			expect(await openCard(popup, weighed.words)).toContain('Changed by your organisation (was: Hint)');
			await popup.close();
			await page.front();
		});
	});

	describe('that is not taken', () => {
		it.each([
			['an unknown key', async () => serve(await envelope(4, {key: newKey(), payload: await harbours()})), /signed with a key that you have not entered/u, true],
			['a changed envelope', async () => serve(Buffer.concat([await envelope(4, {payload: await harbours()}), Buffer.from('x')])), /signature does not fit/u, true],
			['a step back', async () => serve(await envelope(earlierVersion)), /older than the one you have had/u, false],
			['an envelope out of date', async () => serve(await envelope(4, {payload: await harbours(), until: -10})), /offered is out of date/u, true],
			['another channel', async () => serve(await envelope(4, {payload: await harbours(), channel: 'other'})), /meant for another address/u, true],
			['no answer', async () => status(503), /answered with 503 instead of a pack/u, true],
			['a way elsewhere', async () => redirectTo('https://x.com/v1/channels/staff'), /led to another one, which is never followed/u, true],
		] as const)('says why, and what to do: %s', async (_name, play, words, grave) => {
			server.play = await play();
			await press(page, 'Look now');
			await untilSays(page, 'No newer pack could be taken. The reason stands above.');
			await untilSays(page, words);
			await untilSays(page, /Why there is nothing newer/u);
			await untilSays(page, `${harboursName}, version ${harboursVersion}.`);
			const popup = await openPopup(stage());
			await untilSays(popup, `With the pack of ${harboursName}, version ${harboursVersion}.`);
			if (grave) await untilSays(popup, words);
			else expect(await textOf(popup)).not.toMatch(words);
			await popup.close();
			await page.front();
		});

		it('is led to from the popup', async () => {
			const popup = await openPopup(stage());
			await press(popup, 'More, and what to do');
			const address = stage().browser.extensionUrl('options.html#channel');
			await until('options', async () => (await stage().browser.addresses()).filter(one => one === address).length > 1);
			await popup.close();
		});
	});

	describe('that is left', () => {
		it('is taken back after one question, and so is the leave to reach its host', async () => {
			await page.front();
			await press(page, 'Stop using this pack…');
			await press(page, 'Keep it');
			await untilSays(page, `${harboursName}, version ${harboursVersion}.`);
			await press(page, 'Stop using this pack…');
			await press(page, 'Stop using it');
			await untilSays(page, 'The pack of your organisation is no longer used.');
			await untilSays(page, /You use no such pack/u);
			await until('nothing held', async () => !('channel' in await stored(page)));
			const access = () => page.evaluate((origin: string) => chrome.permissions.contains({origins: [origin]}), channelPattern(channelAddress));
			await until('no access', async () => !await access());
			const popup = await openPopup(stage());
			await untilSays(popup, /This tab is none/u);
			expect(await textOf(popup)).not.toContain(harboursName);
			await popup.close();
			await page.close();
		});
	});
});

inBothBrowsers('an old pack of an organisation', stage => {
	const day = 24 * 60 * 60;
	const held = async (from: number, until: number) =>
		({keys: [key.public], held: {version: harboursVersion, envelope: seal({key, version: harboursVersion, payload: await harbours(), from: from * day, until: until * day})}});

	it('goes on working out of date and says so; after 180 days it does not', async () => {
		await hold(stage(), await held(-60, -10));
		const popup = await openPopup(stage());
		await untilSays(popup, /The pack of your organisation has been out of date since .* It goes on working until/u);
		await untilSays(popup, `With the pack of ${harboursName}, version ${harboursVersion}.`);
		await popup.close();
		await hold(stage(), await held(-300, -190));
		const later = await openPopup(stage());
		await untilSays(later, /has been out of date since .* so only the guidelines that come with the extension are in use/u);
		expect(await textOf(later)).not.toContain('With the pack');
		await later.close();
	});

	it('says what is in the way where the extension may not reach its host, and asks for that by a click', async () => {
		await hold(stage(), {...await held(-30, 60), address: channelAddress});
		const page = await openForm(stage(), 'options.html#channel');
		await untilSays(page, `Nothing is fetched, as the browser does not let the extension reach ${packHost}.`);
		await untilSays(page, `${harboursName}, version ${harboursVersion}.`);
		expect(await textOf(page)).toContain(`Allow ${packHost}`);
		expect(await textOf(page)).not.toContain('Look now');
		await stage().browser.agreeTo(channelPattern(channelAddress));
		await page.click('#channel .notice button');
		await until('look', async () => (await textOf(page)).includes('Look now'));
		await page.close();
	});

	it('is not used with keys that do not fit, and says why', async () => {
		await hold(stage(), {...await held(-30, 60), keys: [newKey().public], address: heldAddress});
		const page = await openForm(stage(), 'options.html#channel');
		await untilSays(page, /Why the pack is not in use\s+The pack that was offered is signed with a key that you have not entered/u);
		await untilSays(page, 'Only the guidelines that come with the extension.');
		await page.close();
	});
});
