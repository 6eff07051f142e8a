import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import type {Stage} from '../browsers/stage.js';
import {channelPattern} from '../src/shared/channel.js';
import type {Refusal} from '../src/shared/finding.js';
import type {ChannelStatus, Failure} from '../src/shared/protocol.js';
import {Background, restart} from './background.js';
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

inBothBrowsers('a user without a channel', stage => {
	it('makes no request, with an organisation and without', async () => {
		const server = await openServer(stage());
		const background = await Background.open(stage());
		const never = async () => {
			expect(await background.checkNow()).toBeNull();
			expect((await background.status()).channel).toBeNull();
			expect(await background.alarms()).not.toContain('channel');
			expect(await background.stored()).toEqual({});
			expect(server.requests).toEqual([]);
			expect(stage().gateway.passed).not.toContain(packHost);
		};
		await never();
		await changeSettings(stage(), {org: 'ec'});
		await never();
		await restart(stage());
		expect(await background.rules(internal.sentence)).toContain('confidentiality/internal-document');
		await never();
		await background.close();
	});

	it('makes none either before all is there: organisation, address, key and permission', async () => {
		const server = servers.at(-1)!;
		const background = await Background.open(stage());
		const untilObstacle = (want: ChannelStatus['obstacle']) => until(`obstacle ${want}`, async () => (await background.checkNow())?.obstacle === want);
		await changeSettings(stage(), {channel: channelAddress});
		await untilObstacle('no-keys');
		await changeSettings(stage(), {keys: [newKey().public]});
		await untilObstacle('no-permission');
		await changeSettings(stage(), {org: ''});
		await untilObstacle('no-organisation');
		expect(server.requests).toEqual([]);
		expect(stage().gateway.passed).not.toContain(packHost);
		expect(await background.alarms()).not.toContain('channel');
		await background.close();
	});
});

inBothBrowsers('a channel', stage => {
	let server: PackServer;
	let background: Background;
	const [oldKey, key, stranger] = [newKey(), newKey(), newKey()];
	let packs: Buffer[];
	const envelope = (version: number, more: Partial<Parameters<typeof seal>[0]> = {}) =>
		seal({key: oldKey, version, payload: packs[version - 1]!, ...more});

	beforeAll(async () => {
		packs = await housePacks();
		server = await openServer(stage());
		background = await Background.open(stage());
		await stage().browser.agreeTo(channelPattern(channelAddress));
		await background.request(channelPattern(channelAddress));
		await changeSettings(stage(), {org: 'ec', channel: channelAddress, keys: [oldKey.public, key.public]});
	}, 180_000);
	afterEach(async () => {
		server.requests.length = 0;
	});

	/** What must hold whatever a server does: texts are checked, by what was verified and nothing else. */
	async function judgesBy(version: number | null): Promise<void> {
		const {pack, channel} = await background.status();
		expect(pack?.id).toBe('ec');
		expect(pack?.house?.version ?? null).toBe(version);
		expect(channel?.house?.version ?? null).toBe(version);
		expect(await background.rules(internal.sentence)).toContain('confidentiality/internal-document');
		expect(await background.rules(pressPost.sentence)).toEqual(version === null ? [] : ['publication/press-enquiry']);
	}

	const asks = async (play: Play): Promise<ChannelStatus> => {
		server.play = play;
		const answer = await background.checkNow();
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
			expect(await background.alarms()).toContain('channel');
		});

		it('asks at a start where the time has passed', async () => {
			const {channel} = await background.stored();
			await background.write({...channel, next: Date.now() - 1000});
			server.play = serve(envelope(1));
			await restart(stage());
			await background.status();
			await until('request', async () => server.requests.length);
			await judgesBy(1);
		});

		it('tells what changed until the user has looked, and what it silences', async () => {
			await background.newsSeen();
			expect((await background.status()).channel).not.toHaveProperty('news');
			const {house, news} = await asks(serve(envelope(3)));
			expect(house?.silenced).toMatchObject([{rule: 'offensive/profanity'}]);
			expect(news).toMatchObject({from: 1, to: 3});
			expect(news?.changes).toContainEqual(expect.objectContaining({kind: 'silenced', rule: 'offensive/profanity'}));
			await judgesBy(3);
			expect(await background.rules(profanity.sentence)).toEqual([]);
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
			const asking = background.checkNow();
			await until('request', async () => server.requests.length);
			expect((await background.status()).channel?.checking).toBe(true);
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
			// A busy machine must be able to take it while it is fresh.
			const freshSeconds = 15;
			const last = envelope(4, {until: freshSeconds});
			const staleAt = Date.now() + (freshSeconds + 1) * 1000;
			expect((await asks(serve(last))).house).toMatchObject({version: 4});
			await pause(staleAt - Date.now());
			await asks(frozen);
			// What is held is looked at again when the alarm rings and when the background starts.
			await restart(stage());
			expect((await background.status()).channel?.house).toMatchObject({version: 4, standing: 'stale'});
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
			const {channel} = await background.stored();
			await background.write({...channel, envelope: flipped(good).toString('base64')});
			await restart(stage());
			await judgesBy(null);
			expect((await background.status()).channel?.heldRefusal?.reason).toBe('bad-signature');
			const {house, heldRefusal} = await asks(serve(good));
			expect([house?.version, heldRefusal]).toEqual([6, undefined]);
			expect(server.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
			await judgesBy(6);
		});
	});

	describe('that is left', () => {
		it('is not asked once the permission is gone; what is held stays', async () => {
			await background.removeAccess(channelPattern(channelAddress));
			await until('obstacle', async () => (await background.checkNow())?.obstacle === 'no-permission');
			expect((await background.status()).channel?.house?.version).toBe(6);
			expect(server.requests).toEqual([]);
			await until('no alarm', async () => !(await background.alarms()).includes('channel'));
			await background.request(channelPattern(channelAddress));
		});

		it('leaves nothing behind with another key, nor with no address', async () => {
			server.play = serve(envelope(6, {key}));
			await changeSettings(stage(), {keys: [stranger.public]});
			await until('refusal', async () => (await background.status()).channel?.refusal?.refusal.reason === 'unknown-key');
			await until('dropped envelope', async () => (await background.stored()).channel?.envelope === undefined);
			await judgesBy(null);
			await changeSettings(stage(), {channel: ''});
			await until('nothing stored', async () => !(await background.stored()).channel);
			expect((await background.status()).channel).toBeNull();
			expect(await background.alarms()).not.toContain('channel');
		});

		it('is deleted with everything', async () => {
			await changeSettings(stage(), {channel: channelAddress, keys: [oldKey.public, key.public]});
			await until('house', async () => (await background.status()).channel?.house);
			await background.deleteEverything();
			await pause(500);
			expect(await background.stored()).toEqual({});
			expect(await background.alarms()).not.toContain('channel');
			expect((await background.status()).channel).toBeNull();
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

