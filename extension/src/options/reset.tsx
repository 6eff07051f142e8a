import {useTexts} from '../page/mount.js';
import type {Settings} from '../shared/fields.js';
import {defaultSettings} from '../shared/settings.js';
import {forgetDismissals} from './dismissed.js';
import type {DoneThing} from './done.js';

interface ResetProps {
	settings: Settings;
	store: (change: Partial<Settings>) => Promise<boolean>;
	done: (what: DoneThing) => void;
}

/** Puts everything back to how it was after the installation. */
export function Reset({settings, store, done}: ResetProps) {
	const texts = useTexts().options;
	const reset = async () => {
		if (!await store(await defaultSettings())) return;
		const bringBack = await forgetDismissals('forget-dismissals');
		done({text: texts.resetDone, undo: async () => {
			await store(settings);
			await bringBack?.();
		}});
	};
	return (
		<>
			<p>{texts.resetAbout}</p>
			<div><button onClick={() => void reset()}>{texts.reset}</button></div>
		</>
	);
}
