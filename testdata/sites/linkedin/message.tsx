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

const [own, other] = ['Sample Writer', 'Example Person'];
const begun = [
	{text: 'Is the towpath open again?', from: other, at: '9:41 AM'},
	{text: 'The crew asks for the decision.', from: other, at: '9:41 AM'},
	{text: 'Yes, from Monday. I confirm it for our side.', from: own, at: '10:02 AM'},
];

/** A conversation with somebody who does not exist. */
function Conversation({name, focus}: {name: BoxName; focus: boolean}) {
	const [messages, setMessages] = useState(begun);
	return (
		<>
			<ul className="msg-s-message-list-content">
				<li><time className="msg-s-message-list__time-heading">20 Nov</time></li>
				{messages.map(({text, from, at}, row) => (
					<li key={row}>
						<div className={`msg-s-event-listitem${from === own ? '' : ' msg-s-event-listitem--other'}`}>
							{from !== messages[row - 1]?.from && (
								<div className="msg-s-message-group__meta">
									<span className="msg-s-message-group__name">{from}</span> <time className="msg-s-message-group__timestamp">{at}</time>
								</div>
							)}
							<p className="msg-s-event-listitem__body">{text}</p>
						</div>
					</li>
				))}
			</ul>
			<MessageForm name={name} focus={focus} onSend={text => setMessages(before => [...before, {text, from: own, at: 'Just now'}])} />
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
