import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import type {Stage} from '../browsers/stage.js';
import {channelPattern} from '../src/shared/channel.js';
import type {PackInfo, Refusal} from '../src/shared/finding.js';
import type {ChannelStatus, Failure} from '../src/shared/protocol.js';
import {digestOf, housePacks, newKey, pressPost, seal} from './sealed.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {channelAddress, endless, frozen, half, openPackServer, packHost, type PackServer, type Play, redirectTo, serve, slow, status} from './pack-server.js';
import {internal, profanity} from './samples.js';
import {changeSettings} from './settings.js';
import {openComposer, pause, until, untilUnderlined} from './writer.js';

/** One pack server for each browser, at the same address. */
const servers: PackServer[] = [];
afterAll(() => Promise.all(servers.map(server => server.close())));

async function openServer({gateway}: Stage): Promise<PackServer> {
	const server = await openPackServer();
	servers.push(server);
	gateway.routes.set(packHost, server.port);
	return server;
}

interface Status {
	pack: PackInfo | null;
	channel: ChannelStatus | null;
}

/** A page of the extension, through which the background is asked. */
class Panel {
	constructor(private readonly page: Page) {}

	static async open({browser}: Stage): Promise<Panel> {
		return new Panel(await browser.open(browser.extensionUrl('options.html')));
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
async function restart({browser}: Stage): Promise<void> {
	await browser.stopBackground();
	await until('stopped background', async () => !await browser.backgroundIsRunning());
}

inBothBrowsers('a user without a channel', stage => {
	it('makes no request, with an organisation and without', async () => {
		const server = await openServer(stage());
		const panel = await Panel.open(stage());
		const never = async () => {
			expect(await panel.checkNow()).toBeNull();
			expect((await panel.status()).channel).toBeNull();
			expect(await panel.alarms()).not.toContain('channel');
			expect(await panel.stored()).toEqual({});
			expect(server.requests).toEqual([]);
			expect(stage().gateway.passed).not.toContain(packHost);
		};
		await never();
		await changeSettings(stage(), {org: 'ec'});
		await never();
		await restart(stage());
		expect(await panel.rules(internal.sentence)).toContain('confidentiality/internal-document');
		await never();
		await panel.close();
	});

	it('makes none either before all is there: organisation, address, key and permission', async () => {
		const server = servers.at(-1)!;
		const panel = await Panel.open(stage());
		const obstacle = async () => (await panel.checkNow())?.obstacle;
		await changeSettings(stage(), {channel: channelAddress});
		expect(await obstacle()).toBe('no-keys');
		await changeSettings(stage(), {keys: [newKey().public]});
		expect(await obstacle()).toBe('no-permission');
		await changeSettings(stage(), {org: ''});
		expect(await obstacle()).toBe('no-organisation');
		expect(server.requests).toEqual([]);
		expect(stage().gateway.passed).not.toContain(packHost);
		expect(await panel.alarms()).not.toContain('channel');
		await panel.close();
	});
});

inBothBrowsers('a channel', stage => {
	let server: PackServer;
	let panel: Panel;
	const [oldKey, key, stranger] = [newKey(), newKey(), newKey()];
	let packs: Buffer[];
	const envelope = (version: number, more: Partial<Parameters<typeof seal>[0]> = {}) =>
		seal({key: oldKey, version, payload: packs[version - 1]!, ...more});

	beforeAll(async () => {
		packs = await housePacks();
		server = await openServer(stage());
		panel = await Panel.open(stage());
		await stage().browser.agreeTo(channelPattern(channelAddress));
		await panel.request(channelPattern(channelAddress));
		await changeSettings(stage(), {org: 'ec', channel: channelAddress, keys: [oldKey.public, key.public]});
	}, 180_000);
	afterEach(async () => {
		server.requests.length = 0;
	});

	/** What must hold whatever a server does: texts are checked, by what was verified and nothing else. */
	async function judgesBy(version: number | null): Promise<void> {
		const {pack, channel} = await panel.status();
		expect(pack?.id).toBe('ec');
		expect(pack?.house?.version ?? null).toBe(version);
		expect(channel?.house?.version ?? null).toBe(version);
		expect(await panel.rules(internal.sentence)).toContain('confidentiality/internal-document');
		expect(await panel.rules(pressPost.sentence)).toEqual(version === null ? [] : ['publication/press-enquiry']);
	}

	const asks = async (play: Play): Promise<ChannelStatus> => {
		server.play = play;
		const answer = await panel.checkNow();
		if (!answer) throw new Error('channel: got none, want one');
		return answer;
	};

	describe('that has given nothing yet', () => {
		const bad: [name: string, play: () => Play, reason: Refusal['reason']][] = [
			['expired', () => serve(envelope(2, {until: -10})), 'expired'],
			['not yet valid', () => serve(envelope(2, {from: 3600})), 'not-yet-valid'],
			['truncated', () => serve(envelope(2).subarray(0, 400)), 'bad-signature'],
			['cut off in the head', () => serve(envelope(2).subarray(0, 60)), 'truncated'],
			['of no bytes', () => serve(Buffer.alloc(0)), 'truncated'],
			['bit-flipped', () => serve(flipped(envelope(2))), 'bad-signature'],
			['oversized', () => serve(Buffer.concat([envelope(2), Buffer.alloc(2 << 20)])), 'too-large'],
			['without an end', () => endless, 'too-large'],
			['signed by a stranger', () => serve(envelope(2, {key: stranger})), 'unknown-key'],
			['signed by a stranger who borrows our id', () => serve(envelope(2, {key: {...stranger, id: key.id}})), 'bad-signature'],
			['of another channel', () => serve(envelope(2, {channel: 'pilot'})), 'wrong-channel'],
			['that withdraws a newer key', () => serve(envelope(2, {withdraws: [key]})), 'bad-form'],
			['no house pack', () => serve(envelope(2, {payload: Buffer.from('hello')})), 'unreadable'],
			['a page of somebody’s network', () => serve(Buffer.from('<!doctype html><title>Sign in</title>'.repeat(30))), 'bad-form'],
		];
		it.each(bad)('refuses an envelope that is %s', async (_name, play, reason) => {
			const {refusal, failure, house} = await asks(play());
			expect([refusal?.refusal.reason, failure, house]).toEqual([reason, undefined, null]);
			await judgesBy(null);
		});

		const broken: [name: string, play: () => Play, kind: Failure['kind']][] = [
			['answers by halves', () => half(envelope(2)), 'broken-off'],
			['redirects to another host', () => redirectTo('https://x.com/envelope'), 'redirect'],
			['redirects to itself', () => redirectTo(`${channelAddress}-2`), 'redirect'],
			['says 500', () => status(500), 'status'],
			['says that nothing changed, to somebody who has nothing', () => frozen, 'status'],
		];
		it.each(broken)('names a server that %s', async (_name, play, kind) => {
			const {failure, house} = await asks(play());
			expect([failure?.failure.kind, house]).toEqual([kind, null]);
			expect(server.requests.map(({url}) => url)).toEqual(['/v1/channels/staff']);
			await judgesBy(null);
		});

		it('names a server that is not there', async () => {
			stage().gateway.routes.delete(packHost);
			server.hangUp();
			expect((await asks(status(200))).failure?.failure.kind).toBe('unreachable');
			stage().gateway.routes.set(packHost, server.port);
			await judgesBy(null);
		});
	});

	describe('that gives a good one', () => {
		it('judges by it at once, also in a post', async () => {
			const page = await openComposer(stage());
			const good = envelope(1);
			const {house, digest, refusal, failure, news, next, checkedAt = 0} = await asks(serve(good));
			expect([refusal, failure]).toEqual([undefined, undefined]);
			expect(house).toMatchObject({id: 'unit', version: 1, channel: 'staff', standing: 'fresh', key: oldKey.id.toString('hex')});
			expect(digest).toBe(digestOf(good));
			expect(news).toMatchObject({from: 0, to: 1});
			expect((next ?? 0) - checkedAt).toBeGreaterThan(19 * 3_600_000);
			await judgesBy(1);
			await page.front();
			await page.paste(`${pressPost.sentence} ${profanity.sentence}`);
			await untilUnderlined(page, pressPost.words, profanity.words);
			await page.close();
		});

		it('asks as everybody does: nothing in the request says who asks', async () => {
			await asks(serve(envelope(1)));
			const [{method, url, headers} = {method: '', url: '', headers: {}}] = server.requests;
			expect([method, url]).toEqual(['GET', '/v1/channels/staff']);
			expect(headers).toMatchObject({'accept': 'application/octet-stream', 'accept-language': '*'});
			// The validator is the digest that we computed, not what the server calls it.
			expect(headers['if-none-match']).toMatch(/^"[0-9a-f]{64}"$/u);
			const known = ['host', 'connection', 'pragma', 'cache-control', 'accept', 'accept-language', 'accept-encoding', 'if-none-match', 'user-agent', 'te', 'priority'];
			const others = Object.keys(headers).filter(name => !known.includes(name) && !name.startsWith('sec-'));
			expect(others).toEqual([]);
			expect(JSON.stringify(headers)).not.toMatch(/visitor|cookie|extension:\/\//u);
		});

		it('does not ask again at a start before it is time, and judges by what it verifies anew', async () => {
			await restart(stage());
			await judgesBy(1);
			await pause(500);
			expect(server.requests).toEqual([]);
			expect(await panel.alarms()).toContain('channel');
		});

		it('asks at a start where the time has passed', async () => {
			const {channel} = await panel.stored();
			await panel.write({...channel, next: Date.now() - 1000});
			server.play = serve(envelope(1));
			await restart(stage());
			await panel.status();
			await until('request', async () => server.requests.length);
			await judgesBy(1);
		});

		it('tells what changed until the user has looked, and what it silences', async () => {
			await panel.newsSeen();
			expect((await panel.status()).channel).not.toHaveProperty('news');
			const {house, news} = await asks(serve(envelope(3)));
			expect(house?.silenced).toMatchObject([{rule: 'offensive/profanity'}]);
			expect(news).toMatchObject({from: 1, to: 3});
			expect(news?.changes).toContainEqual(expect.objectContaining({kind: 'silenced', rule: 'offensive/profanity'}));
			await judgesBy(3);
			expect(await panel.rules(profanity.sentence)).toEqual([]);
		});
	});

	describe('that goes bad', () => {
		const bad: [name: string, play: () => Play, reason: Refusal['reason']][] = [
			['rolled back', () => serve(envelope(2)), 'not-newer'],
			['another of the same version', () => serve(envelope(3, {until: 50 * 86_400})), 'not-newer'],
			['bit-flipped', () => serve(flipped(envelope(3, {version: 9}))), 'bad-signature'],
			['expired', () => serve(envelope(3, {version: 9, until: -1})), 'expired'],
			['oversized', () => serve(Buffer.alloc((2 << 20) + 1)), 'too-large'],
			['signed by a stranger', () => serve(envelope(3, {version: 9, key: stranger})), 'unknown-key'],
		];
		it.each(bad)('keeps the last good one where the next is %s, and says why', async (_name, play, reason) => {
			const {refusal, house} = await asks(play());
			expect([refusal?.refusal.reason, house?.version]).toEqual([reason, 3]);
			await judgesBy(3);
		});

		it('keeps it through a slow server, and checks texts meanwhile', async () => {
			server.play = slow(envelope(3, {version: 9}));
			const asking = panel.checkNow();
			await until('request', async () => server.requests.length);
			expect((await panel.status()).channel?.checking).toBe(true);
			await judgesBy(3);
			expect((await asking)?.failure?.failure).toEqual({kind: 'slow'});
			await judgesBy(3);
		});

		it('waits longer from failure to failure', async () => {
			// Chromium itself keeps an extension from a server that says 500 and above several times.
			const before = (await asks(status(404))).failure?.times ?? 0;
			const {failure, next, checkedAt = 0} = await asks(status(404));
			expect(failure).toMatchObject({failure: {kind: 'status', got: '404'}, times: before + 1});
			expect((next ?? 0) - checkedAt).toBeGreaterThan(1.7 * 3_600_000);
		});

		it('goes on with a server that is frozen, and says so once it is stale', async () => {
			const last = envelope(4, {until: 3});
			expect((await asks(serve(last))).house).toMatchObject({version: 4});
			await pause(4000);
			await asks(frozen);
			// What is held is looked at again when the alarm rings and when the background starts.
			await restart(stage());
			expect((await panel.status()).channel?.house).toMatchObject({version: 4, standing: 'stale'});
			expect(server.requests.at(-1)?.headers['if-none-match']).toBe(`"${digestOf(last)}"`);
			await judgesBy(4);
		});

		it('lets a new key withdraw the old one, for good', async () => {
			expect((await asks(serve(envelope(5, {key, withdraws: [oldKey]})))).house).toMatchObject({version: 5});
			expect((await asks(serve(envelope(6)))).refusal?.refusal.reason).toBe('withdrawn-key');
			await restart(stage());
			expect((await asks(serve(envelope(6)))).refusal?.refusal.reason).toBe('withdrawn-key');
			await judgesBy(5);
		});

		it('is not believed when somebody has changed what is stored, and mends it', async () => {
			const good = envelope(6, {key});
			await asks(serve(good));
			const {channel} = await panel.stored();
			await panel.write({...channel, envelope: flipped(good).toString('base64')});
			await restart(stage());
			await judgesBy(null);
			expect((await panel.status()).channel?.heldRefusal?.reason).toBe('bad-signature');
			const {house, heldRefusal} = await asks(serve(good));
			expect([house?.version, heldRefusal]).toEqual([6, undefined]);
			expect(server.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
			await judgesBy(6);
		});
	});

	describe('that is left', () => {
		it('is not asked once the permission is gone; what is held stays', async () => {
			await panel.removeAccess(channelPattern(channelAddress));
			expect(await panel.checkNow()).toMatchObject({obstacle: 'no-permission', house: {version: 6}});
			expect(server.requests).toEqual([]);
			await until('no alarm', async () => !(await panel.alarms()).includes('channel'));
			await panel.request(channelPattern(channelAddress));
		});

		it('leaves nothing behind with another key, nor with no address', async () => {
			server.play = serve(envelope(6, {key}));
			await changeSettings(stage(), {keys: [stranger.public]});
			await until('refusal', async () => (await panel.status()).channel?.refusal?.refusal.reason === 'unknown-key');
			expect((await panel.stored()).channel).not.toHaveProperty('envelope');
			await judgesBy(null);
			await changeSettings(stage(), {channel: ''});
			expect(await panel.stored()).toEqual({});
			expect((await panel.status()).channel).toBeNull();
			expect(await panel.alarms()).not.toContain('channel');
		});

		it('is deleted with everything', async () => {
			await changeSettings(stage(), {channel: channelAddress, keys: [oldKey.public, key.public]});
			await until('house', async () => (await panel.status()).channel?.house);
			await panel.deleteEverything();
			await pause(500);
			expect(await panel.stored()).toEqual({});
			expect(await panel.alarms()).not.toContain('channel');
			expect((await panel.status()).channel).toBeNull();
		});
	});
});

/** The same bytes but for one bit, well inside what is signed. */
function flipped(envelope: Buffer): Buffer {
	const other = Buffer.from(envelope);
	const at = other.length - 200;
	other[at] = (other[at] ?? 0) ^ 4;
	return other;
}

