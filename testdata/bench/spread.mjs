/** Statistics of measured times. */

export const round = number => Number(number.toPrecision(4));

/** The value below which the given share of the numbers lies; null of none. */
export function quantile(numbers, share) {
	const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
	return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = numbers => quantile(numbers, 0.5);
export const least = numbers => quantile(numbers, 0);

/** What is kept of many times in milliseconds. */
export function spread(times) {
	return {count: times.length, min: round(least(times)), median: round(median(times)), p95: round(quantile(times, 0.95))};
}
