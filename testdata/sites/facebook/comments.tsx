/** @jsxImportSource react */
import {isEmpty, send} from './acts.js';
import {RichBox} from './box.js';
import {look} from './look.js';
import {Attachments, Avatar, Icon, MediaButton, Pressable} from './pieces.js';
import {setState, useReplica, useWords} from './store.js';
import {Line} from './story.js';

/** The round button that sends a comment; only the box in use has it. */
function Submit({box}: {box: 'comment' | 'reply'}) {
	const words = useWords();
	return (
		<div id="focused-state-composer-submit">
			<span>
				<Pressable label={words.comment} part={`${box}.send`} kind="round" disabled={isEmpty(box)} run={() => send(box)}><Icon name="send" /></Pressable>
			</span>
		</div>
	);
}

/** The box for a comment or a reply: Enter sends, Shift+Enter breaks the line. */
function CommentForm({box, label}: {box: 'comment' | 'reply'; label: string}) {
	const words = useWords();
	const {under} = useReplica();
	return (
		<form role="presentation" className={look('comment-form')} onSubmit={event => event.preventDefault()}>
			<Avatar name="Sample Writer" />
			<div className={look('bubble')}>
				<div><RichBox box={box} label={label} keys={{enter: () => send(box)}} focus={under === box} /></div>
				<Attachments box={box} />
				<div className={look('comment-tools')}>
					<ul className={look('tools')}>
						<li><Pressable label={words.emoji} kind="round" run={() => undefined}><Icon name="emoji" /></Pressable></li>
						<li><MediaButton box={box} label={words.photo} /></li>
					</ul>
					{(under === box || !isEmpty(box)) && <Submit box={box} />}
				</div>
			</div>
		</form>
	);
}

function Comment({name, text}: {name: string; text: string}) {
	const words = useWords();
	return (
		<div role="article" aria-label={`${words.comment} — ${name}`} className={look('comment')}>
			<Avatar name={name} />
			<div>
				<div className={look('bubble')}>
					<b>{name}</b>
					<span dir="auto" lang="en"><div>{text.split('\n').map((line, at) => <Line key={at} text={line} />)}</div></span>
				</div>
				<Pressable kind="link" run={() => setState({under: 'reply'})}>{words.reply}</Pressable>
			</div>
		</div>
	);
}

/** The comments below a post, a box for replying to the first and a box for commenting. */
export function Comments() {
	const words = useWords();
	const {comments, mount, under} = useReplica();
	return (
		<div key={mount} className={look('comments')}>
			<Comment name="River Gauge" text="See you there, rain or shine ☔" />
			{under === 'reply' && <div className={look('indent')}><CommentForm box="reply" label={`${words.replyTo} River Gauge`} /></div>}
			{comments.map((text, at) => <Comment key={at} name="Sample Writer" text={text} />)}
			<CommentForm box="comment" label={words.commentAs} />
		</div>
	);
}
