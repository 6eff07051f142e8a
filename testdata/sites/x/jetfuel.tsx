/** @jsxImportSource react */
import {Editor} from 'draft-js';
import {send} from './acts.js';
import {emptyPost, textOf} from './draft.js';
import {change} from './editor.js';
import {quiet} from './quiet.js';
import {useReplica} from './store.js';
import {wordsOf} from './words.js';

/** A composer in X's newest dress: none of the names by which the others are known. */
export function Jetfuel() {
	const {drafts, language} = useReplica();
	const words = wordsOf(language);
	const {posts, mount} = drafts.jetfuel;
	const post = posts[0] ?? emptyPost();
	return (
		<div className="jf-element j-8k2fq1">
			<div className="jf-element j-1m0xw9" {...quiet}>
				<Editor key={mount} editorState={post} onChange={next => change({place: 'jetfuel', index: 0}, next)} placeholder={words.placeholder} spellCheck />
			</div>
			<div className="jf-element j-p3v77c">
				<button type="button" className="jf-element j-zq41hd" disabled={textOf(post).trim() === ''} onClick={() => send('jetfuel')}>{words.post}</button>
			</div>
		</div>
	);
}
