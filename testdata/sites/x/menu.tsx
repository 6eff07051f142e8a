/** @jsxImportSource react */
import {type KeyboardEvent, type MouseEvent, useEffect, useRef} from 'react';
import {repost} from './acts.js';
import {Icon} from './icon.js';
import type {Published} from './posts.js';
import {go, setState, useReplica} from './store.js';
import {wordsOf} from './words.js';

const closeMenu = () => setState({menu: null});

function quote(post: Published, event: MouseEvent): void {
	event.preventDefault();
	setState({quoting: post, answering: null});
	go('/compose/post');
}

/** A `div` is no button: keys have to be made to press it. */
function pressByKey(event: KeyboardEvent, press: () => void): void {
	if (event.key !== 'Enter' && event.key !== ' ') return;
	event.preventDefault();
	press();
}

function Items({post}: {post: Published}) {
	const {reposted, language} = useReplica();
	const words = wordsOf(language);
	const undo = reposted.includes(post.id);
	const press = () => repost(post);
	return (
		<div data-testid="Dropdown">
			<div role="menuitem" tabIndex={0} data-testid={undo ? 'unretweetConfirm' : 'retweetConfirm'} onClick={press} onKeyDown={event => pressByKey(event, press)}>
				<Icon name="repost" /><div dir="ltr"><span>{undo ? words.undo : words.repost}</span></div>
			</div>
			<a role="menuitem" tabIndex={0} href="/compose/post" onClick={event => quote(post, event)}>
				<Icon name="quote" /><div dir="ltr"><span>{words.quote}</span></div>
			</a>
		</div>
	);
}

/** What the repost button of a post opens. */
export function RepostMenu() {
	const {menu} = useReplica();
	const ref = useRef<HTMLDivElement>(null);
	useEffect(() => {
		ref.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
	}, []);
	if (!menu) return null;
	const closeByKey = (event: KeyboardEvent) => {
		if (event.key === 'Escape') closeMenu();
	};
	return (
		<div className="r-over">
			<div className="r-outside" onClick={closeMenu} />
			<div ref={ref} role="menu" className="r-menu" style={{left: menu.left, top: menu.top}} onKeyDown={closeByKey}>
				<div><Items post={menu.post} /></div>
			</div>
		</div>
	);
}
