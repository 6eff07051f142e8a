/** @jsxImportSource react */
import {Article} from './article.js';
import type {Published} from './posts.js';
import {stressed, useReplica} from './store.js';
import {Stress} from './stress.js';
import {wordsOf} from './words.js';

/** A list of posts, each in a cell of its own. */
export function Feed({posts}: {posts: Published[]}) {
	const {language} = useReplica();
	return (
		<section role="region" aria-label={wordsOf(language).timeline}>
			{posts.map(post => (
				<div key={post.id} data-testid="cellInnerDiv"><Article post={post} /></div>
			))}
			{stressed && <Stress />}
		</section>
	);
}
