import {useId} from 'preact/hooks';
import {type Field, fields, type SettingName, type Settings, type Watched} from '../shared/fields.js';
import {LevelsField} from './levels-field.js';
import {useTexts} from './mount.js';
import {suggestedFields} from './suggested.js';
import {Watchlist} from './watchlist.js';
import {WordsField} from './words-field.js';
import {About, type FieldProps, type Of, type Wording} from './wording.js';

/** The control for one setting, made from its description. */
export function SettingField({name, settings, change}: {name: SettingName; settings: Settings; change: (value: Partial<Settings>) => void}) {
	const field: Field = fields[name];
	const texts = useTexts();
	const wording: Wording = texts.settings[name];
	const rest = {wording, change: (value: unknown) => change({[name]: value})};
	switch (field.kind) {
		case 'choice': return <ChoiceField field={field} value={settings[name] as string} {...rest} />;
		case 'flag': return <FlagField field={field} value={settings[name] as boolean} {...rest} />;
		case 'words': return <WordsField field={field} value={settings[name] as readonly string[]} {...rest}
			suggestions={name === 'field' ? suggestedFields(settings.org, texts) : []} />;
		case 'watched': return <Watchlist field={field} value={settings[name] as readonly Watched[]} {...rest} />;
		case 'line': return <LineField field={field} value={settings[name] as string} {...rest} />;
		case 'switches': return <SwitchesField field={field} value={settings[name] as Record<string, boolean>} {...rest} />;
		// These two belong together, and to a leave of the browser: the options page asks for them in a form of its own.
		case 'address':
		case 'keys': return null;
		case 'levels': return <LevelsField field={field} value={settings[name] as Record<string, string>} {...rest} />;
	}
}

function ChoiceField({field, wording, value, change}: FieldProps<Of<'choice'>, string>) {
	const id = useId();
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{wording.label}</label>
			<About id={id} text={wording.about} />
			<select id={id} aria-describedby={`${id}-about`} value={value} onChange={event => change(event.currentTarget.value)}>
				{field.values.map(option => <option key={option} value={option}>{wording.values?.[option] ?? option}</option>)}
			</select>
		</div>
	);
}

/** A choice with all its values in sight; the empty value, not chosen yet, is no option. */
export function RadioField({field, wording, value, change}: FieldProps<Of<'choice'>, string>) {
	const name = useId();
	return (
		<fieldset class="stack" style={{'--gap': '.5rem'}}>
			<legend style={{marginBlockEnd: '.5rem'}}>{wording.label}</legend>
			{field.values.filter(Boolean).map(option => (
				<label key={option} class="radio">
					<input type="radio" name={name} checked={option === value} onChange={() => change(option)} />
					{wording.values?.[option] ?? option}
				</label>
			))}
		</fieldset>
	);
}

function FlagField({wording, value, change}: FieldProps<Of<'flag'>, boolean>) {
	const id = useId();
	return (
		<div>
			<Switch label={wording.label} on={value} change={change} describedBy={`${id}-about`} />
			<About id={id} text={wording.about} />
		</div>
	);
}

function SwitchesField({field, wording, value, change}: FieldProps<Of<'switches'>, Record<string, boolean>>) {
	const names: Record<string, string> = wording.values ?? useTexts().sites;
	return (
		<fieldset class="stack" style={{'--gap': '.25rem'}}>
			<legend>{wording.label}</legend>
			<p class="quiet">{wording.about}</p>
			<div class="switches">
				{field.names.map(name => (
					<Switch key={name} label={names[name] ?? name} on={value[name] ?? field.initial}
						change={on => change({...value, [name]: on})} />
				))}
			</div>
		</fieldset>
	);
}

/** One line, kept when it is left. */
function LineField({field, wording, value, change}: FieldProps<Of<'line'>, string>) {
	const id = useId();
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{wording.label}</label>
			<About id={id} text={wording.about} />
			<input id={id} type="text" class="line" aria-describedby={`${id}-about`} maxLength={field.max} autocomplete="off" value={value}
				onChange={event => change(event.currentTarget.value)} />
		</div>
	);
}

interface SwitchProps {
	label: string;
	on: boolean;
	change: (on: boolean) => void;
	disabled?: boolean;
	describedBy?: string;
}

/** Yes or no, at once. */
export function Switch({label, on, change, disabled = false, describedBy}: SwitchProps) {
	return (
		<label class="switch">
			<span>{label}</span>
			<input type="checkbox" role="switch" checked={on} disabled={disabled} aria-describedby={describedBy}
				onChange={event => change(event.currentTarget.checked)} />
		</label>
	);
}
