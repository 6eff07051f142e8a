/** @jsxImportSource react */
import {type KeyboardEvent, useEffect, useRef} from 'react';
import {createPortal} from 'react-dom';
import {part} from './boxes.js';
import {CommentBox, Comments} from './comments.js';
import {Icon, Portrait} from './icon.js';
import {look} from './looks.js';
import {heated, postUnderComment, type Published, published} from './posts.js';
import {getState, like, open, repost, setState, switches, useReplica} from './store.js';
import {startStress} from './stress.js';
import {wordsOf} from './words.js';

const nameFor = (post: Published, name: string) => (post === heated ? part(name) : undefined);

/** A published text: breaks as elements, tags as links. */
export function PostText({post}: {post: Published}) {
	return (
		<div data-testid="expandable-text-box" className={look.text}>
			<p>
				{post.text.split('\n').map((line, row) => <span key={row}>{row > 0 && <br />}{line}</span>)}
				{post.tag && <a href={`/search/results/all/?keywords=%23${post.tag}`}>#{post.tag}</a>}
			</p>
		</div>
	);
}

interface ItemProps {
	label: string;
	hint: string;
	name?: string;
	post: Published;
	run(): void;
}

function MenuItem({label, hint, name, post, run}: ItemProps) {
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter' || event.key === ' ') run();
	};
	return (
		<div role="menuitem" tabIndex={0} className={look.item} ref={name ? nameFor(post, name) : undefined} onClick={run} onKeyDown={onKeyDown}>
			<p>{label}</p><p className={look.dim}>{hint}</p>
		</div>
	);
}

function RepostMenu({post}: {post: Published}) {
	const words = wordsOf(useReplica().language);
	const menu = (
		<div role="menu" className={switches.menuFar ? look.menuFar : look.menu}>
			<MenuItem name="quote" post={post} label={words.quote} hint={words.quoteHint} run={() => open('repost')} />
			<MenuItem name="repost-now" post={post} label={words.repostNow} hint={words.repostNowHint} run={() => repost(post.number)} />
		</div>
	);
	return switches.menuFar ? createPortal(menu, document.body) : menu;
}

function Actions({post}: {post: Published}) {
	const {liked, menu, language} = useReplica();
	const words = wordsOf(language);
	const isLiked = liked.includes(post.number);
	const isOpen = menu === post.number;
	return (
		<div data-display-contents="true" className={look.actions}>
			<button type="button" aria-label={words.state + (isLiked ? words.like : words.none)} aria-pressed={isLiked} ref={nameFor(post, 'like')} onClick={() => like(post.number)}>
				<Icon name="like" /><span>{words.like}</span>
			</button>
			<button type="button" aria-label={words.comment} ref={nameFor(post, 'comment')} onClick={() => open('comment')}><Icon name="comment" id="comment-small" /></button>
			<span className={look.anchor}>
				<button type="button" aria-label={words.repost} aria-haspopup="menu" aria-expanded={isOpen} ref={nameFor(post, 'repost')} onClick={() => setState({menu: isOpen ? 0 : post.number})}>
					<Icon name="repost" id="repost-small" /><span>{words.repost}</span>
				</button>
				{isOpen && <RepostMenu post={post} />}
			</span>
			<button type="button"><Icon name="send" id="send-privately-small" /><span>{words.send}</span></button>
		</div>
	);
}

export function PostHead({post}: {post: Published}) {
	const words = wordsOf(useReplica().language);
	return (
		<div className={look.head}>
			<a href={`/in/${post.slug}/`} className={look.author}><Portrait /><span><b>{post.author}</b></span></a>
			<button type="button" aria-label={words.menuOf + post.author} className={look.tool}><Icon name="more" /></button>
		</div>
	);
}

function Post({post, children}: {post: Published; children?: React.ReactNode}) {
	return (
		<div role="listitem" componentkey={post.key} className={look.card}>
			<PostHead post={post} />
			<PostText post={post} />
			<Actions post={post} />
			{children}
		</div>
	);
}

/** The site renders some posts more than once; the copies are not shown. */
function HiddenCopy({post}: {post: Published}) {
	return (
		<div role="listitem" componentkey={post.key} className={look.copy} aria-hidden="true">
			<div data-testid="expandable-text-box"><p><span>{post.text}</span></p></div>
			<div data-display-contents="true"><button type="button" tabIndex={-1} aria-label="Repost"><Icon name="repost" id="repost-small" /></button></div>
		</div>
	);
}

function Start() {
	const {language} = useReplica();
	const words = wordsOf(language);
	const start = () => open('post');
	return (
		<div className={look.card}>
			<div className={look.start}>
				<Portrait size={48} />
				<div aria-label={words.start} tabIndex={0} className={look.entry} ref={part('start')} onClick={start} onKeyDown={event => event.key === 'Enter' && start()}>{words.start}</div>
			</div>
		</div>
	);
}

function Stress() {
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => startStress(place.current!), []);
	return <div ref={place} />;
}

const ownPost = (text: string): Published => ({number: 100, key: 'own-100', author: 'Sample Writer', slug: 'sample-writer', text});

/** What stands below the first post: nothing, a comment box, or comments with a reply box. */
function Below() {
	const {form, opening} = useReplica();
	const withBox = form === 'comment' || form === 'two';
	if (!withBox && form !== 'reply') return null;
	return (
		<>
			{withBox && <CommentBox key={opening} />}
			<Comments replying={form === 'reply'} key={`${opening}-list`} />
		</>
	);
}

export function Feed() {
	const {newest} = useReplica();
	useEffect(() => {
		const closeMenu = (event: MouseEvent) => {
			const inside = event.composedPath().some(one => one instanceof Element && (one.role === 'menu' || one.getAttribute('aria-haspopup') === 'menu'));
			if (!inside && getState().menu !== 0) setState({menu: 0});
		};
		document.addEventListener('mousedown', closeMenu);
		return () => document.removeEventListener('mousedown', closeMenu);
	}, []);
	return (
		<>
			<Start />
			<div data-testid="mainFeed" role="list">
				<HiddenCopy post={heated} />
				{[...(newest === '' ? [] : [ownPost(newest)]), ...published].map(post => (
					<Post key={post.key} post={post}>{post === postUnderComment && <Below />}</Post>
				))}
			</div>
			{switches.stress && <Stress />}
		</>
	);
}
