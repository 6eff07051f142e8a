/**
 * Keeps the page's own files, and only these, for visits without a connection. A new edition of the page is fetched
 * beside the old one and takes over at the next visit. The page names its scripts with the hash of what they hold, so
 * that no visit mixes two editions. No request carries anything but the address of a file.
 */

/** What TypeScript's library for pages does not know of service workers. */
interface Lasting extends Event {
	waitUntil(until: Promise<unknown>): void;
}
interface Fetching extends Event {
	request: Request;
	respondWith(answer: Promise<Response>): void;
}
interface Scope {
	registration: ServiceWorkerRegistration;
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void;
	addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
}
const scope = self as unknown as Scope;

/** Put in by the build: every file of this edition by its path (the page itself has an empty one), with its SHA-256 in hex. */
declare const FILES: Readonly<Record<string, string>>;

const store = 'circumspect-page';

/** Not of any edition: each server has its own, and may change it at any time. */
const channelFile = 'checker.json';

/** A server that takes longer is as good as none. */
const answerWithinMs = 4000;

const addressOf = (file: string): string => new URL(file, scope.registration.scope).href;

/** What a file is kept under: its address with as much of its hash as the page names. Editions share what did not change. */
const keyOf = (file: string): string => `${addressOf(file)}?${FILES[file]?.slice(0, 16)}`;

const integrityOf = (hash: string): string => `sha256-${btoa(hash.replace(/../gu, pair => String.fromCharCode(parseInt(pair, 16))))}`;

/** Takes every file that is not there yet. One that is not what the build made, as while a server is being updated, ends the installation. */
async function keepAll(): Promise<void> {
	const cache = await caches.open(store);
	await Promise.all(Object.entries(FILES).map(async ([file, hash]) => {
		if (await cache.match(keyOf(file), {ignoreVary: true})) return;
		const answer = await fetch(addressOf(file), {cache: 'no-cache', credentials: 'omit', integrity: integrityOf(hash)});
		if (!answer.ok) throw new Error(`${file}: status: got ${answer.status}, want 200`);
		await cache.put(keyOf(file), answer);
	}));
	await fresh(new Request(addressOf(channelFile), {cache: 'no-cache', credentials: 'omit'})).catch(() => undefined);
}

/** Deletes what only earlier editions had. */
async function dropOthers(): Promise<void> {
	const cache = await caches.open(store);
	const own = new Set([...Object.keys(FILES).map(keyOf), addressOf(channelFile)]);
	const old = (await cache.keys()).filter(({url}) => !own.has(url));
	await Promise.all(old.map(request => cache.delete(request)));
}

/** A file as it was kept; one that is named with a hash only if it holds just that. */
async function kept(file: string, search: string): Promise<Response> {
	const cache = await caches.open(store);
	const named = /^\?[0-9a-f]{16}$/u.test(search);
	const key = named ? addressOf(file) + search : keyOf(file);
	return await cache.match(key, {ignoreVary: true}) ?? (named ? Response.error() : fetch(addressOf(file), {credentials: 'omit'}));
}

/** What the server says now, also that it has none; or else what it said last. */
async function fresh(request: Request): Promise<Response> {
	const cache = await caches.open(store);
	const answer = await fetch(request, {signal: AbortSignal.timeout(answerWithinMs)}).catch((error: unknown) => error);
	if (answer instanceof Response && (answer.ok || answer.status === 404)) {
		await cache.put(addressOf(channelFile), answer.clone());
		return answer;
	}
	const last = await cache.match(addressOf(channelFile), {ignoreVary: true});
	if (last) return last;
	if (answer instanceof Response) return answer;
	throw answer;
}

/** The file an address of ours leads to; undefined for anything else. */
function fileAt({origin, pathname}: URL): string | undefined {
	const [base, path] = [scope.registration.scope, origin + pathname];
	if (!path.startsWith(base)) return undefined;
	const file = path.slice(base.length);
	return file === 'index.html' ? '' : file;
}

// At once: the pages that are open have all they need, and each later one begins with a file that names the others.
scope.addEventListener('install', event => event.waitUntil(keepAll().then(() => scope.skipWaiting())));
scope.addEventListener('activate', event => event.waitUntil(dropOthers()));
scope.addEventListener('fetch', event => {
	const {method, url} = event.request;
	const address = new URL(url);
	const file = method === 'GET' ? fileAt(address) : undefined;
	if (file === channelFile) event.respondWith(fresh(event.request));
	else if (file !== undefined && Object.hasOwn(FILES, file)) event.respondWith(kept(file, address.search));
});
