/** @jsxImportSource react */
import {useState} from 'react';
import {boxOf, type BoxName, EditorBox, part, textOf} from './boxes.js';
import {Icon, Portrait} from './icon.js';
import {messageBox} from './message-box.js';
import {leave, send, switches, useReplica} from './store.js';
import {wordsOf} from './words.js';

interface FormProps {
	name: BoxName;
	focus: boolean;
	onSend(text: string): void;
}

function MessageForm({name, focus, onSend}: FormProps) {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	const submit = () => {
		const message = textOf(name);
		if (message.trim() === '') return;
		send([message]);
		onSend(message);
		boxOf(name)?.clear();
	};
	return (
		<form className="msg-form" onSubmit={event => (event.preventDefault(), submit())}>
			<div className="msg-form__msg-content-container">
				<EditorBox
					name={name}
					className="msg-form__message-texteditor"
					onText={setText}
					make={messageBox({label: words.write, focus, submit: switches.enterSends ? submit : undefined})}
				/>
				<div aria-hidden="true" className="msg-form__placeholder">{text === '' ? words.write : ''}</div>
			</div>
			<footer className="msg-form__footer">
				<label className="msg-form__attach"><Icon name="image" /><input type="file" ref={name === 'box' ? part('media') : undefined} accept="image/*" multiple /></label>
				{switches.enterSends
					? <span className="msg-form__hint-text">{words.enterHint}</span>
					: <button type="submit" className="msg-form__send-button artdeco-button" disabled={text.trim() === ''} ref={part(name === 'box' ? 'send' : 'other-send')}>{words.send}</button>}
			</footer>
		</form>
	);
}

/** A conversation with somebody who does not exist. */
function Conversation({name, focus}: {name: BoxName; focus: boolean}) {
	const [messages, setMessages] = useState(['Is the towpath open again?']);
	return (
		<>
			<ul className="msg-s-message-list-content">
				{messages.map((message, row) => (
					<li key={row} className="msg-s-event-listitem"><p className="msg-s-event-listitem__body">{message}</p></li>
				))}
			</ul>
			<MessageForm name={name} focus={focus} onSend={message => setMessages(before => [...before, message])} />
		</>
	);
}

export function Messaging() {
	const {opening} = useReplica();
	return (
		<div className="msg-convo-wrapper msg-thread">
			<header className="msg-title-bar"><Portrait /><h2>Example Person</h2></header>
			<Conversation key={opening} name="box" focus />
		</div>
	);
}

/** A bubble at the foot of any page. */
export function Bubble({name, focus}: {name: BoxName; focus: boolean}) {
	const {opening, language} = useReplica();
	return (
		<aside className="msg-overlay-container">
			<div role="dialog" className="msg-overlay-conversation-bubble msg-convo-wrapper" aria-label="Example Person">
				<header className="msg-title-bar">
					<Portrait size={28} /><h2>Example Person</h2>
					<button type="button" className="artdeco-button" aria-label={wordsOf(language).dismiss} ref={part('close')} onClick={leave}>✕</button>
				</header>
				<Conversation key={opening} name={name} focus={focus} />
			</div>
		</aside>
	);
}
