/** @jsxImportSource react */
import {isEmpty, send} from './acts.js';
import {RichBox} from './box.js';
import {look} from './look.js';
import {Attachments, Avatar, Icon, MediaButton, Pressable} from './pieces.js';
import {setState, useReplica, useWords} from './store.js';

const friend = 'Corner Library';

function Bubbles() {
	const {messages} = useReplica();
	return (
		<div role="log" className={look('log')}>
			<div data-scope="date_break" className={look('break')}>20 Nov 2026, 09:41</div>
			{messages.map(({text, own}, at) => (
				<div key={at} role="row" className={look('line')}>
					{!own && <h5 className={look('unseen')}>{friend}</h5>}
					<div className={look('said', ...(own ? ['own'] : []))}><div dir="auto">{text}</div></div>
				</div>
			))}
		</div>
	);
}

/** The box for a message: Enter sends. The button is a thumb until there is something to send. */
function MessageForm({box}: {box: 'message' | 'chat'}) {
	const words = useWords();
	const empty = isEmpty(box);
	return (
		<div role="group" className={look('message-form')}>
			<form onSubmit={event => event.preventDefault()}>
				<MediaButton box={box} label={words.attach} />
				<div className={look('bubble')}>
					<RichBox box={box} label={words.message} placeholder="Aa" keys={{enter: () => send(box)}} focus={box === 'message'} />
					<Attachments box={box} />
				</div>
				{!empty && <Pressable label={words.enter} part={`${box}.send`} kind="round" run={() => send(box)}><Icon name="send" /></Pressable>}
				{empty && <Pressable label={words.like} kind="round" run={() => undefined}><Icon name="like" /></Pressable>}
			</form>
		</div>
	);
}

/** The whole page of /messages and of messenger.com. */
export function Messages() {
	const words = useWords();
	const {mount} = useReplica();
	return (
		<div role="main" className={look('messages')}>
			<div role="grid" aria-label={words.chats} className={look('chats')}>
				{[friend, 'River Gauge', 'Slow Trains'].map(name => (
					<div key={name} role="row" className={look('row')}><div role="gridcell" className={look('author')}><Avatar name={name} /><span>{name}</span></div></div>
				))}
			</div>
			<div key={mount} className={look('thread')} aria-label={`${words.conversation} ${friend}`}>
				<div className={look('author')}><Avatar name={friend} /><b>{friend}</b></div>
				<Bubbles />
				<MessageForm box="message" />
			</div>
		</div>
	);
}

/** A conversation in a corner of any page. */
export function ChatPopUp() {
	const words = useWords();
	const {mount} = useReplica();
	return (
		<div className={look('pop-up')} key={mount}>
			<div className={look('head')}>
				<b>{friend}</b>
				<Pressable label={words.close} kind="round" run={() => setState({chat: false})}>✕</Pressable>
			</div>
			<Bubbles />
			<MessageForm box="chat" />
		</div>
	);
}
