/** @jsxImportSource react */
import {useState} from 'react';
import {boxOf, EditorBox, part, textOf} from './boxes.js';
import {Icon, Portrait} from './icon.js';
import {look} from './looks.js';
import {comment, postUnderComment} from './posts.js';
import {quill} from './quill.js';
import {send, useReplica} from './store.js';
import {tiptap} from './tiptap.js';
import {wordsOf} from './words.js';

function submit(): void {
	const text = textOf('box');
	if (text.trim() === '') return;
	send([text]);
	boxOf('box')?.clear();
}

/** The newest comment box; its button is there only while there is text. */
export function CommentBox({replying = false}: {replying?: boolean}) {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	return (
		<div data-display-contents="true" className={look.comment}>
			<div componentkey={`commentBox-${replying ? comment.key : postUnderComment.key}`} className={look.commentBox}>
				<div className={look.commentRow}>
					<div data-testid="ui-core-tiptap-text-editor-wrapper">
						<EditorBox
							name="box"
							onText={setText}
							make={tiptap({
								attributes: {'aria-label': words.commentEditor},
								placeholder: replying ? words.addReply : words.addComment,
								focus: true,
								submit,
							})}
						/>
					</div>
					<button type="button" aria-label={words.emoji} className={look.tool}><Icon name="emoji" /></button>
					<button type="button" className={look.tool}><Icon name="image" id="image-medium" /></button>
				</div>
				{text.trim() !== '' && (
					<div componentkey={`${postUnderComment.key}-commentButtonSection`} className={look.commentEnd}>
						<button type="button" className={look.primary} ref={part('send')} onClick={submit}><span>{replying ? words.reply : words.comment}</span></button>
					</div>
				)}
			</div>
		</div>
	);
}

/** What others said below the post. */
export function Comments({replying}: {replying: boolean}) {
	const words = wordsOf(useReplica().language);
	return (
		<div componentkey={comment.key} className={look.thread}>
			<a href={`/in/${comment.slug}/`} className={look.author}><Portrait size={28} /><span>{comment.author}</span></a>
			<div data-testid="expandable-text-box"><p><span>{comment.text}</span></p></div>
			<button type="button" className={look.dim}>{words.reply}</button>
			{replying && <CommentBox replying />}
		</div>
	);
}

function ClassicComment() {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	return (
		<form className="comments-comment-box__form" onSubmit={event => (event.preventDefault(), submit())}>
			<div className="comments-comment-box-comment__text-editor">
				<div className="editor-container">
					<EditorBox name="box" className="editor-content" onText={setText} make={quill({label: words.editor, placeholder: words.addComment, focus: true})} />
				</div>
			</div>
			{text.trim() !== '' && (
				<button type="submit" className="comments-comment-box__submit-button--cr artdeco-button artdeco-button--primary" ref={part('send')}>
					<span className="artdeco-button__text">{words.comment}</span>
				</button>
			)}
		</form>
	);
}

/** The older page of one post. */
export function Permalink() {
	const {language, opening, liked} = useReplica();
	const words = wordsOf(language);
	const post = postUnderComment;
	return (
		<div className="feed-shared-update-v2" data-urn="urn:li:activity:7000000000000000001">
			<a href={`/in/${post.slug}/`} className="update-components-actor"><Portrait /><b>{post.author}</b></a>
			<div className="update-components-text">
				<span dir="ltr">
					{post.text.split('\n').map((line, row) => <span key={row}>{row > 0 && <br />}{line}</span>)}
					<a href={`/feed/hashtag/${post.tag}`}>#{post.tag}</a>
				</span>
			</div>
			<div className="feed-shared-social-action-bar">
				<button type="button" className="artdeco-button" aria-label={words.state + (liked.includes(post.number) ? words.like : words.none)}><Icon name="like" /></button>
				<button type="button" className="artdeco-button" aria-label={words.comment}><Icon name="comment" /></button>
			</div>
			<ClassicComment key={opening} />
		</div>
	);
}
