/**
 * The only file that names the browser's extension interface. Firefox answers to the
 * same name as Chrome and returns promises too, so nothing here asks which one it is.
 */

/** Who sent a message. */
export interface Sender {
	/** The id of the extension that sent it. */
	extension: string | undefined;
	/** The address of the document it came from. */
	url: string | undefined;
	/** True when it came from a tab's page rather than from a popup or background. */
	inTab: boolean;
	/** True when it came from a private window. */
	inPrivate: boolean;
}

/** A tab as the popup needs it. `url` is known only for the sites of the manifest. */
export interface Tab {
	id: number | undefined;
	url: string | undefined;
	inPrivate: boolean;
}

/** False once the extension was updated, switched off or removed under a living page. */
export function connected(): boolean {
	return typeof chrome !== 'undefined' && Boolean(chrome.runtime?.id);
}

/** The extension's own id. */
export function ownId(): string {
	return chrome.runtime.id;
}

/** The address of a file of the extension. */
export function fileUrl(path: string): string {
	return chrome.runtime.getURL(path);
}

/** The language of the browser's own windows, such as `en-GB`. */
export function interfaceLang(): string {
	return typeof chrome === 'undefined' ? 'en' : chrome.i18n.getUILanguage();
}

/** A text of the browser's catalogue, empty where it has none or we are cut off. */
export function message(name: string): string {
	return connected() ? chrome.i18n.getMessage(name) : '';
}

/** Sends a message to the background. Throws when nobody is there. */
export function send(message: unknown): Promise<unknown> {
	return chrome.runtime.sendMessage(message);
}

/** Sends a message to the content script of a tab. Throws when there is none. */
export function sendToTab(id: number, message: unknown): Promise<unknown> {
	return chrome.tabs.sendMessage(id, message);
}

/** Sends a message to the content scripts of all tabs whose address matches. */
export async function sendToTabs(patterns: readonly string[], message: unknown): Promise<void> {
	const tabs = await chrome.tabs.query({url: [...patterns]});
	// A tab without our content script refuses; that is its answer.
	await Promise.allSettled(tabs.map(tab => sendToTab(tab.id ?? chrome.tabs.TAB_ID_NONE, message)));
}

/**
 * Answers messages. The handler returns undefined for a message that is not its own.
 * Must be called while the background script is first run, or a wake-up is lost.
 */
export function onMessage(handler: (message: unknown, sender: Sender) => Promise<unknown> | undefined): () => void {
	const listener = (message: unknown, from: chrome.runtime.MessageSender, reply: (answer: unknown) => void) => {
		const answer = handler(message, senderOf(from));
		if (!answer) return false;
		void answer.then(reply);
		return true;
	};
	chrome.runtime.onMessage.addListener(listener);
	return () => chrome.runtime.onMessage.removeListener(listener);
}

function senderOf(from: chrome.runtime.MessageSender): Sender {
	return {
		extension: from.id,
		url: from.url,
		inTab: from.tab !== undefined,
		inPrivate: from.tab?.incognito ?? false,
	};
}

/** Reads from the extension's storage on this machine. */
export async function readLocal(key: string): Promise<unknown> {
	return (await chrome.storage.local.get(key))[key];
}

/** Writes to the extension's storage on this machine. */
export function writeLocal(key: string, value: unknown): Promise<void> {
	return chrome.storage.local.set({[key]: value});
}

/** Removes one thing from the extension's storage on this machine. */
export function removeLocal(key: string): Promise<void> {
	return chrome.storage.local.remove(key);
}

/** The names of all there is in the extension's storage on this machine. */
export async function localKeys(): Promise<string[]> {
	return Object.keys(await chrome.storage.local.get(null));
}

/** Removes everything from the extension's storage on this machine. */
export function clearLocal(): Promise<void> {
	return chrome.storage.local.clear();
}

/** Calls back with the new value whenever `key` is written. Returns a function that stops it. */
export function onLocalChange(key: string, callback: (value: unknown) => void): () => void {
	const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
		if (area === 'local' && key in changes) callback(changes[key]?.newValue);
	};
	chrome.storage.onChanged.addListener(listener);
	return () => chrome.storage.onChanged.removeListener(listener);
}

/** Reads all that an organisation has set beforehand. Firefox refuses where nobody has. */
export function readManaged(): Promise<unknown> {
	return chrome.storage.managed.get(null);
}

/** Calls back whenever what an organisation has set changes. Returns a function that stops it. */
export function onManagedChange(callback: () => void): () => void {
	const listener = (_changes: object, area: string) => {
		if (area === 'managed') callback();
	};
	chrome.storage.onChanged.addListener(listener);
	return () => chrome.storage.onChanged.removeListener(listener);
}

/** Keeps content scripts from reading the storage, where the browser can (Chrome). */
export async function keepStorageFromPages(): Promise<void> {
	for (const area of [chrome.storage.local, chrome.storage.managed]) await area.setAccessLevel?.({accessLevel: 'TRUSTED_CONTEXTS'});
}

/** Calls back once after the extension was installed for the first time. */
export function onFirstInstall(callback: () => void): void {
	chrome.runtime.onInstalled.addListener(({reason}) => {
		if (reason === 'install') callback();
	});
}

/** Calls back after every installation or update, and at every start of the browser. */
export function onInstalledOrStarted(callback: () => void): void {
	chrome.runtime.onInstalled.addListener(callback);
	chrome.runtime.onStartup.addListener(callback);
}

/** Opens a page of the extension in a new tab. */
export async function openPage(path: string): Promise<void> {
	await chrome.tabs.create({url: fileUrl(path)});
}

/** Opens the options page. */
export function openOptions(): Promise<void> {
	return chrome.runtime.openOptionsPage();
}

/** The tab the user looks at. */
export async function activeTab(): Promise<Tab | undefined> {
	const [tab] = await chrome.tabs.query({active: true, currentWindow: true});
	return tab && {id: tab.id, url: tab.url, inPrivate: tab.incognito};
}

/** Loads a tab again. */
export async function reloadTab(id: number): Promise<void> {
	await chrome.tabs.reload(id);
}

/** Tells whether the user lets the extension work on these addresses. */
export function hasAccess(patterns: readonly string[]): Promise<boolean> {
	return chrome.permissions.contains({origins: [...patterns]});
}

/** Asks the user for access to these addresses. Only from a click. */
export function requestAccess(patterns: readonly string[]): Promise<boolean> {
	return chrome.permissions.request({origins: [...patterns]});
}

/** Gives leave back. Throws where it was given for good. */
export async function giveBackAccess(patterns: readonly string[]): Promise<void> {
	await chrome.permissions.remove({origins: [...patterns]});
}

/** Calls back when the user gives or takes access or another permission. Must be called while the background script is first run. */
export function onAccessChange(callback: () => void): void {
	chrome.permissions.onAdded.addListener(callback);
	chrome.permissions.onRemoved.addListener(callback);
}

/** Opens the popup over the window, or where the browser cannot, the same page in a small window of its own. */
export async function openPopup(path: string): Promise<void> {
	try {
		// Both at once: Firefox opens a popup only as long as it answers a click, and waiting ends that.
		await Promise.all([chrome.action.setPopup({popup: path}), chrome.action.openPopup()]);
	} catch {
		await chrome.windows.create({url: fileUrl(path), type: 'popup', width: 460, height: 680});
	} finally {
		await chrome.action.setPopup({popup: 'popup.html'});
	}
}

/** Tells whether this page is shown over the window, where the browser makes it as large as what is on it. */
export function isPopup(): boolean {
	return chrome.extension.getViews({type: 'popup'}).includes(window);
}

/** An entry in the menu of the right mouse button. */
export interface MenuEntry {
	id: string;
	title: string;
	/** Addresses of the pages it is shown on; without them, on all. */
	patterns?: readonly string[];
}

/** What was clicked on. */
export interface MenuClick {
	id: string;
	/** The selected text; line breaks are lost. */
	selected: string;
	tab: number | undefined;
	/** The address of the page. */
	url: string | undefined;
}

/** Makes these the menu entries for selected text, instead of any there were. */
export async function setMenu(entries: readonly MenuEntry[]): Promise<void> {
	await chrome.contextMenus.removeAll();
	for (const {id, title, patterns} of entries) {
		chrome.contextMenus.create({id, title, contexts: ['selection'], ...(patterns && {documentUrlPatterns: [...patterns]})});
	}
}

/** Calls back when a menu entry is clicked. Must be called while the background script is first run. */
export function onMenuClick(callback: (click: MenuClick) => void): void {
	chrome.contextMenus.onClicked.addListener((info, tab) => callback({
		id: String(info.menuItemId), selected: info.selectionText ?? '', tab: tab?.id, url: info.pageUrl,
	}));
}

/** Rings once at `when` (milliseconds since 1970). Browsers may forget it when they close. */
export async function setAlarm(name: string, when: number): Promise<void> {
	await chrome.alarms.create(name, {when});
}

/** Tells when an alarm will ring next, in milliseconds since 1970; undefined where none is set. */
export async function alarmTime(name: string): Promise<number | undefined> {
	return (await chrome.alarms.get(name))?.scheduledTime;
}

/** Takes an alarm back. */
export async function clearAlarm(name: string): Promise<void> {
	await chrome.alarms.clear(name);
}

/** Calls back when an alarm rings. Must be called while the background script is first run. */
export function onAlarm(callback: (name: string) => void): void {
	chrome.alarms.onAlarm.addListener(({name}) => callback(name));
}

/** Tells whether notifications may be shown. */
export function mayNotify(): Promise<boolean> {
	return chrome.permissions.contains({permissions: ['notifications']});
}

/** Asks the user whether notifications may be shown. Only from a click. */
export function requestNotify(): Promise<boolean> {
	return chrome.permissions.request({permissions: ['notifications']});
}

/** Shows a notification; one of the same id takes its place. */
export async function notify(id: string, title: string, text: string): Promise<void> {
	// There is no such interface before the user has allowed it.
	await chrome.notifications?.create(id, {type: 'basic', iconUrl: fileUrl('icons/128.png'), title, message: text});
}

/** Calls back when a notification is clicked. */
export function onNotificationClick(callback: (id: string) => void): void {
	const answer = (id: string) => {
		void chrome.notifications.clear(id);
		callback(id);
	};
	const listen = () => chrome.notifications?.onClicked.addListener(answer);
	listen();
	// The interface is there only once the user has allowed it, which may be later.
	chrome.permissions.onAdded.addListener(listen);
}

/** The keys that open the popup, such as `Alt+Shift+C`; empty where the user has set none. */
export async function popupKeys(): Promise<string> {
	const commands = await chrome.commands.getAll();
	return commands.find(({name}) => name === '_execute_action')?.shortcut ?? '';
}

/** The version of the extension. */
export function ownVersion(): string {
	return chrome.runtime.getManifest().version;
}
