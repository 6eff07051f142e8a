/** @jsxImportSource react */
import {Editor, type EditorState, getDefaultKeyBinding, KeyBindingUtil} from 'draft-js';
import {type KeyboardEvent, type RefObject, useEffect, useRef} from 'react';
import {send} from './acts.js';
import {emptyPost, fromText, textOf} from './draft.js';
import {markOverflow} from './limit.js';
import {quiet} from './quiet.js';
import {close, getState, type Place, setDraft, type State, useReplica} from './store.js';
import {type Words, wordsOf} from './words.js';

const styles = {OVERFLOW: {backgroundColor: 'rgba(244, 33, 46, 0.25)'}};

interface Box {
	place: Place;
	/** Which post of the thread. */
	index: number;
}

/** Puts a new state of a post into the store. */
export function change({place, index}: Box, next: EditorState): void {
	setDraft(place, {posts: getState().drafts[place].posts.map((post, at) => (at === index ? next : post))});
}

/** The same for a post that may go over the limit. */
function changePost(box: Box, next: EditorState): void {
	const before = getState().drafts[box.place].posts[box.index];
	if (before) change(box, markOverflow(before, next));
}

function keyBinding(event: KeyboardEvent): string | null {
	if (event.key === 'Enter' && KeyBindingUtil.hasCommandModifier(event)) return 'post';
	if (event.key === 'Escape') return 'close';
	return getDefaultKeyBinding(event);
}

function run(command: string, {place}: Box): 'handled' | 'not-handled' {
	if (command === 'post') send(place);
	else if (command === 'close' && place === 'dialog') close();
	else return 'not-handled';
	return 'handled';
}

function placeholderOf({place, index}: Box, {answering, quoting}: State, words: Words): string {
	if (index > 0) return words.another;
	if (place === 'answer' || (place === 'dialog' && answering)) return words.answer;
	return place === 'dialog' && quoting ? words.comment : words.placeholder;
}

/** Sets what Draft has no property for, and focuses the first box of a dialog. */
function useEditor(box: Box, ref: RefObject<Editor | null>): void {
	useEffect(() => {
		const content = ref.current?.editor;
		content?.setAttribute('no-focustrapview-refocus', 'true');
		if (box.place === 'dialog' && box.index === 0) ref.current?.focus();
	}, []);
}

function RichText(box: Box) {
	const ref = useRef<Editor>(null);
	const state = useReplica();
	const words = wordsOf(state.language);
	const post = state.drafts[box.place].posts[box.index] ?? emptyPost();
	useEditor(box, ref);
	return (
		<Editor
			ref={ref}
			editorState={post}
			onChange={next => changePost(box, next)}
			customStyleMap={styles}
			keyBindingFn={keyBinding}
			handleKeyCommand={command => run(command, box)}
			stripPastedStyles
			spellCheck
			placeholder={placeholderOf(box, state, words)}
			ariaLabel={words.postText}
			ariaMultiline
			ariaAutoComplete="list"
			webDriverTestID={`tweetTextarea_${box.index}`}
		/>
	);
}

function PlainText(box: Box) {
	const state = useReplica();
	const words = wordsOf(state.language);
	const post = state.drafts[box.place].posts[box.index] ?? emptyPost();
	return (
		<textarea
			className="r-area"
			data-testid={`tweetTextarea_${box.index}`}
			aria-label={words.postText}
			placeholder={placeholderOf(box, state, words)}
			autoCapitalize="sentences"
			autoFocus={box.place === 'dialog' && box.index === 0}
			name="text"
			value={textOf(post)}
			onChange={event => changePost(box, fromText(event.target.value))}
			onKeyDown={event => {
				if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(box.place);
				if (event.key === 'Escape') run('close', box);
			}}
		/>
	);
}

/** One post's text: Draft on a desktop, a text area on a phone. */
export function TextBox(box: Box) {
	const id = `tweetTextarea_${box.index}`;
	const {drafts, phone} = useReplica();
	if (phone) {
		return (
			<label className="css-175oi2r r-label" data-testid={`${id}_label`} {...quiet}>
				<PlainText {...box} />
			</label>
		);
	}
	return (
		<label className="css-175oi2r r-label" data-testid={`${id}_label`} {...quiet}>
			<div className="css-175oi2r r-rich" data-testid={`${id}RichTextInputContainer`}>
				<RichText key={drafts[box.place].mount} {...box} />
			</div>
		</label>
	);
}
