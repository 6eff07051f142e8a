import {clearAlarm, clearLocal, localKeys, removeLocal} from '../../shared/browser.js';
import {alarmNames} from '../alarms.js';
import {type Handler, parseNothing} from './handler.js';

/** Deletes all that is stored, all that is remembered from private windows, and every alarm. */
export const deleteEverything: Handler<'delete-everything'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, {dismissals, bios}) {
		// These forget what was never stored, too. What they write instead goes with the rest, if there is room to write.
		await Promise.allSettled([dismissals.forget(), bios.forget()]);
		await clearStorage();
		await Promise.all(alarmNames.map(clearAlarm));
		return {};
	},
};

/** A full Firefox may say that all is cleared when nothing is; one by one it works. */
async function clearStorage(): Promise<void> {
	await clearLocal();
	for (const key of await localKeys()) await removeLocal(key);
	const left = await localKeys();
	if (left.length > 0) throw new Error(`storage: got ${left.length} things left, want none`);
}
