import {useState} from 'preact/hooks';
import {SettingField} from '../page/fields.js';
import {useTexts} from '../page/mount.js';
import {type SettingsState, useSettings} from '../page/use-settings.js';
import {type Field, fields, groups, type SettingName} from '../shared/settings.js';
import {fill} from '../shared/texts.js';
import {Done, type Undoable} from './done.js';
import {Forget} from './forget.js';
import {PackInUse} from './pack-in-use.js';
import {Reset} from './reset.js';

/** The options page: one section for each group of settings, then what can be taken back. */
export function Options() {
	const texts = useTexts().options;
	const state = useSettings();
	const [done, setDone] = useState<Undoable | undefined>(undefined);
	if (!state.settings) {
		return <div class="stack">{state.problem
			? <p class="notice" role="alert">{fill(texts.unreadable, {reason: state.problem})}</p>
			: <p class="quiet">{texts.loading}</p>}</div>;
	}
	return (
		<div class="stack">
			<header class="stack">
				<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.title}</h1></div>
				<p>{texts.intro} <Saved state={state} /></p>
				{state.problem && <p class="notice" role="alert">{fill(texts.notSaved, {reason: state.problem})}</p>}
			</header>
			{groups.map(group => <Group key={group} group={group} state={state} />)}
			<Forget done={setDone} />
			<Reset settings={state.settings} done={setDone} />
			{done && <Done key={done.text} {...done} close={() => setDone(undefined)} />}
		</div>
	);
}

function Group({group, state: {settings, change}}: {group: (typeof groups)[number]; state: SettingsState}) {
	const texts = useTexts().options;
	const id = `group-${group}`;
	const names = (Object.entries(fields) as [SettingName, Field][]).filter(([, field]) => field.group === group).map(([name]) => name);
	return (
		<section class="stack" aria-labelledby={id}>
			<h2 id={id}>{texts[group]}</h2>
			{settings && names.map(name => <SettingField key={name} name={name} settings={settings} change={change} />)}
			{group === 'you' && <PackInUse />}
		</section>
	);
}

/** Says, also to screen readers, that a change was kept. */
function Saved({state: {saved, problem}}: {state: SettingsState}) {
	const texts = useTexts().options;
	return <strong role="status">{saved > 0 && !problem && <span key={saved}>{texts.saved}</span>}</strong>;
}
