import {expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import type {PackInfo} from '../src/shared/finding.js';
import type {ChannelStatus} from '../src/shared/protocol.js';
import {control, openForm} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {channelAddress} from './pack-server.js';
import {internal} from './samples.js';
import {newKey} from './sealed.js';
import {changeSettings} from './settings.js';
import {openComposer, pause, until, untilUnderlined} from './writer.js';

const key = newKey().public;

/** Only the organisation's watched word is anything in it. */
const watchedPost = 'The library at the Grey Lighthouse is open until nine on Thursday.';

/** What the background says of itself. Runs in a page of the extension. */
async function status(): Promise<{pack: PackInfo | null; channel: ChannelStatus | null}> {
	const answer = await chrome.runtime.sendMessage<object, {value: Awaited<ReturnType<typeof status>>}>({call: 'status', request: {wait: true}});
	return answer.value;
}
const findings = (page: Page, text: string) => page.evaluate(async (asked: string) => {
	const answer = await chrome.runtime.sendMessage<object, {value?: {findings: unknown[]}}>({call: 'check', request: {text: asked, surface: 'post', site: 'none'}});
	return answer.value?.findings.length ?? 0;
}, text);

inBothBrowsers('a browser that an organisation has set up', stage => {
	it('judges without a word from the user, and asks no channel before it may', async () => {
		const page = await openForm(stage());
		const {pack, channel} = (await until('pack', () => page.evaluate(status).then(now => now.pack && now)))!;
		expect(pack?.id).toBe('ec');
		expect(channel).toMatchObject({address: channelAddress, obstacle: 'no-permission', house: null});
		expect(await findings(page, watchedPost)).toBe(1);
		const composer = await openComposer(stage());
		await composer.paste(internal.sentence);
		await untilUnderlined(composer, internal.words);
		await composer.close();
		await page.close();
	});

	it('leaves what is not locked to the user, and what is locked to the organisation', async () => {
		await changeSettings(stage(), {contactEthics: 'my own contact', watchlist: [], channel: `${channelAddress}-2`, keys: []});
		const page = await openForm(stage());
		await pause(300);
		expect(await control(page, 'Ethics service')).toBe('my own contact');
		expect(await findings(page, watchedPost)).toBe(0);
		expect((await page.evaluate(status)).channel).toMatchObject({address: channelAddress, obstacle: 'no-permission'});
		await page.close();
	});

	it('stays set up when the user deletes everything', async () => {
		const page = await openForm(stage());
		await page.evaluate(() => chrome.runtime.sendMessage({call: 'delete-everything', request: {}}));
		await pause(800);
		expect((await page.evaluate(status)).pack?.id).toBe('ec');
		expect(await findings(page, watchedPost)).toBe(1);
		expect(await page.evaluate(() => chrome.alarms.getAll().then(all => all.map(({name}) => name)))).not.toContain('channel');
		await page.close();
	});
}, async () => ({
	policy: {
		org: 'ec', channel: channelAddress, keys: [key], contactEthics: 'ethics@example.org', watchlist: [{word: 'Grey Lighthouse'}],
		locked: ['org', 'channel', 'keys'],
	},
}));
