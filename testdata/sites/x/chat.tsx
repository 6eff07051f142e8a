/** @jsxImportSource react */
import {type FormEvent, type KeyboardEvent, useEffect, useRef} from 'react';
import {sendMessage} from './acts.js';
import {Avatar, Icon} from './icon.js';
import {quiet} from './quiet.js';
import {setField, setState, useReplica} from './store.js';
import {type Words, wordsOf} from './words.js';

const mostHeightPx = 160;

/** Enter sends unless Shift is held or an input method still composes. */
function sendByEnter(event: KeyboardEvent): void {
	if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
	event.preventDefault();
	sendMessage();
}

function submit(event: FormEvent): void {
	event.preventDefault();
	sendMessage();
}

function MessageBox({words}: {words: Words}) {
	const ref = useRef<HTMLTextAreaElement>(null);
	const {message} = useReplica().fields;
	useEffect(() => {
		const area = ref.current!;
		area.style.height = 'auto';
		area.style.height = `${Math.min(area.scrollHeight, mostHeightPx)}px`;
	}, [message]);
	return (
		<div className="r-message" {...quiet}>
			<textarea
				ref={ref}
				rows={1}
				data-testid="dm-composer-textarea"
				placeholder={words.message}
				value={message}
				onChange={event => setField('message', event.target.value)}
				onKeyDown={sendByEnter}
			/>
		</div>
	);
}

function Composer({words}: {words: Words}) {
	const {message} = useReplica().fields;
	return (
		<form data-testid="dm-composer-form" className="r-chat-form" onSubmit={submit}>
			<label className="r-tool" aria-label={words.attach}>
				<Icon name="media" />
				<input type="file" data-testid="dm-composer-file-input" accept="image/*,video/*" />
			</label>
			<MessageBox words={words} />
			<button type="submit" className="r-tool" data-testid="dm-composer-send-button" aria-label={words.send} disabled={message.trim() === ''}><Icon name="send" /></button>
		</form>
	);
}

/** Hours and minutes, in the reader's own time. */
const clock = (sent: string): string => new Date(sent).toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'});

/** One conversation: on its own page and in the drawer. */
export function Conversation() {
	const {messages, language} = useReplica();
	return (
		<div data-testid="dm-container" className="r-chat">
			<div data-testid="dm-conversation-panel" className="r-panel">
				<header data-testid="dm-conversation-header"><b data-testid="dm-conversation-username">River gauge</b></header>
				<ul data-testid="dm-message-list">
					{messages.map(({id, text, from, sent}) => (
						<li key={id} data-testid={`message-${id}`} className={from ? '' : 'r-mine'}>
							{from && <Avatar handle={from} />}
							<span dir="auto" data-testid={`message-text-${id}`}>{text}</span>
							<time dateTime={sent}>{clock(sent)}</time>
						</li>
					))}
				</ul>
				<Composer words={wordsOf(language)} />
			</div>
		</div>
	);
}

/** The chat that floats over other pages. */
export function Drawer() {
	const words = wordsOf(useReplica().language);
	return (
		<div data-testid="chat-drawer-root" className="r-drawer">
			<button type="button" aria-label={words.close} onClick={() => setState({drawer: false})}>✕</button>
			<Conversation />
		</div>
	);
}
