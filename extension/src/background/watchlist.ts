import {readLocal, setAlarm, writeLocal} from '../shared/browser.js';
import {localDay, nextMidnight} from '../shared/day.js';
import type {Settings} from '../shared/fields.js';
import {changeSettings, parseSettings, readSettings, storedForm} from '../shared/settings.js';
import {lastGoodKey} from '../shared/storage.js';
import {current} from '../shared/words.js';

/** Deletes watched words whose last day is over, now and after every midnight. */
export async function keepWatchlist(): Promise<void> {
	// Without a period: after a change of the clocks it would ring an hour off.
	await setAlarm('watchlist', nextMidnight());
	await dropExpired(localDay());
}

/** Deletes the words that were to be watched until a day before `today`, wherever they are stored. */
async function dropExpired(today: string): Promise<void> {
	const {watchlist} = await readSettings();
	if (current(watchlist, today).length < watchlist.length) await changeSettings({watchlist: current(watchlist, today)});
	const stored = await readLocal(lastGoodKey);
	if (stored !== undefined) await dropFromLastGood(parseSettings(stored), today);
}

async function dropFromLastGood(lastGood: Settings, today: string): Promise<void> {
	const watchlist = current(lastGood.watchlist, today);
	if (watchlist.length < lastGood.watchlist.length) await writeLocal(lastGoodKey, storedForm({...lastGood, watchlist}));
}
