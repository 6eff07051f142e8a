import {describe, expect, it} from 'vitest';
import {initialSettings} from '../shared/settings.js';
import type {Returned, Sent, Standing} from './orders.js';
import {Thread} from './thread.js';

/** The page's side of a worker whose other side is played here. */
class Played extends EventTarget {
	readonly sent: Sent[] = [];
	postMessage(message: Sent): void {
		this.sent.push(structuredClone(message));
	}
	say(returned: Returned): void {
		this.dispatchEvent(new MessageEvent('message', {data: returned}));
	}
}

function newThread(): {played: Played; thread: Thread; stood: Standing[]; changes: () => number} {
	const played = new Played();
	const thread = new Thread(played as unknown as Worker);
	const stood: Standing[] = [];
	let changes = 0;
	thread.onStanding(standing => stood.push(standing));
	thread.onChange(() => changes++);
	return {played, thread, stood, changes: () => changes};
}

const standing: Standing = {engine: 'ready', pack: null, channel: null};
const request = {text: 'a', surface: 'post', site: 'none'} as const;

describe('the thread of the engine', () => {
	it('gives each answer to whoever asked, in whatever order they come', async () => {
		const {played, thread} = newThread();
		const [first, second] = [thread.check(request), thread.check({...request, text: 'b'})];
		expect(played.sent.map(({order}) => order)).toEqual(['check', 'check']);
		const answer = (langs: string[]) => ({ok: true as const, value: {findings: [], notes: [], langs, provisions: {}}});
		played.say({number: played.sent[1]!.number, answer: answer(['fr'])});
		played.say({number: played.sent[0]!.number, answer: answer(['en'])});
		expect([await first, await second]).toEqual([answer(['en']), answer(['fr'])]);
	});

	it('tells how things stand when asked to judge by something else, and whenever that changes', async () => {
		const {played, thread, stood, changes} = newThread();
		const used = thread.use(initialSettings());
		played.say({number: played.sent[0]!.number, answer: {ok: true, value: standing}});
		await used;
		expect([stood, changes()]).toEqual([[standing], 1]);
		played.say({standing, anew: false});
		expect([stood.length, changes()]).toEqual([2, 1]);
		played.say({standing, anew: true});
		expect([stood.length, changes()]).toEqual([3, 2]);
	});

	it('says that nothing can be checked where it could not be started', async () => {
		const {played, thread, stood} = newThread();
		const [used, checked] = [thread.use(initialSettings()), thread.check(request)];
		played.dispatchEvent(new Event('error'));
		expect(await checked).toMatchObject({ok: false, reason: 'engine-off'});
		await used;
		expect(stood).toMatchObject([{engine: 'off', pack: null}]);
		expect(await thread.check(request)).toMatchObject({ok: false, reason: 'engine-off'});
	});
});
