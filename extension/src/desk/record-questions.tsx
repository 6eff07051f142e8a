import {useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import type {PackInfo} from '../shared/finding.js';
import {fill} from '../shared/texts.js';
import {Cited, inPack} from './cited.js';
import {type Need, nothingSaid, questions, verdictOn} from './record-need.js';

/** What the guidelines say of records. */
const provisions = ['IM-3', 'IM-4', 'IM-10', 'IM-12'];

/** The four questions, and what the answers point to. They forbid nothing and need no answer. */
export function RecordQuestions({pack, apps}: {pack: PackInfo | null; apps: readonly string[]}) {
	const texts = useTexts();
	const [need, setNeed] = useState<Need>(nothingSaid);
	const cited = inPack(pack, provisions);
	return (
		<section class="stack">
			<fieldset class="stack" style={{'--gap': '.375rem'}} aria-describedby="record-verdict">
				<legend>{texts.record.questionsTitle}</legend>
				{questions.map(name => (
					<label key={name} class="tick">
						<input type="checkbox" checked={need[name]} onChange={event => setNeed({...need, [name]: event.currentTarget.checked})} />
						{texts.record.questions[name]}
					</label>
				))}
			</fieldset>
			<p role="status" id="record-verdict">{texts.record.verdicts[verdictOn(need)]}</p>
			<p class="quiet">{texts.record.judge} {cited.length === 0 && texts.record.notYours}</p>
			{apps.length > 0 && <p>{fill(texts.record.apps, {apps: new Intl.ListFormat(texts.lang, {type: 'disjunction'}).format(apps)})}</p>}
			{cited.length > 0 && (
				<details class="quiet">
					<summary>{texts.record.guideline}</summary>
					<Cited provisions={cited} />
				</details>
			)}
		</section>
	);
}
