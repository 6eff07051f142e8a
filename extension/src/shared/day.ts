/** Tells whether a value is a day that exists, as YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
	if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
	const day = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** A day as YYYY-MM-DD by the clock on the user's wall. */
export function localDay(moment = new Date()): string {
	const [month, day] = [moment.getMonth() + 1, moment.getDate()].map(part => String(part).padStart(2, '0'));
	return `${String(moment.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/** The next midnight of that clock, in milliseconds since 1970. A day may have 23 or 25 hours. */
export function nextMidnight(moment = new Date()): number {
	return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + 1).getTime();
}

/** A day in words of a language, in the order the user is used to where they have said so. */
export function shownDay(day: string, lang: string): string {
	const own = navigator.languages.find(one => one.split('-')[0] === lang.split('-')[0]);
	return new Intl.DateTimeFormat(own ?? lang, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${day}T00:00:00Z`));
}
