import {onAlarm} from '../shared/browser.js';
import {bioAlarm} from './bio-alarm.js';

/** The alarms there can be. */
export const alarmNames = ['watchlist', 'bio', 'channel'] as const;

/** The alarm at which the organisation's channel is asked. */
export const channelAlarm = 'channel' satisfies (typeof alarmNames)[number];

/**
 * Answers alarms; nothing else calls onAlarm. Must be called while the background script is first run, or a ring
 * is lost.
 */
export function answerAlarms({watchlist, channel}: Record<'watchlist' | 'channel', () => Promise<void>>): void {
	const handlers: Readonly<Record<string, () => Promise<void>>> = {
		watchlist, channel, bio: () => bioAlarm.ring(),
	} satisfies Record<(typeof alarmNames)[number], () => Promise<void>>;
	// What fails is tried again at the next ring or start.
	onAlarm(name => void (Object.hasOwn(handlers, name) ? handlers[name]?.() : undefined)?.catch(() => undefined));
}
