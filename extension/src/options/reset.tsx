import {useTexts} from '../page/mount.js';
import {changeSettings, initialSettings, type Settings} from '../shared/settings.js';
import type {Undoable} from './done.js';
import {forgetDismissals} from './forget.js';

/** Puts everything back to how it was after the installation. */
export function Reset({settings, done}: {settings: Settings; done: (what: Undoable) => void}) {
	const texts = useTexts().options;
	const reset = async () => {
		const bringBack = await forgetDismissals();
		await changeSettings(initialSettings());
		done({text: texts.resetDone, undo: async () => {
			await changeSettings(settings);
			await bringBack();
		}});
	};
	return (
		<section class="stack" aria-labelledby="reset">
			<h2 id="reset">{texts.start}</h2>
			<p>{texts.resetAbout}</p>
			<div><button onClick={() => void reset()}>{texts.reset}</button></div>
		</section>
	);
}
