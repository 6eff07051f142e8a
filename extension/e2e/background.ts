/** The background under test: what its own pages may ask of it, and what it has stored. */
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import type {PackInfo} from '../src/shared/finding.js';
import type {ChannelStatus} from '../src/shared/protocol.js';
import {pause, until} from './writer.js';

interface Status {
	pack: PackInfo | null;
	channel: ChannelStatus | null;
}

/** Asked through a page of the extension. */
export class Background {
	constructor(private readonly page: Page) {}

	static async open({browser}: Stage): Promise<Background> {
		return new Background(await browser.open(browser.extensionUrl('options.html')));
	}

	private ask<T>(call: string, request: object = {}): Promise<T> {
		return this.page.evaluate(async (asked: string, what: object) => {
			const answer = await chrome.runtime.sendMessage<object, {ok: boolean; value: unknown; reason?: string}>({call: asked, request: what});
			if (!answer.ok) throw new Error(`${asked}: got ${answer.reason}, want an answer`);
			return answer.value as never;
		}, call, request);
	}

	status = () => this.ask<Status>('status', {wait: true});
	checkNow = () => this.ask<ChannelStatus | null>('check-channel');
	newsSeen = () => this.ask<object>('news-seen');
	deleteEverything = () => this.ask<object>('delete-everything');

	/** The rules that speak about a text. */
	async rules(text: string): Promise<string[]> {
		const {findings} = await this.ask<{findings: {rule: string}[]}>('check', {text, surface: 'post', site: 'none'});
		return findings.map(({rule}) => rule);
	}

	/** Asks for access with a person's click. */
	async request(pattern: string): Promise<void> {
		await this.page.evaluate((origin: string) => {
			const button = Object.assign(document.createElement('button'), {id: 'request', textContent: 'request'});
			button.style.cssText = 'position: fixed; inset-block-start: 0; inset-inline-start: 0; z-index: 9';
			button.addEventListener('click', () => void chrome.permissions.request({origins: [origin]}));
			document.body.append(button);
		}, pattern);
		await this.page.front();
		await this.page.click('#request');
		await until('access', () => this.page.evaluate((origin: string) => chrome.permissions.contains({origins: [origin]}), pattern));
		await this.page.evaluate(() => document.querySelector('#request')?.remove());
	}

	removeAccess = (pattern: string) => this.page.evaluate((origin: string) => chrome.permissions.remove({origins: [origin]}), pattern);
	stored = () => this.page.evaluate(() => chrome.storage.local.get<{channel?: {envelope?: string; next?: number}}>('channel'));
	async write(channel: object): Promise<void> {
		await this.page.evaluate((value: object) => chrome.storage.local.set({channel: value}), channel);
		// The page asks how things stand when this changes, and would wake a background that is to be ended.
		await pause(1000);
	}
	alarms = () => this.page.evaluate(() => chrome.alarms.getAll().then(all => all.map(({name}) => name)));
	close = () => this.page.close();
}

/** Ends the background; whatever is asked next starts it anew. */
export async function restart({browser}: Stage): Promise<void> {
	await browser.stopBackground();
	await until('stopped background', async () => !await browser.backgroundIsRunning());
}
