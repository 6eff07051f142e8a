import {clearAlarm, clearLocal, localKeys, removeLocal} from '../../shared/browser.js';
import {readSettings} from '../../shared/settings.js';
import {alarmNames} from '../alarms.js';
import {type Handler, parseNothing} from './handler.js';

/** Deletes all that is stored, all that is remembered from private windows, and every alarm. */
export const deleteEverything: Handler<'delete-everything'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, {dismissals, bios, channel}) {
		// These forget what was never stored, too. What they write instead goes with the rest, if there is room to write.
		await Promise.allSettled([dismissals.forget(), bios.forget(), channel.forget()]);
		await clearStorage();
		await Promise.all(alarmNames.map(clearAlarm));
		// What the organisation has set is not the user's to delete.
		void readSettings().then(settings => channel.use(settings)).catch(() => undefined);
		return {};
	},
};

const maxTurns = 3;

/** A full Firefox may say that all is cleared when nothing is. One by one it works, large things only once small ones are gone. */
async function clearStorage(): Promise<void> {
	await clearLocal();
	for (let turn = 0; turn < maxTurns; turn++) for (const key of await localKeys()) await removeLocal(key);
	const left = await localKeys();
	if (left.length > 0) throw new Error(`storage: got ${left.length} things left, want none`);
}
