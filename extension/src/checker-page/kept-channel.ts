import type {Kept} from '../background/channel/kept.js';

/** Beside the page's own files, which another edition may delete. */
const store = 'circumspect-channel';
const name = 'kept.json';

/** What was fetched from the channel at an earlier visit; it is public, and verified again before it is used. */
export async function readKept(): Promise<unknown> {
	const answer = await (await caches.open(store)).match(name);
	return answer?.json();
}

/** Keeps what was fetched for visits without a connection, or forgets it. */
export async function writeKept(kept: Kept | undefined): Promise<void> {
	if (kept) await (await caches.open(store)).put(name, new Response(JSON.stringify(kept)));
	else await caches.delete(store);
}
