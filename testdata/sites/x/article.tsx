/** @jsxImportSource react */
import {type KeyboardEvent, useId, useState} from 'react';
import {like} from './acts.js';
import {Avatar, Icon} from './icon.js';
import {permalinkOf, type Published} from './posts.js';
import {PublishedText} from './published.js';
import {go, setState, useReplica} from './store.js';
import {wordsOf} from './words.js';

type Post = {post: Published};

function Text({post, id}: Post & {id?: string}) {
	const [whole, setWhole] = useState(false);
	const words = wordsOf(useReplica().language);
	return (
		<>
			<div className="r-text" data-testid="tweetText" lang="en" dir="auto" id={id}>
				<PublishedText text={whole ? post.text + (post.rest ?? '') : post.text} />
			</div>
			{post.rest && !whole && (
				<button type="button" className="r-more" data-testid="tweet-text-show-more-link" onClick={() => setWhole(true)}>{words.showMore}</button>
			)}
		</>
	);
}

/** A post inside another one, or in the attachments of a quote: all of it is one link, so the name is none. */
export function Quoted({post}: Post) {
	return (
		<div className="css-175oi2r r-quoted" role="link" tabIndex={0}>
			<div className="r-name" data-testid="User-Name"><b>{post.name}</b> <span>@{post.author}</span> · <time>{post.ago}</time></div>
			<Text post={post} />
		</div>
	);
}

const menuHeightPx = 110;

/** Opens the menu below the button, or as far down as the window lets it be seen. */
function openMenu(post: Published, button: Element): void {
	const {left, bottom} = button.getBoundingClientRect();
	setState({menu: {post, left, top: Math.min(bottom, innerHeight - menuHeightPx)}});
}

/** The site's single keys for the post that has the focus. */
function actByKey(post: Published, {key, target, currentTarget}: KeyboardEvent<HTMLElement>): void {
	if (target !== currentTarget) return;
	if (key === 'l') like(post);
	const button = currentTarget.querySelector('[data-testid=retweet]');
	if (key === 't' && button) openMenu(post, button);
}

function answer(post: Published): void {
	setState({answering: post, quoting: null});
	go('/compose/post');
}

function Actions({post}: Post) {
	const {liked, reposted, language} = useReplica();
	const words = wordsOf(language);
	const isLiked = liked.includes(post.id);
	const isReposted = reposted.includes(post.id);
	return (
		<div className="r-actions" role="group" aria-label="3 replies, 5 reposts, 10 likes">
			<button type="button" data-testid="reply" aria-label={`3 ${words.reply}`} onClick={() => answer(post)}><Icon name="reply" /><span>3</span></button>
			<button
				type="button"
				className={isReposted ? 'r-reposted' : ''}
				data-testid={isReposted ? 'unretweet' : 'retweet'}
				aria-label={`5 ${words.repost}`}
				aria-haspopup="menu"
				onClick={event => openMenu(post, event.currentTarget)}
			>
				<Icon name="repost" /><span>{isReposted ? 6 : 5}</span>
			</button>
			<button type="button" className={isLiked ? 'r-liked' : ''} data-testid={isLiked ? 'unlike' : 'like'} aria-label={`10 ${words.like}`} onClick={() => like(post)}>
				<Icon name="like" /><span>{isLiked ? 11 : 10}</span>
			</button>
			<a href={`${permalinkOf(post)}/analytics`} aria-label={words.views}><Icon name="views" /><span>128</span></a>
			<button type="button" data-testid="bookmark" aria-label={words.bookmark}><Icon name="bookmark" /></button>
			<button type="button" aria-label={words.share}><Icon name="share" /></button>
		</div>
	);
}

/** A post in the feed, on its own page, or (`still`) above its reply in the dialog. */
export function Article({post, still}: Post & {still?: boolean}) {
	const id = useId();
	const {language} = useReplica();
	return (
		<article
			className="css-175oi2r r-article" data-testid="tweet" role="article" tabIndex={0} aria-labelledby={`${id}-name ${id}-text`}
			onKeyDown={event => actByKey(post, event)}
		>
			<div data-testid="Tweet-User-Avatar"><Avatar handle={post.author} /></div>
			<div className="css-175oi2r r-column">
				<div className="r-top">
					<div className="r-name" data-testid="User-Name" id={`${id}-name`}>
						<a href={`/${post.author}`} role="link"><b>{post.name}</b> <span>@{post.author}</span></a> ·{' '}
						<a href={permalinkOf(post)} role="link"><time dateTime="2026-11-21T10:00:00.000Z">{post.ago}</time></a>
					</div>
					{!still && <button type="button" data-testid="caret" aria-label={wordsOf(language).more}><Icon name="caret" /></button>}
				</div>
				<Text post={post} id={`${id}-text`} />
				{post.quotes && <Quoted post={post.quotes} />}
				{!still && <Actions post={post} />}
			</div>
		</article>
	);
}
