/** A change of a text: `from`..`oldEnd` became `from`..`newEnd` (UTF-16 code units). */
export interface Edit {
	from: number;
	oldEnd: number;
	newEnd: number;
}

/** A place in a text, in UTF-16 code units. */
export interface Place {
	start: number;
	end: number;
}

/** Finds the smallest single edit that turns `before` into `after`, or null where they are the same. */
export function editBetween(before: string, after: string): Edit | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	let from = 0;
	while (from < shorter && before[from] === after[from]) from++;
	let tail = 0;
	while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return {from, oldEnd: before.length - tail, newEnd: after.length - tail};
}

/**
 * Moves a place along with an edit. A place the edit went through is gone: what was
 * found there may no longer stand there.
 */
export function movePlace<P extends Place>(place: P, edit: Edit): P | null {
	if (place.end <= edit.from) return place;
	if (place.start < edit.oldEnd || (place.start === edit.from && place.start === place.end)) return null;
	const by = edit.newEnd - edit.oldEnd;
	return {...place, start: place.start + by, end: place.end + by};
}
