/** The user's settings, as the options page stores them. */
import type {Stage} from '../browsers/stage.js';
import type {Settings} from '../src/shared/fields.js';
import {settingsVersion} from '../src/shared/settings.js';
import {settingsKey} from '../src/shared/storage.js';
import {pause, until} from './writer.js';

/** What the user may change; switches may be given one by one. */
export type Change = {[N in keyof Settings]?: Settings[N] extends readonly unknown[] ? Settings[N] : Settings[N] extends object ? Partial<Settings[N]> : Settings[N]};

/** What is asked of pages again after a change takes this long at most. */
const settlesMs = 400;

/** Changes some settings through a page of the extension, and waits until the background judges by them. */
export async function changeSettings(stage: Stage, change: Change): Promise<void> {
	const page = await stage.browser.open(stage.browser.extensionUrl('options.html'));
	await page.evaluate(async (key: string, version: number, changed: Change) => {
		const stored = ((await chrome.storage.local.get(key))[key] ?? {version}) as Record<string, unknown>;
		for (const [name, value] of Object.entries(changed)) {
			const isList = typeof value !== 'object' || Array.isArray(value);
			stored[name] = isList ? value : {...(stored[name] as object), ...value};
		}
		await chrome.storage.local.set({[key]: stored});
	}, settingsKey, settingsVersion, change);
	const wanted = change.org;
	if (wanted) await until(`pack ${wanted}`, () => page.evaluate(packInUse).then(id => id === wanted));
	await pause(settlesMs);
	await page.close();
}

/** The organisation whose guidelines judge now. Runs in a page of the extension. */
async function packInUse(): Promise<string> {
	const answer = await chrome.runtime.sendMessage<object, {value?: {pack: {id?: string} | null}}>({call: 'status', request: {wait: true}});
	return answer.value?.pack?.id ?? '';
}
