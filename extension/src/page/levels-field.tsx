import {useId} from 'preact/hooks';
import {fill} from '../shared/texts.js';
import {useTexts} from './mount.js';
import type {FieldProps, Of, Wording} from './wording.js';

/** The same choice for each of some names: what was changed in sight, the rest on demand. */
export function LevelsField({field, wording, value, change}: FieldProps<Of<'levels'>, Record<string, string>>) {
	const texts = useTexts().options;
	const changed = field.names.filter(name => (value[name] ?? field.initial) !== field.initial);
	return (
		<fieldset class="stack" style={{'--gap': '.5rem'}}>
			<legend>{wording.label}</legend>
			<p class="quiet">{wording.about}</p>
			<Changed names={changed} value={value} wording={wording} back={() => change(Object.fromEntries(field.names.map(name => [name, field.initial])))} />
			<details>
				<summary>{texts.severityChoose}</summary>
				<div class="levels">
					{field.names.map(name => <Level key={name} {...{name, field, wording}} level={value[name] ?? field.initial}
						choose={level => change({...value, [name]: level})} />)}
				</div>
			</details>
		</fieldset>
	);
}

/** The names whose level is not the initial one. */
function Changed({names, value, wording, back}: {names: readonly string[]; value: Record<string, string>; wording: Wording; back: () => void}) {
	const {options: texts, categories}: {options: ReturnType<typeof useTexts>['options']; categories: Record<string, string>} = useTexts();
	if (names.length === 0) return <p>{texts.severityAll}</p>;
	return (
		<>
			<ul class="plain-list">
				{names.map(name => <li key={name}>{fill(texts.severityChanged, {category: categories[name] ?? name, level: wording.values?.[value[name] ?? ''] ?? ''})}</li>)}
			</ul>
			<div><button onClick={back}>{texts.severityBack}</button></div>
		</>
	);
}

interface LevelProps {
	name: string;
	field: Of<'levels'>;
	wording: Wording;
	level: string;
	choose: (level: string) => void;
}

function Level({name, field, wording, level, choose}: LevelProps) {
	const id = useId();
	const names: Record<string, string> = useTexts().categories;
	return (
		<div class="row apart level">
			<label for={id}>{names[name] ?? name}</label>
			<select id={id} value={level} class={level === field.initial ? undefined : 'changed'} onChange={event => choose(event.currentTarget.value)}>
				{field.values.map(one => <option key={one} value={one}>{wording.values?.[one] ?? one}</option>)}
			</select>
		</div>
	);
}
