import {beforeEach, describe, expect, it} from 'vitest';
import type {Anchor} from './kept.js';
import {envelope, failed, hour, newKey, oldKey, staff, World} from './played-world.js';

/** Real engines and servers are in e2e/channel.test.ts; here the clock, the storage and the alarm are played. */

let world: World;
beforeEach(() => {
	world = new World();
});
const hoursAhead = () => ((world.alarm ?? NaN) - world.now) / hour;

describe('nothing is asked, stored or waited for', () => {
	it.each<[string, Anchor, boolean]>([
		['without a channel', {...staff, channel: ''}, true],
		['without an organisation', {...staff, org: ''}, true],
		['without a key', {...staff, keys: []}, true],
		['without the permission', staff, false],
	])('%s', async (_name, anchor, allowed) => {
		world.allowed = allowed;
		await world.channel.use(anchor);
		await world.channel.checkNow();
		await world.channel.look();
		await world.restart(anchor);
		await world.pass(100);
		expect(world).toMatchObject({asked: [], alarm: undefined, stored: undefined});
	});

	it('and the status says why', async () => {
		await world.channel.use({...staff, channel: ''});
		expect(await world.status()).toBeNull();
		await world.channel.use({...staff, org: ''});
		expect(await world.status()).toMatchObject({address: staff.channel, obstacle: 'no-organisation', house: null, checking: false});
		await world.channel.use({...staff, keys: []});
		expect(await world.status()).toMatchObject({obstacle: 'no-keys'});
		world.allowed = false;
		await world.channel.use(staff);
		expect(await world.status()).toMatchObject({obstacle: 'no-permission'});
	});
});

describe('a channel', () => {
	it('is asked at once, then once a day, with the digest of what is held', async () => {
		world.answers = [envelope(1), 'same', envelope(2), 'same'];
		await world.channel.use(staff);
		expect(world.asked).toEqual([undefined]);
		expect(world.kept).toMatchObject({digest: 'digest-1', floor: 1, failures: 0, checkedAt: world.now, fetchedAt: world.now});
		expect(hoursAhead()).toBe(24);
		await world.pass(72);
		expect(world.asked).toEqual([undefined, 'digest-1', 'digest-1', 'digest-2']);
		expect(world.judging).toBe(2);
	});

	it.each([[0, 20], [0.25, 22], [1, 28]])('is asked at another time by everybody: chance %d, %d hours', async (random, hours) => {
		world.random = random;
		world.answers = [envelope(1)];
		await world.channel.use(staff);
		expect(hoursAhead()).toBe(hours);
	});

	it('that fails is asked after 1 hour, 2, 4, 8, 16 and then every 24, also over restarts', async () => {
		await world.channel.use(staff);
		const waits = [hoursAhead()];
		for (let times = 2; times <= 8; times++) {
			await world.restart();
			await world.pass(hoursAhead());
			waits.push(hoursAhead());
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
		expect(world.asked).toHaveLength(8);
		expect(await world.status()).toMatchObject({failure: {failure: {kind: 'unreachable'}, times: 8}, house: null});
		world.answers = [envelope(1)];
		await world.pass(24);
		expect(hoursAhead()).toBe(24);
		expect(await world.status()).not.toHaveProperty('failure');
	});

	it('is not asked again at a start before it is time, and at once where the time has passed', async () => {
		world.answers = [envelope(1), 'same'];
		await world.channel.use(staff);
		world.now += 23 * hour;
		// Browsers may forget alarms.
		world.alarm = undefined;
		await world.restart();
		expect(world.asked).toHaveLength(1);
		expect(hoursAhead()).toBe(1);
		world.now += 30 * 24 * hour;
		await world.restart();
		expect(world.asked).toHaveLength(2);
	});

	it('is asked where the clock has been put back', async () => {
		world.answers = [envelope(1), 'same'];
		await world.channel.use(staff);
		world.now -= 1000 * hour;
		await world.restart();
		expect(world.asked).toHaveLength(2);
	});

	it('is not asked twice by a background that is stopped in the middle', async () => {
		world.gate = new Promise(() => undefined);
		void world.channel.use(staff);
		await new Promise(resolve => setTimeout(resolve));
		expect(world.asked).toHaveLength(1);
		await world.restart();
		expect(world.asked).toHaveLength(1);
		expect(hoursAhead()).toBe(1);
	});

	it('is asked once by two who ask at the same time', async () => {
		world.answers = [envelope(1)];
		let open = () => undefined as void;
		world.gate = new Promise(resolve => (open = resolve));
		const [using, now] = [world.channel.use(staff), new Promise(resolve => setTimeout(resolve)).then(() => world.channel.checkNow())];
		await new Promise(resolve => setTimeout(resolve, 5));
		expect((await world.status())?.checking).toBe(true);
		open();
		await Promise.all([using, now]);
		expect(world.asked).toHaveLength(1);
		expect((await world.status())?.checking).toBe(false);
	});

	it('is asked by a click before it is time', async () => {
		world.answers = [envelope(1), envelope(3)];
		await world.channel.use(staff);
		await world.channel.checkNow();
		expect(world.judging).toBe(3);
	});

	it('is asked as soon as the permission is there, and no more once it is gone; what is held stays', async () => {
		world.allowed = false;
		await world.channel.use(staff);
		world.allowed = true;
		world.answers = [envelope(1)];
		await world.channel.look();
		expect(world.judging).toBe(1);
		world.allowed = false;
		await world.channel.look();
		await world.pass(100);
		expect(world.asked).toHaveLength(1);
		expect(await world.status()).toMatchObject({obstacle: 'no-permission', house: {version: 1}});
	});
});

describe('what is held', () => {
	const withVersion = async (version: number) => {
		world.answers = [envelope(version)];
		await world.channel.use(staff);
	};

	it('stays where an older one comes, and the refusal is told of until one fits', async () => {
		await withVersion(5);
		world.answers = [envelope(4), 'same', envelope(6)];
		await world.pass(24);
		expect(world.kept).toMatchObject({floor: 5, digest: 'digest-5', refusal: {refusal: {reason: 'not-newer'}, at: world.now}});
		expect(world.verified[1]).toEqual(expect.arrayContaining([['org', 'ec'], ['channel', 'staff'], ['floor', '5'], ['held', 'digest-5']]));
		expect(world.verified[1]?.map(([key]) => key)).toContain('previous');
		expect(world.judging).toBe(5);
		await world.pass(24);
		expect(await world.status()).not.toHaveProperty('refusal');
		await world.pass(24);
		expect(world.judging).toBe(6);
	});

	it('stays through failures, restarts and weeks', async () => {
		await withVersion(5);
		world.answers = [failed({kind: 'redirect'}), failed({kind: 'status', got: '500'}), {refusal: {reason: 'too-large', got: '3', want: '2'}}];
		await world.pass(24 * 40);
		await world.restart();
		expect(world.judging).toBe(5);
		expect(world.kept.floor).toBe(5);
	});

	it('counts keys that were withdrawn for good', async () => {
		const both = {...staff, keys: [oldKey, newKey]};
		world.answers = [envelope(2, ['aa'])];
		await world.channel.use(both);
		expect(world.kept.withdrawn).toEqual(['aa']);
		world.answers = [envelope(3)];
		await world.pass(24);
		expect(world.verified.at(-1)).toContainEqual(['withdrawn', 'aa']);
		expect(world.kept.withdrawn).toEqual(['aa']);
		expect(await world.channel.pairs(both)).toContainEqual(['withdrawn', 'aa']);
	});

	it('is given to the engine with the keys in order and the time in seconds', async () => {
		await withVersion(2);
		expect((await world.channel.pairs(staff)).slice(0, 3)).toEqual([['channel', 'staff'], ['key', oldKey], ['now', String(world.now / 1000)]]);
	});

	it('is dropped with another address or other keys, and never given for them', async () => {
		await withVersion(5);
		const other = {...staff, channel: `${staff.channel}-2`};
		expect(await world.channel.pairs(other)).toEqual([]);
		world.answers = [envelope(1)];
		await world.channel.use(other);
		expect(world.kept).toMatchObject({address: other.channel, floor: 1, digest: 'digest-1'});
		await world.channel.use({...other, keys: [newKey]});
		expect(world.kept).toMatchObject({keys: [newKey], floor: 0});
		expect(world.kept).not.toHaveProperty('envelope');
		await world.channel.use({...other, channel: ''});
		expect(world).toMatchObject({stored: undefined, alarm: undefined});
	});

	it('stays, with its floor, while a new key takes the place of the old one', async () => {
		await withVersion(5);
		world.answers = [envelope(4)];
		await world.channel.use({...staff, keys: [oldKey, newKey]});
		expect(world.asked).toHaveLength(2);
		expect(world.kept).toMatchObject({keys: [oldKey, newKey], floor: 5, digest: 'digest-5', refusal: {refusal: {reason: 'not-newer'}}});
		await world.channel.use({...staff, keys: [newKey]});
		expect(world.kept.floor).toBe(5);
	});

	it('comes without a validator as long as it does not serve, so that it can be mended', async () => {
		await withVersion(5);
		world.answers = [envelope(5), 'same'];
		world.judging = undefined;
		await world.channel.checkNow();
		expect(world.asked.at(-1)).toBeUndefined();
		expect(world.kept.floor).toBe(5);
	});

	it('is not judged anew where the same comes again', async () => {
		await withVersion(5);
		const before = [world.judgedAnew, world.verified.length];
		world.answers = [envelope(5)];
		await world.channel.checkNow();
		expect([world.judgedAnew, world.verified.length]).toEqual(before);
	});

	it('stays where the engine fails over what came', async () => {
		await withVersion(5);
		world.answers = [envelope(6)];
		world.engineFails = true;
		await world.channel.checkNow();
		expect(world.kept).toMatchObject({floor: 5, failure: {failure: {kind: 'engine'}}, failures: 1});
		expect(world.judging).toBe(5);
	});

	it('is fetched anew where what is stored is broken', async () => {
		world.stored = '{"address": 7}';
		await withVersion(2);
		expect(world.kept.floor).toBe(2);
	});

	it('is gone once all is deleted, also what is on its way', async () => {
		await withVersion(5);
		world.answers = [envelope(6)];
		world.gate = new Promise(() => undefined);
		const asking = world.channel.checkNow();
		await new Promise(resolve => setTimeout(resolve));
		await Promise.all([world.channel.forget(), asking]);
		world.stored = undefined;
		expect(world.judging).toBeUndefined();
		await new Promise(resolve => setTimeout(resolve));
		expect(world.stored).toBeUndefined();
		expect(await world.status()).toBeNull();
	});

	it('of other settings never becomes active when it comes late', async () => {
		world.answers = [envelope(9), envelope(1)];
		world.gate = new Promise(() => undefined);
		const first = world.channel.use(staff);
		await new Promise(resolve => setTimeout(resolve));
		world.gate = Promise.resolve();
		const other = {...staff, channel: `${staff.channel}-2`};
		await Promise.all([first, world.channel.use(other)]);
		expect(world.kept).toMatchObject({address: other.channel, floor: 1});
	});
});

describe('a full storage', () => {
	it('keeps a channel from being asked: what comes could not be kept', async () => {
		world.room = 10;
		world.answers = [envelope(1)];
		await world.channel.use(staff);
		await world.restart();
		expect(world.asked).toEqual([]);
		expect(hoursAhead()).toBe(1);
		expect(await world.status()).toMatchObject({failure: {failure: {kind: 'storage'}}});
	});

	it('leaves the last good one in place', async () => {
		world.answers = [envelope(1)];
		await world.channel.use(staff);
		world.room = world.stored!.length + 50;
		world.answers = [{envelope: new TextEncoder().encode(JSON.stringify({version: 2, withdraws: [], long: 'x'.repeat(500)}))}];
		await world.pass(24);
		expect(world.asked).toHaveLength(2);
		expect(world.judging).toBe(1);
		expect(world.kept).toMatchObject({floor: 1, digest: 'digest-1'});
		expect(await world.status()).toMatchObject({failure: {failure: {kind: 'storage'}, times: 1}});
		expect(hoursAhead()).toBe(1);
		world.room = Infinity;
		world.answers = [envelope(2)];
		await world.pass(1);
		expect(world.judging).toBe(2);
	});
});

describe('news', () => {
	it('gather until the user has looked', async () => {
		world.answers = [envelope(1), envelope(2), envelope(3)];
		await world.channel.use(staff);
		expect((await world.status())?.news).toEqual({from: 0, to: 1, at: world.now, changes: [], says: [{version: 1, says: 'news of 1'}, {version: 1, says: 'first'}]});
		await world.channel.newsSeen();
		expect(await world.status()).not.toHaveProperty('news');
		await world.pass(48);
		expect((await world.status())?.news).toEqual({
			from: 1, to: 3, at: world.now, changes: [{kind: 'words'}, {kind: 'words'}], says: [{version: 3, says: 'news of 3'}],
		});
		await world.restart();
		expect((await world.status())?.news?.to).toBe(3);
		await world.channel.newsSeen();
		await world.restart();
		expect(await world.status()).not.toHaveProperty('news');
	});
});
