import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {inNextFrame} from './frame.js';

let frames: (() => void)[] = [];
const passFrame = () => frames.splice(0).forEach(frame => frame());

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run)));
afterEach(() => {
	frames = [];
	vi.unstubAllGlobals();
});

it('runs once a frame, after all that asked', () => {
	const run = vi.fn();
	const ask = inNextFrame(run);
	ask();
	ask();
	expect(run).not.toHaveBeenCalled();
	passFrame();
	expect(run).toHaveBeenCalledTimes(1);
	passFrame();
	expect(run).toHaveBeenCalledTimes(1);
});

it('can be asked again by what it runs, and after an error', () => {
	let left = 2;
	const ask = inNextFrame(() => {
		left--;
		ask();
		if (left === 1) throw new Error('once');
	});
	ask();
	expect(passFrame).toThrow('once');
	passFrame();
	expect(left).toBe(0);
});
