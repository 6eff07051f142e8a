import {useId, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {counted, fill} from '../shared/texts.js';
import {blankMessage, fieldTime, readFieldTime, type RecordMessage, timeInWords} from './record-message.js';

interface MessagesProps {
	messages: readonly RecordMessage[];
	/** How many of them came from a page. */
	handed: number;
	change: (messages: readonly RecordMessage[]) => void;
}

/** The messages to choose from: those of the page as they are, others to be written in. */
export function RecordMessages({messages, handed, change}: MessagesProps) {
	const texts = useTexts().record;
	const [removed, setRemoved] = useState<readonly RecordMessage[] | undefined>(undefined);
	const edit = (id: number, part: Partial<RecordMessage>) => change(messages.map(one => (one.id === id ? {...one, ...part} : one)));
	const remove = (id: number) => {
		setRemoved(messages);
		change(messages.filter(one => one.id !== id));
	};
	const add = () => {
		setRemoved(undefined);
		change([...messages, blankMessage(1 + Math.max(-1, ...messages.map(({id}) => id)))]);
	};
	const undo = () => {
		if (removed) change(removed);
		setRemoved(undefined);
	};
	return (
		<section class="stack" aria-labelledby="record-messages">
			<h3 id="record-messages">{texts.messagesTitle}</h3>
			<p class="quiet">{handed > 0 ? counted(texts.handed, handed) : messages.length === 0 && texts.none}</p>
			<ol class="messages stack plain-list">
				{messages.map((message, index) => (
					<Message key={message.id} message={message} number={index + 1} edit={part => edit(message.id, part)} remove={() => remove(message.id)} />
				))}
			</ol>
			<div class="row">
				<button onClick={add}>{texts.add}</button>
				<span role="status">{removed && texts.removed}</span>
				{removed && <button onClick={undo}>{texts.undo}</button>}
			</div>
		</section>
	);
}

interface MessageProps {
	message: RecordMessage;
	number: number;
	edit: (part: Partial<RecordMessage>) => void;
	remove: () => void;
}

function Message({message, number, edit, remove}: MessageProps) {
	const texts = useTexts().record;
	const id = useId();
	const has = (part: RecordMessage['byHand'][number]) => message.byHand.includes(part);
	return (
		<li>
			<div class="message stack" role="group" aria-label={fill(texts.message, {number})} style={{'--gap': '.5rem'}}>
				<div class="row apart">
					<label class="tick">
						<input type="checkbox" checked={message.keep} onChange={event => edit({keep: event.currentTarget.checked})} />
						{fill(texts.keep, {number})}
					</label>
					{has('text') && <button class="plain" onClick={remove}>{fill(texts.remove, {number})}</button>}
				</div>
				<div class="row facts">
					{has('author') ? <Author id={id} value={message.author} change={author => edit({author})} /> : <strong dir="auto">{message.author}</strong>}
					{has('time') ? <Time id={id} message={message} change={sent => edit({sent})} /> : message.sent && <span>{timeInWords(message.sent)}</span>}
				</div>
				{has('text')
					? <div>
						<label class="label" for={`${id}-text`}>{texts.text}</label>
						<textarea id={`${id}-text`} dir="auto" rows={3} value={message.text} onInput={event => edit({text: event.currentTarget.value})} />
					</div>
					: <p class="text" dir="auto">{message.text}</p>}
			</div>
		</li>
	);
}

function Author({id, value, change}: {id: string; value: string; change: (value: string) => void}) {
	const texts = useTexts().record;
	return (
		<div class="fact">
			<label class="label" for={`${id}-author`}>{texts.author}</label>
			<input id={`${id}-author`} type="text" class="line" dir="auto" autocomplete="off" value={value} onInput={event => change(event.currentTarget.value)} />
		</div>
	);
}

function Time({id, message, change}: {id: string; message: RecordMessage; change: (sent: Date | undefined) => void}) {
	const texts = useTexts().record;
	// While it is half filled in the field has no value; writing ours back would empty it.
	const [typed, setTyped] = useState(fieldTime(message.sent));
	const type = (value: string) => {
		setTyped(value);
		change(readFieldTime(value));
	};
	return (
		<div class="fact">
			<label class="label" for={`${id}-time`}>{texts.time}</label>
			<input id={`${id}-time`} type="datetime-local" class="line" aria-describedby={`${id}-shown`} value={typed} onInput={event => type(event.currentTarget.value)} />
			<p class="quiet" id={`${id}-shown`}>{message.shownTime && fill(texts.shownTime, {time: message.shownTime})}</p>
		</div>
	);
}
