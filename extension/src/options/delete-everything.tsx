import {useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import type {Settings} from '../shared/fields.js';
import {fill} from '../shared/texts.js';
import type {DoneThing} from './done.js';
import {SaveSettings} from './save-settings.js';
import {Sure} from './sure.js';

/** Clearing a full storage takes many seconds where the machine is busy. */
const deleteWithinMs = 60_000;

/** Deletes all that is stored, after one question and for good. */
export function DeleteEverything({settings, done}: {settings: Settings; done: (what: DoneThing) => void}) {
	const {options: {delete: texts}, reasons} = useTexts();
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const go = async (close: () => void) => {
		const answer = await ask('delete-everything', {}, deleteWithinMs);
		setProblem(answer.ok ? undefined : reasons[answer.reason]);
		close();
		if (answer.ok) done({text: texts.done});
	};
	return (
		<div class="stack">
			<h3>{texts.title}</h3>
			<p id="delete-about">{texts.about}</p>
			<ul>{Object.entries(texts.what).map(([name, what]) => <li key={name}>{what}</li>)}</ul>
			{problem && <p class="notice" role="alert">{fill(texts.failed, {reason: problem})}</p>}
			<Sure id="delete-sure" texts={texts} go={go}>
				<p><strong>{texts.final}</strong> {texts.save}</p>
				<SaveSettings settings={settings} />
			</Sure>
		</div>
	);
}
