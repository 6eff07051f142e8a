/** @jsxImportSource react */
import {Avatar} from './icon.js';
import {useReplica} from './store.js';

interface Published {
	author: string;
	name: string;
	ago: string;
	text: string;
	tag?: string;
}

/** Invented accounts and everyday matters only. */
const published: Record<'for-you' | 'following', Published[]> = {
	'for-you': [
		{author: 'river_gauge', name: 'River gauge', ago: '2h', text: 'Water level at the old bridge: 2.14 m and falling. The towpath is open again from noon. ', tag: 'river'},
		{author: 'corner_library', name: 'Corner library', ago: '4h', text: 'The reading room stays open until nine on Thursdays this month.\nTea is on us.'},
		{author: 'slow_trains', name: 'Slow trains', ago: '6h', text: 'Nine countries, one rucksack, no flights. Part three of the diary is out. ', tag: 'railways'},
	],
	following: [
		{author: 'allotment_17', name: 'Plot seventeen', ago: '1h', text: 'The last tomatoes are in. Green ones go on the windowsill beside a banana.'},
	],
};

function Article({post, row}: {post: Published; row: number}) {
	return (
		<article className="css-175oi2r r-article" data-testid="tweet" role="article" tabIndex={0} aria-labelledby={`name-${row} text-${row}`}>
			<div data-testid="Tweet-User-Avatar"><Avatar handle={post.author} /></div>
			<div className="css-175oi2r r-column">
				<div className="r-name" data-testid="User-Name" id={`name-${row}`}>
					<a href={`/${post.author}`}><b>{post.name}</b> <span>@{post.author}</span></a> · <time>{post.ago}</time>
				</div>
				<div className="r-text" data-testid="tweetText" lang="en" dir="auto" id={`text-${row}`}>
					<span>{post.text}</span>
					{post.tag && <a href={`/hashtag/${post.tag}?src=hashtag_click`}>#{post.tag}</a>}
				</div>
				<div className="r-actions" role="group" aria-label="Replies, reposts and likes">
					<button type="button" data-testid="reply">Reply</button>
					<button type="button" data-testid="retweet">Repost</button>
					<button type="button" data-testid="like">Like</button>
				</div>
			</div>
		</article>
	);
}

export function Feed() {
	const {tab, sent, language} = useReplica();
	const own = sent.map((texts): Published => ({author: 'sample_writer', name: 'Sample writer', ago: 'now', text: texts.join('\n\n')}));
	return (
		<section role="region" aria-label={language === 'en' ? 'Timeline' : 'الخط الزمني'}>
			{[...own.reverse(), ...published[tab]].map((post, row) => (
				<div key={`${post.author}-${post.text}`} data-testid="cellInnerDiv"><Article post={post} row={row} /></div>
			))}
		</section>
	);
}
