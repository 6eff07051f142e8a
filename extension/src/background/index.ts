import {
	fileUrl, interfaceLang, keepStorageFromPages, onFirstInstall, onInstalledOrStarted, onLocalChange, onMenuClick, onMessage, onNotificationClick, openPage, ownId, readLocal,
	removeLocal, send, sendToTabs, writeLocal,
} from '../shared/browser.js';
import type {Notice} from '../shared/protocol.js';
import type {Settings} from '../shared/fields.js';
import {onSettingsChange, parseSettings, readSettings, storedForm} from '../shared/settings.js';
import {sitePatterns} from '../shared/sites.js';
import {biosKey, dismissalsKey, lastGoodKey} from '../shared/storage.js';
import {answerAlarms} from './alarms.js';
import {answerReminder, bioAlarm} from './bio-alarm.js';
import {Bios} from './bios.js';
import {Checker} from './checker.js';
import {Dismissals} from './dismissals.js';
import {Engine, loadFrom} from './engine.js';
import {HandedOver} from './handed.js';
import type {Shelf} from './hashed.js';
import {answerMenu, makeMenu} from './menu.js';
import {answerTo} from './messages/answer.js';
import {keepWatchlist} from './watchlist.js';

/**
 * The background: a service worker in Chrome, an event page in Firefox. The browser
 * stops it when idle and runs this file again for the next message, so the listeners
 * are set at once and the engine is started without being asked.
 */

/** Writes only what is new: the background starts often, and most starts change nothing. */
async function keepLastGood(good: Settings): Promise<void> {
	// Whoever has deleted everything wants nothing written.
	if (!good.org) return removeLocal(lastGoodKey);
	const form = storedForm(good);
	if (JSON.stringify(await readLocal(lastGoodKey)) !== JSON.stringify(form)) await writeLocal(lastGoodKey, form);
}

const checker = new Checker({
	start: () => Engine.start(imports => loadFrom(fileUrl('engine.wasm'), imports)),
	stored: readSettings,
	lastGood: {
		read: async () => {
			const stored = await readLocal(lastGoodKey);
			return stored === undefined ? undefined : parseSettings(stored);
		},
		write: good => void keepLastGood(good).catch(() => undefined),
	},
	lang: interfaceLang(),
});
const shelf = (key: string): Shelf => ({read: () => readLocal(key), write: value => writeLocal(key, value)});
const dismissals = new Dismissals(shelf(dismissalsKey));
const bios = new Bios(shelf(biosKey));
const handedOver = new HandedOver();

// Not after the settings are read: the engine takes longest.
checker.start();
const atStart = readSettings();
let settings: Promise<Settings> = atStart;
// A change can be told of before the older settings have been read.
void atStart.then(read => (settings === atStart ? checker.use(read) : undefined));

onSettingsChange(changed => {
	settings = Promise.resolve(changed);
	const notice: Notice = {notice: 'settings-changed'};
	void checker.use(changed).then(() => {
		void sendToTabs(sitePatterns, notice);
		// To our own pages; without an open one there is nobody to hear it.
		send(notice).catch(() => undefined);
	});
});
onLocalChange(dismissalsKey, () => dismissals.drop());
onLocalChange(biosKey, () => bios.drop());

const us = {id: ownId(), root: fileUrl('')};
const context = {checker, dismissals, bios, handedOver, settings: () => settings};
onMessage((message, sender) => answerTo(message, sender, us, context));

answerAlarms();
void keepWatchlist().catch(() => undefined);
const remind = ({bioMonths}: Settings) => void bioAlarm.use(bioMonths).catch(() => undefined);
void atStart.then(remind, () => undefined);
onSettingsChange(remind);
onNotificationClick(answerReminder);

onMenuClick(click => answerMenu(click, handedOver));
onInstalledOrStarted(() => void makeMenu().catch(() => undefined));

onFirstInstall(() => void openPage('welcome.html'));
void keepStorageFromPages();
