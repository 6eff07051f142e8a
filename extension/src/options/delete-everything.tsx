import {useRef, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import type {Settings} from '../shared/fields.js';
import {fill} from '../shared/texts.js';
import type {DoneThing} from './done.js';
import {SaveSettings} from './save-settings.js';

/** Clearing takes longer where much is stored. */
const deleteWithinMs = 10_000;

/** Deletes all that is stored, after one question and for good. */
export function DeleteEverything({settings, done}: {settings: Settings; done: (what: DoneThing) => void}) {
	const {options: {delete: texts}, reasons} = useTexts();
	const dialog = useRef<HTMLDialogElement>(null);
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const go = async () => {
		const answer = await ask('delete-everything', {}, deleteWithinMs);
		setProblem(answer.ok ? undefined : reasons[answer.reason]);
		dialog.current?.close();
		if (answer.ok) done({text: texts.done});
	};
	return (
		<div class="stack">
			<h3>{texts.title}</h3>
			<p id="delete-about">{texts.about}</p>
			<ul>{Object.entries(texts.what).map(([name, what]) => <li key={name}>{what}</li>)}</ul>
			{problem && <p class="notice" role="alert">{fill(texts.failed, {reason: problem})}</p>}
			<div><button aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>{texts.open}</button></div>
			<dialog ref={dialog} aria-labelledby="delete-sure">
				<div class="stack">
					<h3 id="delete-sure">{texts.sure}</h3>
					<p><strong>{texts.final}</strong> {texts.save}</p>
					<SaveSettings settings={settings} />
					<div class="row">
						<button autofocus onClick={() => dialog.current?.close()}>{texts.cancel}</button>
						<button class="main" onClick={() => void go()}>{texts.go}</button>
					</div>
				</div>
			</dialog>
		</div>
	);
}
