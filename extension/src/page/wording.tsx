import type {Field} from '../shared/fields.js';

/** The words around one setting; which of them there are depends on its kind. */
export interface Wording {
	label: string;
	about?: string;
	values?: Record<string, string>;
}

/** What every control for a setting is given. */
export interface FieldProps<F extends Field, V> {
	field: F;
	wording: Wording;
	value: V;
	change: (value: V) => void;
}

/** The fields of one kind. */
export type Of<K extends Field['kind']> = Extract<Field, {kind: K}>;

/** What a setting is for, named by `aria-describedby` of its control. */
export function About({id, text}: {id: string; text: string | undefined}) {
	return text ? <p class="quiet" id={`${id}-about`}>{text}</p> : null;
}
