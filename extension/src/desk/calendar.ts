import ical, {ICalEventTransparency} from 'ical-generator';
import type {Day} from './workdays.js';

/** Something that is on a day from morning to evening, wherever one is. */
export interface DayEntry {
	/** The same for the same entry, so that a calendar replaces it when the file is taken in again. */
	id: string;
	day: Day;
	title: string;
	about: string;
}

/** A calendar file (RFC 5545) of whole days. */
export function calendarFile(entries: readonly DayEntry[]): string {
	const calendar = ical({prodId: {company: 'Circumspect', product: 'Desk'}});
	for (const {id, day, title, about} of entries) {
		calendar.createEvent({
			id, summary: title, description: about, allDay: true,
			// The library writes a whole day by its date in UTC.
			start: new Date(`${day}T00:00:00Z`),
			// It takes no time of the user's.
			transparency: ICalEventTransparency.TRANSPARENT,
		});
	}
	// The last line wants its end, too.
	return `${calendar.toString().trimEnd()}\r\n`;
}
