import {useId, useState} from 'preact/hooks';
import {localDay} from '../shared/day.js';
import {counted, fill} from '../shared/texts.js';
import {useTexts} from './mount.js';
import {readPasted, type WrongLine} from './pasted.js';
import type {AddProps} from './watchlist.js';

/** More wrong lines than these are only counted. */
const shownLines = 10;

/** Adds pasted words: says first what would be added and what cannot be, and keeps what cannot for mending. */
export function WatchMany({field, value, add}: AddProps) {
	const texts = useTexts().watchlist;
	const id = useId();
	const [text, setText] = useState('');
	const pasted = readPasted(text, field, value, localDay());
	const confirm = () => {
		add(pasted.add);
		setText(pasted.wrong.map(line => line.text).join('\n'));
	};
	return (
		<details>
			<summary>{texts.many}</summary>
			<div class="stack" style={{'--gap': '.5rem'}}>
				<label class="label" for={id}>{texts.pasted}</label>
				<p class="quiet" id={`${id}-about`}>{texts.pastedAbout}</p>
				<textarea id={id} rows={5} spellcheck={false} autocomplete="off" aria-describedby={`${id}-about`} value={text}
					onInput={event => setText(event.currentTarget.value)} />
				<p role="status">{counted(texts.willAdd, pasted.add.length)}</p>
				<WrongLines wrong={pasted.wrong} />
				{pasted.add.length > 0 && <div><button onClick={confirm}>{counted(texts.addMany, pasted.add.length)}</button></div>}
			</div>
		</details>
	);
}

function WrongLines({wrong}: {wrong: readonly WrongLine[]}) {
	const texts = useTexts().watchlist;
	if (wrong.length === 0) return null;
	const more = wrong.length - shownLines;
	return (
		<ul class="notice plain-list">
			{wrong.slice(0, shownLines).map(({line, trouble, word, day}) => (
				<li key={line}>{fill(texts.wrong, {line, problem: fill(texts.problems[trouble], {word, day})})}</li>
			))}
			{more > 0 && <li>{counted(texts.more, more)}</li>}
		</ul>
	);
}
