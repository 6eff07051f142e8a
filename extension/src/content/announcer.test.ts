import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {en} from '../shared/texts/en.js';
import {Announcer} from './announcer.js';
import type {BadgeState} from './badge.js';

const pauseMs = 1300;
const found = (count: number): BadgeState => ({kind: 'findings', count, severity: 'warning'});

describe('Announcer', () => {
	let said: string[];
	let announcer: Announcer;
	const hear = (...states: (BadgeState | null)[]) => {
		for (const state of states) announcer.note(state);
		vi.advanceTimersByTime(pauseMs);
	};
	beforeEach(() => {
		vi.useFakeTimers();
		said = [];
		announcer = new Announcer(en, words => said.push(words));
	});
	afterEach(() => vi.useRealTimers());

	it('waits for a pause and says only the last', () => {
		announcer.note(found(1));
		vi.advanceTimersByTime(500);
		expect(said).toEqual([]);
		hear(found(2), found(3));
		expect(said).toEqual(['3 findings. Press F8 to review.']);
	});

	it('says nothing twice, and nothing of a text that was clean from the start', () => {
		hear({kind: 'nothing'});
		hear(found(1));
		hear(found(1));
		hear({kind: 'checking'}, null);
		expect(said).toHaveLength(1);
	});

	it('says that what was found is gone, and that nothing is checked', () => {
		hear(found(1));
		hear({kind: 'nothing'});
		hear({kind: 'unchecked', reason: 'because'});
		expect(said.slice(1)).toEqual(['Nothing found', 'Not checked: because.']);
	});

	it('is silent once stopped', () => {
		announcer.note(found(1));
		announcer.stop();
		vi.advanceTimersByTime(pauseMs);
		expect(said).toEqual([]);
	});
});
