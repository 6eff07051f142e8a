import {useEffect, useId, useRef, useState} from 'preact/hooks';
import {localDay, shownDay} from '../shared/day.js';
import type {Watched} from '../shared/fields.js';
import {counted, fill} from '../shared/texts.js';
import {useTexts} from './mount.js';
import {initialsOf, troubleOf, watchedOf} from './pasted.js';
import {WatchMany} from './watch-many.js';
import type {FieldProps, Of} from './wording.js';

type Props = FieldProps<Of<'watched'>, readonly Watched[]>;

/** The user's own words that must not slip out, hidden until they ask to see them. */
export function Watchlist({field, wording, value, change}: Props) {
	const texts = useTexts();
	const own = texts.watchlist;
	const [shown, setShown] = useState(false);
	const [said, setSaid] = useState<{text: string; before?: readonly Watched[]} | undefined>(undefined);
	const remove = (index: number) => {
		setSaid({text: own.removed, before: value});
		change(value.filter((_, at) => at !== index));
	};
	const add = (words: readonly Watched[]) => {
		setSaid({text: counted(own.added, words.length)});
		change([...value, ...words]);
	};
	const undo = said?.before && (() => {
		change(said.before ?? []);
		setSaid(undefined);
	});
	return (
		<fieldset class="stack">
			<legend>{wording.label}</legend>
			<p class="notice">{own.first}</p>
			<p class="quiet">{wording.about}</p>
			<div class="row apart">
				<p>{value.length === 0 ? own.none : fill(texts.options.wordCount, {count: value.length, max: field.max})}</p>
				{value.length > 0 && <button onClick={() => setShown(!shown)}>{shown ? own.hide : own.show}</button>}
			</div>
			{value.length > 0 && <ul class="watched plain-list">
				{value.map((entry, index) => <Row key={entry.word} {...{entry, index, shown}} remove={() => remove(index)} />)}
			</ul>}
			<Said text={said?.text} undo={undo} />
			<WatchOne {...{field, value, add}} />
			<WatchMany {...{field, value, add}} />
		</fieldset>
	);
}

/** What was just done, also for screen readers, and the way back. */
function Said({text, undo}: {text: string | undefined; undo: (() => void) | undefined}) {
	const button = useRef<HTMLButtonElement>(null);
	const texts = useTexts().watchlist;
	// The button that was pressed is gone with its word.
	useEffect(() => button.current?.focus(), [undo !== undefined]);
	return <div class="row" role="status">{text}{undo && <button ref={button} class="plain" onClick={undo}>{texts.undo}</button>}</div>;
}

interface RowProps {
	entry: Watched;
	index: number;
	shown: boolean;
	remove: () => void;
}

function Row({entry, index, shown, remove}: RowProps) {
	const {watchlist: texts, lang} = useTexts();
	const name = shown ? entry.word : fill(texts.masked, {number: index + 1});
	return (
		<li class="row apart">
			<span>
				{shown ? <strong class="word">{entry.word}</strong> : <span class="word" role="img" aria-label={name}>••••••••</span>}{' '}
				<span class="quiet">{entry.until ? fill(texts.until, {day: shownDay(entry.until, lang)}) : texts.always}</span>
			</span>
			<button class="plain" aria-label={fill(texts.removeNamed, {word: name})} onClick={remove}>{texts.remove}</button>
		</li>
	);
}

/** What is needed to add words. */
export interface AddProps {
	field: Of<'watched'>;
	value: readonly Watched[];
	add: (words: readonly Watched[]) => void;
}

/** Adds one word, perhaps with a last day. */
function WatchOne({field, value, add}: AddProps) {
	const texts = useTexts().watchlist;
	const id = useId();
	const [word, setWord] = useState('');
	const [day, setDay] = useState('');
	const [trouble, setTrouble] = useState<keyof typeof texts.problem | undefined>(undefined);
	const box = useRef<HTMLInputElement>(null);
	const submit = (event: Event) => {
		event.preventDefault();
		const entry = watchedOf(field, word, day);
		const found = troubleOf(field, entry, day, value, localDay());
		setTrouble(found === 'date' ? 'over' : found);
		box.current?.focus();
		if (found || !entry) return;
		add([entry]);
		setWord('');
		setDay('');
	};
	const type = (text: string) => {
		setWord(text);
		setTrouble(undefined);
	};
	return (
		<form class="stack" style={{'--gap': '.5rem'}} onSubmit={submit}>
			<div class="watch-one">
				<div><label class="label" for={`${id}-word`}>{texts.word}</label>
					<input id={`${id}-word`} ref={box} class="line" type="text" autocomplete="off" spellcheck={false} value={word}
						aria-invalid={trouble !== undefined} aria-describedby={`${id}-trouble`} onInput={event => type(event.currentTarget.value)} /></div>
				<div><label class="label" for={`${id}-day`}>{texts.day}</label>
					<input id={`${id}-day`} class="line" type="date" min={localDay()} aria-describedby={`${id}-about`} value={day}
						onInput={event => setDay(event.currentTarget.value)} /></div>
				<button>{texts.add}</button>
			</div>
			<p class="quiet" id={`${id}-about`}>{texts.dayAbout}</p>
			<p id={`${id}-trouble`} role="alert" class={trouble ? 'notice' : undefined}>{trouble && texts.problem[trouble]}</p>
			<Initials word={word} use={setWord} />
		</form>
	);
}

/** Offers initials instead of what looks like a person's name. */
function Initials({word, use}: {word: string; use: (word: string) => void}) {
	const texts = useTexts().watchlist;
	const initials = initialsOf(word);
	return (
		<div class="row" role="status">
			{initials && <><span>{texts.person}</span><button type="button" onClick={() => use(initials)}>{fill(texts.initials, {initials})}</button></>}
		</div>
	);
}
