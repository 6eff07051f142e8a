import {onAlarm} from '../shared/browser.js';
import {bioAlarm} from './bio-alarm.js';
import {keepWatchlist} from './watchlist.js';

/**
 * What is done when an alarm rings, by the name of the alarm. For one more
 * add a line here; nothing else calls onAlarm.
 */
const handlers: Readonly<Record<string, () => Promise<void>>> = {
	watchlist: keepWatchlist,
	bio: () => bioAlarm.ring(),
};

/** Answers alarms. Must be called while the background script is first run, or a ring is lost. */
export function answerAlarms(): void {
	// What fails is tried again at the next ring or start.
	onAlarm(name => void (Object.hasOwn(handlers, name) ? handlers[name]?.() : undefined)?.catch(() => undefined));
}

/** The alarms there can be. */
export const alarmNames: readonly string[] = Object.keys(handlers);
