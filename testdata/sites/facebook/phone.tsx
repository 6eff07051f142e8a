/** @jsxImportSource react */
/** m.facebook.com, whose page is drawn by the server's orders; the old one under `?phone=old`. */
import type {ReactNode} from 'react';
import {isEmpty, like, send} from './acts.js';
import {PlainBox} from './box.js';
import {look} from './look.js';
import {asPart} from './parts.js';
import {Attachments, MediaButton, Pressable} from './pieces.js';
import {guardedPost, type Published} from './published.js';
import {emptyDraft, setDraft, setState, useReplica, useWords} from './store.js';
import {oldPhone} from './switches.js';

function Container({action, type, children}: {action: number; type?: string; children: ReactNode}) {
	return (
		<div data-mcomponent="MContainer" data-type={type ?? 'container'} data-tracking-duration-id={action} data-action-id={32700 + action}>
			{children}
		</div>
	);
}

const Text = ({text}: {text: string}) => (
	<div data-mcomponent="TextArea" data-type="text"><div className="native-text" dir="auto"><span>{text}</span></div></div>
);

function close(): void {
	setDraft('phone', emptyDraft());
	setState({composing: false});
}

/** The full-screen composer of today, as far as anybody knows. */
function Composer() {
	const words = useWords();
	const hooks = {'data-mcomponent': 'MContainer', 'data-action-id': '32777'};
	return (
		<div data-mcomponent="MScreen" className={look('sheet')}>
			<Container action={71}>
				<div className={look('head')}>
					<Pressable label={words.close} kind="round" run={close}>✕</Pressable>
					<Text text={words.createPost} />
					<Pressable label={words.post} part="phone.send" kind="primary" disabled={isEmpty('phone')} hooks={hooks} run={() => send('phone')}>
						<div className="native-text"><span>{words.post}</span></div>
					</Pressable>
				</div>
			</Container>
			<Container action={72} type="vscroller">
				<Container action={73}><PlainBox box="phone" label={words.mind} /></Container>
				<Attachments box="phone" />
				<MediaButton box="phone" label={words.media} />
			</Container>
		</div>
	);
}

function OldComposer() {
	const words = useWords();
	return (
		<div id="MComposer" className={look('sheet')}>
			<form method="post" onSubmit={event => (event.preventDefault(), send('phone'))}>
				<div className={look('head')}>
					<Pressable label={words.close} kind="round" run={close}>✕</Pressable>
					<button type="submit" value={words.post} data-sigil="touchable submit_composer" disabled={isEmpty('phone')} ref={asPart('phone.send')}>{words.post}</button>
				</div>
				<PlainBox box="phone" label={words.mind} hooks={{'data-sigil': 'composer-textarea m-textarea-input'}} />
				<Attachments box="phone" />
				<MediaButton box="phone" label={words.media} />
			</form>
		</div>
	);
}

function Post({post}: {post: Published}) {
	const words = useWords();
	const {liked} = useReplica();
	const done = liked.includes(post.id);
	const part = post.id === guardedPost ? {part: 'feed.like'} : {};
	return (
		<Container action={post.id}>
			<div className={look('card')}>
				<Text text={post.name} />
				{post.lines.map((line, at) => <Text key={at} text={line} />)}
				<Pressable label={done ? words.unlike : words.like} {...part} kind={done ? 'done' : 'action'} run={() => like(post.id)}><span>{words.like}</span></Pressable>
			</div>
		</Container>
	);
}

export function Phone() {
	const words = useWords();
	const {composing, mount, posts} = useReplica();
	const Sheet = oldPhone ? OldComposer : Composer;
	return (
		<div id="screen-root" className={look('phone')}>
			<div data-mcomponent="MScreen">
				<Container action={60} type="vscroller">
					<Pressable kind="ask" run={() => setState({composing: true})}><Text text={words.mind} /></Pressable>
					{posts.map(post => <Post key={post.id} post={post} />)}
				</Container>
			</div>
			{composing && <Sheet key={mount} />}
		</div>
	);
}
