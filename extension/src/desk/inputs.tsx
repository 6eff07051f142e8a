import type {ComponentChildren} from 'preact';
import {useId} from 'preact/hooks';

interface LabelledProps {
	label: string;
	about?: string | undefined;
	children: (ids: {id: string; 'aria-describedby'?: string}) => ComponentChildren;
}

/** A control with its name above it. */
function Labelled({label, about, children}: LabelledProps) {
	const id = useId();
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{label}</label>
			{about && <p class="quiet" id={`${id}-about`}>{about}</p>}
			{children({id, ...(about && {'aria-describedby': `${id}-about`})})}
		</div>
	);
}

interface InputProps {
	label: string;
	about?: string;
	value: string;
	change: (value: string) => void;
}

/** One line of text. */
export function LineInput({label, about, value, change}: InputProps) {
	return (
		<Labelled label={label} about={about}>
			{ids => <input {...ids} type="text" class="line" autocomplete="off" value={value} onInput={event => change(event.currentTarget.value)} />}
		</Labelled>
	);
}

/** A day, YYYY-MM-DD, or nothing. */
export function DayInput({label, about, value, change}: InputProps) {
	return (
		<Labelled label={label} about={about}>
			{ids => <input {...ids} type="date" class="line" value={value} onInput={event => change(event.currentTarget.value)} />}
		</Labelled>
	);
}

/** A number from 1 to `max`, not a number while there is none. */
export function NumberInput({label, about, value, max, change}: {label: string; about?: string; value: number; max: number; change: (value: number) => void}) {
	return (
		<Labelled label={label} about={about}>
			{ids => <input {...ids} type="number" class="line" min={1} max={max} autocomplete="off" value={Number.isNaN(value) ? '' : value}
				onInput={event => change(event.currentTarget.valueAsNumber)} />}
		</Labelled>
	);
}

/** Some lines of text. */
export function LinesInput({label, about, value, change}: InputProps) {
	return (
		<Labelled label={label} about={about}>
			{ids => <textarea {...ids} rows={3} value={value} onInput={event => change(event.currentTarget.value)} />}
		</Labelled>
	);
}

/** One of a list. */
export function SelectInput<V extends string>({label, value, values, names, change}:
	{label: string; value: V; values: readonly V[]; names: Readonly<Record<V, string>>; change: (value: V) => void}) {
	return (
		<Labelled label={label}>
			{ids => <select {...ids} value={value} onChange={event => change(event.currentTarget.value as V)}>
				{values.map(one => <option key={one} value={one}>{names[one]}</option>)}
			</select>}
		</Labelled>
	);
}

/** One of a list, all in sight; nothing is chosen at first. */
export function RadioInput<V extends string>({label, value, values, names, change}:
	{label: string; value: V | undefined; values: readonly V[]; names: Readonly<Record<V, string>>; change: (value: V) => void}) {
	const name = useId();
	return (
		<fieldset>
			<legend style={{marginBlockEnd: '.5rem'}}>{label}</legend>
			<div class="choices">
				{values.map(one => (
					<label key={one} class="radio">
						<input type="radio" name={name} checked={one === value} onChange={() => change(one)} /> {names[one]}
					</label>
				))}
			</div>
		</fieldset>
	);
}
