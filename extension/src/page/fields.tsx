import {useId, useRef, useState} from 'preact/hooks';
import {fill} from '../shared/texts.js';
import {type Field, fields, type SettingName, type Settings, tidyWords, unfitWords, type Words} from '../shared/settings.js';
import {useTexts} from './mount.js';

/** Words are kept when the typing has paused this long: every change readies the engine anew. */
const keepAfterMs = 400;

/** The words around one setting; which of them there are depends on its kind. */
interface Wording {
	label: string;
	about?: string;
	values?: Record<string, string>;
}

interface FieldProps<F extends Field, V> {
	field: F;
	wording: Wording;
	value: V;
	change: (value: V) => void;
}

type Of<K extends Field['kind']> = Extract<Field, {kind: K}>;

/** The control for one setting, made from its description. */
export function SettingField({name, settings, change}: {name: SettingName; settings: Settings; change: (value: Partial<Settings>) => void}) {
	const field: Field = fields[name];
	const wording: Wording = useTexts().settings[name];
	const rest = {wording, change: (value: unknown) => change({[name]: value})};
	switch (field.kind) {
		case 'choice': return <ChoiceField field={field} value={settings[name] as string} {...rest} />;
		case 'flag': return <FlagField field={field} value={settings[name] as boolean} {...rest} />;
		case 'words': return <WordsField field={field} value={settings[name] as readonly string[]} {...rest} />;
		case 'switches': return <SwitchesField field={field} value={settings[name] as Record<string, boolean>} {...rest} />;
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
	const texts = useTexts();
	return (
		<fieldset class="stack" style={{'--gap': '.25rem'}}>
			<legend>{wording.label}</legend>
			<p class="quiet">{wording.about}</p>
			{field.names.map(name => (
				<Switch key={name} label={texts.sites[name as keyof typeof texts.sites] ?? name} on={value[name] ?? field.initial}
					change={on => change({...value, [name]: on})} />
			))}
		</fieldset>
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

/** One word or phrase a line. What is typed stays as typed; what is kept is tidied. */
function WordsField({field, wording, value, change}: FieldProps<Of<'words'>, readonly string[]>) {
	const id = useId();
	const texts = useTexts().options;
	const [typed, setTyped] = useState<string | undefined>(undefined);
	const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	// Somebody else may have changed the words (undo, another window): then theirs are shown.
	const own = typed !== undefined && (pending.current !== undefined || sameWords(kept(field, typed), value));
	const text = own ? typed : value.join('\n');
	const keep = (next: string) => {
		clearTimeout(pending.current);
		pending.current = undefined;
		change(kept(field, next));
	};
	const type = (next: string) => {
		setTyped(next);
		clearTimeout(pending.current);
		pending.current = setTimeout(keep, keepAfterMs, next);
	};
	const lines = text.split('\n');
	const tooMany = tidyWords({...field, max: Infinity}, lines).length > field.max;
	const unfit = unfitWords(field, lines);
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{wording.label}</label>
			<About id={id} text={wording.about} />
			<textarea id={id} aria-describedby={`${id}-about ${id}-count`} rows={5} spellcheck={false} autocomplete="off"
				value={text} onInput={event => type(event.currentTarget.value)}
				onBlur={event => pending.current !== undefined && keep(event.currentTarget.value)} />
			<p class="quiet" id={`${id}-count`}>
				{fill(texts.wordCount, {count: value.length, max: field.max})} {tooMany && fill(texts.wordsDropped, {max: field.max})}
				{unfit.length > 0 && fill(texts.wordsUnfit, {words: unfit.join(', ')})}
			</p>
		</div>
	);
}

const kept = (field: Words, typed: string) => tidyWords(field, typed.split('\n'));
const sameWords = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word, index) => word === b[index]);

function About({id, text}: {id: string; text: string | undefined}) {
	return text ? <p class="quiet" id={`${id}-about`}>{text}</p> : null;
}
