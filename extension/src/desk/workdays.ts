import {addBusinessDays} from 'date-fns/addBusinessDays';
import {formatISO} from 'date-fns/formatISO';
import {parseISO} from 'date-fns/parseISO';
import {subBusinessDays} from 'date-fns/subBusinessDays';

/** A day of the calendar, YYYY-MM-DD; it has no time and no time zone. */
export type Day = string;

/** The working days the institution has under Article 17a. */
export const noticeDays = 30;

const dayOf = (date: Date): Day => formatISO(date, {representation: 'date'});

/** The last of `count` working days (Monday to Friday), the day after `from` being the first. Holidays are not known. */
export function workdaysAfter(from: Day, count: number): Day {
	return dayOf(addBusinessDays(parseISO(from), count));
}

/** The latest working day to give notice on, so that `count` working days are over before `wished`. */
export function noticeBy(wished: Day, count: number): Day {
	const lastBefore = subBusinessDays(parseISO(wished), 1);
	return dayOf(subBusinessDays(lastBefore, count));
}

/** The day in the words of a language. */
export function inWords(day: Day, lang: string): string {
	return new Intl.DateTimeFormat(lang, {dateStyle: 'full', timeZone: 'UTC'}).format(new Date(`${day}T00:00:00Z`));
}
