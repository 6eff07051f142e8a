import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {Debounce} from './debounce.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function debounced(quietMs = 100, mostMs = 450) {
	const [startMs, ran] = [performance.now(), [] as number[]];
	const debounce = new Debounce(() => ran.push(Math.round(performance.now() - startMs)), quietMs, mostMs);
	/** Calls every so often, so many times. */
	const call = (times: number, everyMs: number) => {
		for (let time = 0; time < times; time++) {
			debounce.call();
			vi.advanceTimersByTime(everyMs);
		}
	};
	return {debounce, ran, call};
}

it('runs once, after the last call', () => {
	const {ran, call} = debounced();
	call(4, 60);
	vi.advanceTimersByTime(1000);
	expect(ran).toEqual([280]);
});

it('waits no longer than it may, and begins anew after that', () => {
	const {ran, call} = debounced();
	call(10, 60);
	expect(ran).toEqual([450]);
	vi.advanceTimersByTime(1000);
	expect(ran).toEqual([450, 640]);
});

it('may wait as long as it is called', () => {
	const {ran, call} = debounced(100, Infinity);
	call(50, 60);
	expect(ran).toEqual([]);
	vi.advanceTimersByTime(1000);
	expect(ran).toEqual([3040]);
});

it('sets few timers while it is called all the time', () => {
	const {call} = debounced(1000, Infinity);
	const set = vi.spyOn(globalThis, 'setTimeout');
	call(100, 10);
	expect(set.mock.calls.length).toBeLessThanOrEqual(2);
	set.mockRestore();
});

it('hurries only what was asked for, and leaves no timer behind', () => {
	const {debounce, ran} = debounced();
	debounce.hurry();
	expect(ran).toEqual([]);
	debounce.call();
	debounce.hurry();
	expect(ran).toEqual([0]);
	debounce.call();
	debounce.cancel();
	expect(vi.getTimerCount()).toBe(0);
	vi.advanceTimersByTime(1000);
	expect(ran).toEqual([0]);
});
