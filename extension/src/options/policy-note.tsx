import {useTexts} from '../page/mount.js';
import type {SettingName, Settings} from '../shared/fields.js';
import type {Policy} from '../shared/policy.js';
import {fill} from '../shared/texts.js';
import {describe} from './describe.js';
import {misfitText} from './mistakes.js';

interface NoteProps {
	name: SettingName;
	settings: Settings;
	policy: Policy;
	change: (value: Partial<Settings>) => void;
}

/** Says that the organisation has set a setting beforehand, and leads back to that where the user has chosen otherwise. */
export function PolicyNote({name, settings, policy: {values, locked}, change}: NoteProps) {
	const texts = useTexts();
	const own = texts.house.policy;
	const value = values[name];
	if (value === undefined || locked.includes(name)) return null;
	if (JSON.stringify(value) === JSON.stringify(settings[name])) return <p class="quiet">{own.default}</p>;
	return (
		<p class="quiet">
			{fill(own.own, {value: describe(name, value, texts)})}{' '}
			<button class="plain" aria-label={fill(own.backNamed, {label: texts.settings[name].label})} onClick={() => change({[name]: value})}>{own.back}</button>
		</p>
	);
}

/** A setting that the organisation has locked. */
export function LockedField({name, settings}: {name: SettingName; settings: Settings}) {
	const texts = useTexts();
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<p class="label">{texts.settings[name].label}</p>
			<p>{describe(name, settings[name], texts)}</p>
			<p class="quiet">{texts.house.policy.set}</p>
		</div>
	);
}

/** What the organisation has set and cannot be used: its administrators look here. */
export function PolicyProblems({policy: {problems}}: {policy: Policy}) {
	const texts = useTexts();
	if (problems.length === 0) return null;
	return (
		<div class="notice stack" role="status">
			<p>{texts.house.policy.wrong}</p>
			<ul class="mistakes">{problems.map((problem, index) => <li key={index}>{misfitText(problem, texts)}</li>)}</ul>
		</div>
	);
}
