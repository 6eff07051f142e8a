import {ask} from '../shared/ask.js';
import {interfaceLang, onMessage, ownId} from '../shared/browser.js';
import type {Notice, Pong} from '../shared/protocol.js';
import {siteOf, type WebSite} from '../shared/sites.js';
import {textsFor} from '../shared/texts.js';
import type {Finder} from './adapters/adapter.js';
import {findX} from './adapters/x.js';
import {removeLeftovers} from './leftovers.js';
import {Session, type Client} from './session.js';
import {Underlines} from './underline.js';

/** How each site's compose boxes are found. A site without an entry is left alone. */
const finders: Partial<Record<WebSite, Finder>> = {x: findX};

const client: Client = {
	check: request => ask('check', request),
	dismiss: request => ask('dismiss', request),
};

const sessions = new Map<HTMLElement, Session>();
let underlines: Underlines | undefined;

/** Opens a session when the focus enters a compose box; nothing else looks for them. */
function focused(path: readonly EventTarget[], find: Finder): void {
	for (const session of sessions.values()) if (!session.root.isConnected) session.end();
	const adapter = find(path);
	if (!adapter || sessions.has(adapter.root)) return;
	underlines ??= new Underlines();
	const {root} = adapter;
	const texts = textsFor(interfaceLang());
	sessions.set(root, new Session({adapter, client, underlines, texts, ended: () => sessions.delete(root)}));
}

function answer(message: Notice): Promise<Pong> | undefined {
	if (message.notice === 'settings-changed') for (const session of sessions.values()) session.recheck();
	else if (message.notice !== 'ping') return undefined;
	return Promise.resolve({sessions: sessions.size, adapter: find !== undefined});
}

function start(find: Finder): void {
	const enter = (path: readonly EventTarget[]) => {
		try {
			focused(path, find);
		} catch {
			// A box we cannot read stays untouched.
		}
	};
	addEventListener('focusin', event => enter(event.composedPath()), {capture: true});
	if (document.readyState === 'loading') return;
	// Firefox also runs us in pages that were open before the extension or its update.
	removeLeftovers();
	if (document.activeElement) enter(ancestry(document.activeElement));
}

/** An element and all it stands in, as the path of an event would have them. */
function ancestry(element: Element): EventTarget[] {
	return element.parentElement ? [element, ...ancestry(element.parentElement)] : [element];
}

const site = siteOf(location.href);
const find = site && finders[site];
// The popup is answered everywhere, so that it can tell *not yet supported* from *reload this tab*.
onMessage((message, {extension}) => (extension === ownId() ? answer(message as Notice) : undefined));
if (find) start(find);
