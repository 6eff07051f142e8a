/** @jsxImportSource react */
/** A published post's words, in the feed and in previews. */
import {Fragment, type ReactNode, useState} from 'react';
import {look} from './look.js';
import {Avatar, Pressable} from './pieces.js';
import type {Published} from './published.js';
import {go, useWords} from './store.js';

const emoji = /(\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D\p{Extended_Pictographic})*)/u;
const hashtag = /(#[\p{L}\p{N}_]+)/u;

/** One drawing serves for every emoji, so that it looks the same without an emoji font. */
const drawing = `data:image/svg+xml;name=emoji.php,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><path fill="#f5a623" d="M18 1l5 11 12 1.5-9 8 2.5 12L18 27.5 7.5 33.5l2.5-12-9-8L13 12z"/></svg>',
)}`;

function pieceOf(text: string): ReactNode {
	if (emoji.test(text)) return <span className={look('emoji-box')}><img className={look('emoji-image')} alt={text} src={drawing} height="16" width="16" /></span>;
	if (hashtag.test(text)) return <a role="link" className={look('tag')} href={`/hashtag/${text.slice(1)}`} onClick={event => event.preventDefault()}>{text}</a>;
	return text;
}

/** A line as Facebook shows it: emoji as images, hashtags as links. */
export function Line({text}: {text: string}) {
	const pieces = text.split(emoji).flatMap(piece => piece.split(hashtag)).filter(piece => piece !== '');
	return <div dir="auto" style={{textAlign: 'start'}}>{pieces.length === 0 && <br />}{pieces.map((piece, at) => <Fragment key={at}>{pieceOf(piece)}</Fragment>)}</div>;
}

/** The text of a post, cut where "See more" stands. */
export function Message({post}: {post: Published}) {
	const words = useWords();
	const [whole, setWhole] = useState(false);
	const lines = whole || !post.shown ? post.lines : post.lines.slice(0, post.shown);
	return (
		<div data-ad-rendering-role="story_message" data-ad-comet-preview="message">
			<div className={look('message')}>
				<div>
					<span dir="auto" className={look('text')}>
						<div>{lines.map((line, at) => <Line key={at} text={line} />)}</div>
						{lines.length < post.lines.length && <Pressable kind="more" part="feed.more" run={() => setWhole(true)}>{words.more}</Pressable>}
					</span>
				</div>
			</div>
		</div>
	);
}

export function Author({post}: {post: Published}) {
	return (
		<div className={look('author')}>
			<Avatar name={post.name} />
			<div>
				<div data-ad-rendering-role="profile_name">
					<h4>
						<a
							role="link"
							href={`/${post.author}`}
							onClick={event => {
								event.preventDefault();
								go(`/${post.author}`);
							}}
						>
							<span>{post.name}</span>
						</a>
					</h4>
				</div>
				<small>2 h · <span aria-hidden="true">◍</span></small>
			</div>
		</div>
	);
}

/** A post inside another one, or in the share dialog. */
export function Preview({post}: {post: Published}) {
	return (
		<div className={look('preview')}>
			<Author post={post} />
			<Message post={post} />
		</div>
	);
}
