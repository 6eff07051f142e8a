/** Browsers that hold an envelope already, as after a fetch on another day. */
import type {Stage} from '../browsers/stage.js';
import type {Kept} from '../src/background/channel/kept.js';
import type {Settings} from '../src/shared/fields.js';
import {settingsVersion} from '../src/shared/settings.js';
import {channelKey, settingsKey} from '../src/shared/storage.js';
import {restart} from './background.js';
import {digestOf} from './sealed.js';
import {until} from './writer.js';

/** An address whose host the extension may reach without being asked: one of those it works on. */
export const heldAddress = 'https://x.com/v1/channels/staff';

/** What is held: an envelope, or nothing yet; and what is known of it. */
export interface Held extends Partial<Omit<Kept, 'envelope'>> {
	keys: readonly string[];
	held?: {envelope: Buffer; version: number};
	/** Other settings of the user. */
	settings?: Partial<Settings>;
}

const hour = 3_600_000;

/** Puts an envelope into the storage and starts the background anew, which must verify it as at any start. */
export async function hold(stage: Stage, {keys, held, settings, address = heldAddress, ...known}: Held): Promise<void> {
	const now = Date.now();
	const kept: Kept = {
		org: 'ec', address, keys, floor: held?.version ?? 0, withdrawn: [], failures: 0, seen: held?.version ?? 0, changes: [],
		checkedAt: now - hour, next: now + 20 * hour,
		...(held && {envelope: held.envelope.toString('base64'), digest: digestOf(held.envelope), fetchedAt: now - 30 * hour}),
		...known,
	};
	const page = await stage.browser.open(stage.browser.extensionUrl('options.html'));
	await until('page', () => page.evaluate(() => document.querySelector('h1') !== null));
	// A background that lives knows what it has read and would not look again.
	await restart(stage);
	await page.evaluate((stored: Record<string, unknown>) => chrome.storage.local.set(stored), {
		[settingsKey]: {version: settingsVersion, org: 'ec', ...settings, channel: address, keys}, [channelKey]: kept,
	});
	await until('channel', () => page.evaluate(async (wanted: string) => {
		const answer = await chrome.runtime.sendMessage<object, {value?: {channel: {address: string} | null; pack: object | null}}>({call: 'status', request: {wait: true}});
		return answer.value?.channel?.address === wanted && answer.value.pack !== null;
	}, address));
	await page.close();
}
