/** @jsxImportSource react */
import {type ReactNode, useEffect, useRef, useState} from 'react';
import {like, openPost} from './acts.js';
import {Comments} from './comments.js';
import {look} from './look.js';
import {Avatar, Icon, Pressable} from './pieces.js';
import {guardedPost, type Published} from './published.js';
import {setState, useReplica, useWords} from './store.js';
import {Author, Message, Preview} from './story.js';
import {startStress} from './stress.js';
import {stress} from './switches.js';

/** The row that opens the post dialog; it has no label of its own on the site. */
export function Trigger() {
	const words = useWords();
	return (
		<div data-pagelet="FeedComposer" className={look('card')}>
			<div role="region" aria-label={words.createPost}>
				<div className={look('trigger')}>
					<Avatar name="Sample Writer" />
					<Pressable kind="ask" run={openPost}><span>{words.mind}</span></Pressable>
				</div>
				<div className={look('actions')}>
					<Pressable kind="action" run={openPost}><Icon name="live" />{words.live}</Pressable>
					<Pressable kind="action" run={openPost}><Icon name="media" />{words.media}</Pressable>
					<Pressable kind="action" run={openPost}><Icon name="emoji" />{words.feeling}</Pressable>
				</div>
			</div>
		</div>
	);
}

function Actions({post}: {post: Published}) {
	const words = useWords();
	const {liked, menu} = useReplica();
	const likes = liked.includes(post.id);
	const part = (name: string) => (post.id === guardedPost ? {part: `feed.${name}`} : {});
	const hooks = {'aria-haspopup': 'menu', 'aria-expanded': String(menu === post.id), id: `share-${post.id}`};
	return (
		<div className={look('actions')}>
			<Pressable label={likes ? words.unlike : words.like} {...part('like')} kind={likes ? 'done' : 'action'} run={() => like(post.id)}>
				<Icon name="like" /><span>{words.like}</span>
			</Pressable>
			<Pressable label={words.leave} kind="action" run={() => setState({under: 'comment'})}><Icon name="comment" /><span>{words.comment}</span></Pressable>
			<Pressable label={words.send} {...part('share')} kind="action" hooks={hooks} run={() => setState({menu: menu === post.id ? null : post.id})}>
				<Icon name="share" /><span>{words.share}</span>
			</Pressable>
		</div>
	);
}

function Article({post}: {post: Published}) {
	const {under} = useReplica();
	return (
		<div role="article" className={look('card')}>
			<Author post={post} />
			<Message post={post} />
			{post.shared && <Preview post={post.shared} />}
			{post.picture && <div className={look('picture')} role="img" aria-label="A meadow" />}
			<Actions post={post} />
			{post.id === 1 && under && <Comments />}
		</div>
	);
}

/** Empties what it holds while that is far off screen, keeping its height. */
function Virtual({place, keep, children}: {place: number; keep: boolean; children: ReactNode}) {
	const unit = useRef<HTMLDivElement>(null);
	const [height, setHeight] = useState<number | null>(null);
	useEffect(() => {
		const watch = ([entry]: IntersectionObserverEntry[]) => {
			if (entry) setHeight(entry.isIntersecting ? null : (current: number | null) => current ?? entry.boundingClientRect.height);
		};
		const observer = new IntersectionObserver(watch, {rootMargin: '150px'});
		observer.observe(unit.current!);
		return () => observer.disconnect();
	}, []);
	const gone = height !== null && !keep;
	return (
		<div data-pagelet={`FeedUnit_${place}`}>
			<div ref={unit} aria-posinset={place} data-virtualized={gone} {...(gone && {style: {height}})}>{!gone && children}</div>
		</div>
	);
}

function Stress() {
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => startStress(place.current!), []);
	return <div ref={place} />;
}

export function Feed() {
	const {posts, under} = useReplica();
	return (
		<div role="feed">
			{posts.map((post, at) => (
				<Virtual key={post.id} place={at + 1} keep={post.id === 1 && under !== null}><Article post={post} /></Virtual>
			))}
			{stress && <Stress />}
		</div>
	);
}
