import {
	fileUrl, interfaceLang, keepStorageFromPages, onAccessChange, onFirstInstall, onInstalledOrStarted, onLocalChange, onMenuClick,
	onMessage, onNotificationClick, openPage, ownId, readLocal, removeLocal, send, sendToTabs, writeLocal,
} from '../shared/browser.js';
import type {Settings} from '../shared/fields.js';
import type {Notice} from '../shared/protocol.js';
import {onSettingsChange, parseSettings, readSettings, storedForm} from '../shared/settings.js';
import {sitePatterns} from '../shared/sites.js';
import {biosKey, dismissalsKey, lastGoodKey} from '../shared/storage.js';
import {answerAlarms} from './alarms.js';
import {answerReminder, bioAlarm} from './bio-alarm.js';
import {Bios} from './bios.js';
import {channelInBrowser} from './channel/in-browser.js';
import {Checker} from './checker.js';
import {Dismissals} from './dismissals.js';
import {Engine} from './engine.js';
import {loadFrom} from './fetch.js';
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
	held: now => channel.pairs(now),
	lang: interfaceLang(),
});
const notice: Notice = {notice: 'settings-changed'};
// To our own pages; without an open one there is nobody to hear it.
const tellPages = () => void send(notice).catch(() => undefined);
const tellAll = () => {
	void sendToTabs(sitePatterns, notice);
	tellPages();
};
const channel = channelInBrowser(checker, {judgedAnew: tellAll, tell: tellPages});
const shelf = (key: string): Shelf => ({read: () => readLocal(key), write: value => writeLocal(key, value)});
const dismissals = new Dismissals(shelf(dismissalsKey));
const bios = new Bios(shelf(biosKey));
const handedOver = new HandedOver();

// Not after the settings are read: the engine takes longest.
checker.start();
const atStart = readSettings();
let settings: Promise<Settings> = atStart;
const use = (now: Settings): Promise<void> => {
	void bioAlarm.use(now.bioMonths).catch(() => undefined);
	void channel.use(now).catch(() => undefined);
	return checker.use(now);
};
// A change can be told of before the older settings have been read.
void atStart.then(read => (settings === atStart ? use(read) : undefined), () => undefined);

onSettingsChange(changed => {
	settings = Promise.resolve(changed);
	void use(changed).then(tellAll);
});
onLocalChange(dismissalsKey, () => dismissals.drop());
onLocalChange(biosKey, () => bios.drop());

const us = {id: ownId(), root: fileUrl('')};
const context = {checker, channel, dismissals, bios, handedOver, settings: () => settings};
onMessage((message, sender) => answerTo(message, sender, us, context));

answerAlarms({
	channel: () => channel.look(),
	async watchlist() {
		await keepWatchlist();
		// Words that the organisation has set end on their last day, too.
		settings = readSettings();
		await use(await settings);
	},
});
onAccessChange(() => void channel.look().catch(() => undefined));
void keepWatchlist().catch(() => undefined);
onNotificationClick(answerReminder);

onMenuClick(click => answerMenu(click, handedOver));
onInstalledOrStarted(() => void makeMenu().catch(() => undefined));

onFirstInstall(() => void openPage('welcome.html'));
void keepStorageFromPages();
