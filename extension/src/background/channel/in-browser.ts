import {alarmTime, clearAlarm, hasAccess, readLocal, removeLocal, setAlarm, writeLocal} from '../../shared/browser.js';
import {channelPattern} from '../../shared/channel.js';
import {channelKey} from '../../shared/storage.js';
import {channelAlarm} from '../alarms.js';
import type {Checker} from '../checker.js';
import {askChannel} from '../fetch.js';
import {Channel} from './channel.js';

/** The channel as it works in the browser. `judgedAnew` is called when another envelope judges, `tell` when pages want to look. */
export function channelInBrowser(checker: Checker, {judgedAnew, tell}: {judgedAnew(): void; tell(): void}): Channel {
	return new Channel({
		now: () => Date.now(),
		random: () => Math.random(),
		read: () => readLocal(channelKey),
		write: kept => (kept ? writeLocal(channelKey, kept) : removeLocal(channelKey)),
		alarm: () => alarmTime(channelAlarm),
		setAlarm: when => (when === undefined ? clearAlarm(channelAlarm) : setAlarm(channelAlarm, when)),
		mayAsk: address => hasAccess([channelPattern(address)]),
		ask: askChannel,
		verify: pairs => checker.verify(pairs),
		pack: () => checker.settled.then(() => checker.pack),
		useHeld: () => checker.useHeld().then(judgedAnew),
		tell,
	});
}
