import {RadioField} from '../page/fields.js';
import {useTexts} from '../page/mount.js';
import {TryBox} from '../page/try-box.js';
import {usePolicy} from '../page/use-policy.js';
import {useSettings} from '../page/use-settings.js';
import {openOptions} from '../shared/browser.js';
import {fields, type Settings} from '../shared/fields.js';
import {fill} from '../shared/texts.js';

/** The page of the first run: what the tool does, and the one question it must ask. */
export function Welcome() {
	const texts = useTexts();
	const {settings, problem, change} = useSettings();
	const isLocked = usePolicy().locked.includes('org');
	const {welcome} = texts;
	return (
		<div class="stack">
			<header class="stack">
				<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{welcome.title}</h1></div>
				<div class="stack facts"><p>{welcome.what}</p><p>{welcome.how}</p><p>{welcome.private}</p></div>
			</header>
			{problem && <p class="notice" role="alert">{fill(texts.options.notSaved, {reason: problem})}</p>}
			{settings && isLocked && <p><strong>{texts.settings.org.values[settings.org]}</strong>. {texts.house.policy.set}</p>}
			{settings && !isLocked && (
				<RadioField field={fields.org} wording={{label: welcome.question, values: texts.settings.org.values}} value={settings.org}
					change={org => change({org: org as Settings['org']})} />
			)}
			<div role="status">{settings?.org && <p>{welcome.done}</p>}</div>
			{settings?.org && <TryBox label={welcome.tryIt} placeholder={welcome.sample} rows={4} />}
			<div class="row apart">
				<p class="quiet">{welcome.later}</p>
				<button onClick={() => void openOptions()}>{welcome.options}</button>
			</div>
		</div>
	);
}
