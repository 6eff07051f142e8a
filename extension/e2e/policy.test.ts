import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {channelPattern} from '../src/shared/channel.js';
import {control, openForm, press, stored, textOf, untilSays} from './form.js';
import {harbours, harboursName, harboursVersion} from './harbours.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {channelAddress, openPackServer, packHost, type PackServer, serve} from './pack-server.js';
import {newKey, seal} from './sealed.js';
import {until} from './writer.js';

const key = newKey();
const policy = {
	org: 'ec', channel: channelAddress, keys: [key.public], locked: ['org', 'channel', 'keys', 'guard'],
	guard: false, contactEthics: 'ethics@example.org', acts: 'shout',
};
const servers: PackServer[] = [];
afterAll(() => Promise.all(servers.map(server => server.close())));

inBothBrowsers('what an organisation sets beforehand', stage => {
	let page: Page;

	beforeAll(async () => {
		const server = await openPackServer();
		servers.push(server);
		server.play = serve(seal({key, version: harboursVersion, payload: await harbours()}));
		stage().gateway.routes.set(packHost, server.port);
		page = await openForm(stage());
		await page.front();
	}, 180_000);

	it('is shown and cannot be changed where it is the organisation, the channel or its keys', async () => {
		await untilSays(page, /Your organisation\s+European Commission\s+Set by your organisation, so it cannot be changed here\./u);
		await untilSays(page, /Address and keys are set by your organisation, so they cannot be changed here\./u);
		await untilSays(page, channelAddress);
		await untilSays(page, key.public);
		expect(await textOf(page)).not.toMatch(/Change address or keys|Stop using this pack/u);
		const welcome = await stage().browser.open(stage().browser.extensionUrl('welcome.html'));
		await untilSays(welcome, /European Commission\.\s+Set by your organisation/u);
		expect(await welcome.evaluate(() => document.querySelectorAll('input[type=radio]').length)).toBe(0);
		await welcome.close();
		await page.front();
	});

	it('is told of where it cannot be used: an unknown value, and a lock on what is the user’s', async () => {
		await untilSays(page, /cannot be used, so it is left out:\s+policy\.acts: got "shout", want one of "note", "hold", "off"\s+policy\.locked\[3\]: got "guard"/u);
	});

	it('is a default elsewhere: the user’s own choice stands, and leads back', async () => {
		expect(await control(page, 'Pause before posting')).toBe(false);
		expect(await control(page, 'Ethics service')).toBe('ethics@example.org');
		expect(await textOf(page)).toMatch(/Pause before posting\s+While a warning[^\n]*\s+Set beforehand by your organisation\. You may change it\./u);
		await control(page, 'Pause before posting', true);
		await untilSays(page, /Your own choice stands\. Your organisation has set beforehand: Off/u);
		await until('own choice', async () => ((await stored(page))['settings'] as {guard?: boolean} | undefined)?.guard === true);
		await press(page, 'Use what your organisation has set beforehand: Pause before posting');
		await until('default', async () => await control(page, 'Pause before posting') === false);
		await until('nothing of the user’s', async () => !('guard' in ((await stored(page))['settings'] as object)));
	});

	it('has its pack fetched after one click, which lets the extension reach its host', async () => {
		await untilSays(page, `Nothing is fetched, as the browser does not let the extension reach ${packHost}.`);
		expect(servers.at(-1)?.requests).toEqual([]);
		await stage().browser.agreeTo(channelPattern(channelAddress));
		await page.click('#channel .notice button');
		await untilSays(page, `${harboursName}, version ${harboursVersion}. It adds 3 rules of its own.`);
		await page.close();
	});
}, async () => ({policy}));
