const hour = 3_600_000;

/** A channel is asked about once a day: in 20 to 28 hours, so that a whole staff does not ask at once. */
export function afterAnswer(now: number, random: number): number {
	return Math.round(now + (20 + 8 * random) * hour);
}

/** After that many failures in a row: in about 1 hour, 2, 4, 8, 16 and then always 24, give or take a tenth. */
export function afterFailure(now: number, times: number, random: number): number {
	const hours = Math.min(2 ** (Math.max(times, 1) - 1), 24);
	return Math.round(now + hours * hour * (0.9 + 0.2 * random));
}

/** No time between two requests is longer. */
const longest = 29 * hour;

/** Tells whether a channel is to be asked; a time too far ahead was set by a clock that has been put back since. */
export function isDue(next: number | undefined, now: number): boolean {
	return next === undefined || next <= now || next > now + longest;
}
