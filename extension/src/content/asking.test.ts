import {describe, expect, it} from 'vitest';
import {Asking, type Asked} from './asking.js';

/** A background that answers when told to. */
function stage() {
	const sent: string[] = [];
	const received: string[] = [];
	const open: ((asked: Asked<string>) => void)[] = [];
	const asking = new Asking<string, string>(
		question => {
			sent.push(question);
			return new Promise(resolve => open.push(resolve));
		},
		(question, answer) => received.push(`${question}=${answer}`),
	);
	const answer = async (text: string, retry = false) => {
		open.shift()!({answer: text, retry});
		await Promise.resolve();
		await Promise.resolve();
	};
	return {asking, sent, received, answer};
}

describe('Asking', () => {
	it('lets only the newest question wait', async () => {
		const {asking, sent, received, answer} = stage();
		for (const text of ['a', 'ab', 'abc', 'abcd']) asking.ask(text);
		expect(sent).toEqual(['a']);
		await answer('1');
		expect(sent).toEqual(['a', 'abcd']);
		await answer('2');
		expect(received).toEqual(['a=1', 'abcd=2']);
		expect(asking.busy).toBe(false);
	});

	it('asks again what was not answered, but not for ever', async () => {
		const {asking, sent, answer} = stage();
		asking.ask('a');
		for (let time = 0; time < 5; time++) await answer('none', true);
		expect(sent).toEqual(['a', 'a', 'a', 'a', 'a']);
		expect(asking.busy).toBe(false);
	});

	it('asks the newer question rather than again', async () => {
		const {asking, sent, answer} = stage();
		asking.ask('a');
		asking.ask('b');
		await answer('none', true);
		expect(sent).toEqual(['a', 'b']);
	});

	it('forgets what waits when told to', async () => {
		const {asking, sent, received, answer} = stage();
		asking.ask('a');
		asking.ask('b');
		asking.drop();
		await answer('none', true);
		expect(sent).toEqual(['a']);
		expect(received).toEqual(['a=none']);
	});
});
