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

/** Keeps content scripts from reading the storage, where the browser can (Chrome). */
export async function keepStorageFromPages(): Promise<void> {
	await chrome.storage.local.setAccessLevel?.({accessLevel: 'TRUSTED_CONTEXTS'});
}

/** Calls back once after the extension was installed for the first time. */
export function onFirstInstall(callback: () => void): void {
	chrome.runtime.onInstalled.addListener(({reason}) => {
		if (reason === 'install') callback();
	});
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
