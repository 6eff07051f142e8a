import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Dismissed, undoForMs} from './dismissed.js';
import {findingAt} from './finding-sample.js';
import {marksOf, type Mark} from './mark.js';

const marks = marksOf([findingAt(0, 3), findingAt(4, 7)], 'one two');
const [one, two] = marks as [Mark, Mark];

describe('Dismissed', () => {
	let sent: string[];
	let dismissed: Dismissed;
	beforeEach(() => {
		vi.useFakeTimers();
		sent = [];
		dismissed = new Dismissed(mark => sent.push(mark.phrase));
	});
	afterEach(() => vi.useRealTimers());

	it('hides the words, and shows them again when undone', () => {
		dismissed.add(one, false);
		expect(dismissed.without(marks)).toEqual([two]);
		dismissed.undo();
		expect(dismissed.without(marks)).toEqual(marks);
	});

	it('sends *never* only when it can no longer be undone', () => {
		dismissed.add(one, true);
		vi.advanceTimersByTime(undoForMs - 1);
		expect(sent).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(sent).toEqual(['one']);
		dismissed.settle();
		expect(sent).toEqual(['one']);
	});

	it('never sends what was undone, nor what was dismissed here only', () => {
		dismissed.add(one, true);
		dismissed.undo();
		dismissed.add(two, false);
		vi.advanceTimersByTime(undoForMs);
		expect(sent).toEqual([]);
	});

	it('sends at once when another is dismissed or the text is over', () => {
		dismissed.add(one, true);
		dismissed.add(two, true);
		expect(sent).toEqual(['one']);
		dismissed.startOver();
		expect(sent).toEqual(['one', 'two']);
		expect(dismissed.without(marks)).toEqual(marks);
	});
});
