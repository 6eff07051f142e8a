import {useId, useRef, useState} from 'preact/hooks';
import type {Words} from '../shared/fields.js';
import {fill} from '../shared/texts.js';
import {tidyWords, unfitWords} from '../shared/words.js';
import {useTexts} from './mount.js';
import {About, type FieldProps, type Of} from './wording.js';

/** Words are kept when the typing has paused this long: every change readies the engine anew. */
const keepAfterMs = 400;

/** Lists that may be long get more lines to start with. */
const longFrom = 30;

interface WordsFieldProps extends FieldProps<Of<'words'>, readonly string[]> {
	/** Words to add with a click. */
	suggestions?: readonly string[];
}

/** One word or phrase a line. What is typed stays as typed; what is kept is tidied. */
export function WordsField({field, wording, value, change, suggestions = []}: WordsFieldProps) {
	const id = useId();
	const texts = useTexts().options;
	const [text, type, keep] = useTyped(field, value, change);
	const lines = text.split('\n');
	const tooMany = tidyWords({...field, max: Infinity}, lines).length > field.max;
	const unfit = unfitWords(field, lines);
	const add = (word: string) => keep(text.trim() ? `${text.trimEnd()}\n${word}` : word);
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{wording.label}</label>
			<About id={id} text={wording.about} />
			<textarea id={id} aria-describedby={`${id}-about ${id}-count`} rows={field.max < longFrom ? 3 : 5} spellcheck={false} autocomplete="off"
				value={text} onInput={event => type(event.currentTarget.value)} onBlur={event => keep(event.currentTarget.value)} />
			<p class="quiet" id={`${id}-count`}>
				{fill(texts.wordCount, {count: value.length, max: field.max})} {tooMany && fill(texts.wordsDropped, {max: field.max})}
				{unfit.length > 0 && fill(texts.wordsUnfit, {words: unfit.join(', ')})}
			</p>
			<Suggestions words={suggestions.filter(word => !value.some(one => sameWord(one, word)))} add={value.length < field.max ? add : undefined} />
		</div>
	);
}

/** What is typed, how to type on, and how to keep something at once. */
function useTyped(field: Words, value: readonly string[], change: (value: readonly string[]) => void) {
	const [typed, setTyped] = useState<string | undefined>(undefined);
	const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	// Somebody else may have changed the words (undo, another window): then theirs are shown.
	const own = typed !== undefined && (pending.current !== undefined || sameWords(kept(field, typed), value));
	const text = own ? typed : value.join('\n');
	const keep = (next: string) => {
		// Leaving the field changes nothing that was not typed.
		if (pending.current === undefined && next === text) return;
		clearTimeout(pending.current);
		pending.current = undefined;
		setTyped(next);
		change(kept(field, next));
	};
	const type = (next: string) => {
		setTyped(next);
		clearTimeout(pending.current);
		pending.current = setTimeout(keep, keepAfterMs, next);
	};
	return [text, type, keep] as const;
}

/** Words to add with a click. */
function Suggestions({words, add}: {words: readonly string[]; add: ((word: string) => void) | undefined}) {
	const texts = useTexts().options;
	const id = useId();
	if (!add || words.length === 0) return null;
	return (
		<div class="stack" style={{'--gap': '.375rem'}} role="group" aria-labelledby={id}>
			<p class="quiet" id={id}>{texts.suggestions}</p>
			<div class="row chips">
				{words.map(word => <button key={word} class="chip" aria-label={fill(texts.suggest, {word})} onClick={() => add(word)}>{word}</button>)}
			</div>
		</div>
	);
}

const kept = (field: Words, typed: string) => tidyWords(field, typed.split('\n'));
const sameWord = (a: string, b: string) => a.localeCompare(b, undefined, {sensitivity: 'base'}) === 0;
const sameWords = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word, index) => word === b[index]);
