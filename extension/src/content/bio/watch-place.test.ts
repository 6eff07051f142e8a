// @vitest-environment jsdom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {watchPlace} from './watch-place.js';

let life: AbortController;
beforeEach(() => {
	life = new AbortController();
	history.replaceState(null, '', '/feed');
});
afterEach(() => life.abort());

function watched(answer: () => boolean) {
	const [look, moved] = [vi.fn(answer), vi.fn()];
	const again = watchPlace({look, moved}, life.signal);
	return {look, moved, again};
}

/** Something the user does, at a time of the test's own. */
function happen(type: string, ms: number): void {
	const event = new Event(type, {bubbles: true});
	Object.defineProperty(event, 'timeStamp', {value: ms});
	document.body.dispatchEvent(event);
}

it('looks while something happens, now and then, until it has seen enough', () => {
	let enough = false;
	const {look} = watched(() => enough);
	for (let ms = 0; ms < 1000; ms += 100) happen('pointerover', ms);
	expect(look).toHaveBeenCalledTimes(3);
	enough = true;
	for (let ms = 1000; ms < 9000; ms += 100) happen('scroll', ms);
	expect(look).toHaveBeenCalledTimes(4);
});

it('gives up on a page that is no profile', () => {
	const {look} = watched(() => false);
	for (let ms = 0; ms < 60_000; ms += 400) happen('pointerover', ms);
	expect(look).toHaveBeenCalledTimes(25);
});

it('tells of another address first, and looks only when that page may be there', () => {
	const {look, moved} = watched(() => true);
	happen('click', 0);
	history.pushState(null, '', '/sample_writer');
	happen('click', 1000);
	expect([look.mock.calls.length, moved.mock.calls.length]).toEqual([1, 1]);
	happen('pointerover', 1100);
	expect(look).toHaveBeenCalledTimes(1);
	happen('pointerover', 1500);
	expect(look).toHaveBeenCalledTimes(2);
});

it('looks anew when asked to, and never once its life is over', () => {
	const {look, again} = watched(() => true);
	happen('click', 0);
	again();
	happen('click', 1000);
	expect(look).toHaveBeenCalledTimes(2);
	life.abort();
	again();
	happen('click', 2000);
	expect(look).toHaveBeenCalledTimes(2);
});
