/** @jsxImportSource react */
import {Editor, type EditorState, getDefaultKeyBinding, KeyBindingUtil} from 'draft-js';
import {type KeyboardEvent, type RefObject, useEffect, useRef} from 'react';
import {markOverflow} from './limit.js';
import {emptyPost, fromText, getState, go, mobile, type Place, send, setDraft, textOf, useReplica} from './store.js';
import {wordsOf} from './words.js';

const styles = {OVERFLOW: {backgroundColor: 'rgba(244, 33, 46, 0.25)'}};

interface Box {
	place: Place;
	/** Which post of the thread. */
	index: number;
}

function change({place, index}: Box, post: EditorState): void {
	const posts = [...getState().drafts[place].posts];
	const before = posts[index];
	if (!before) return;
	posts[index] = markOverflow(before, post);
	setDraft(place, {posts});
}

function keyBinding(event: KeyboardEvent): string | null {
	if (event.key === 'Enter' && KeyBindingUtil.hasCommandModifier(event)) return 'post';
	if (event.key === 'Escape') return 'close';
	return getDefaultKeyBinding(event);
}

function run(command: string, {place}: Box): 'handled' | 'not-handled' {
	if (command === 'post') send(place);
	else if (command === 'close' && place === 'dialog') go('/home');
	else return 'not-handled';
	return 'handled';
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
	const {drafts, language} = useReplica();
	const words = wordsOf(language);
	const post = drafts[box.place].posts[box.index] ?? emptyPost();
	useEditor(box, ref);
	return (
		<Editor
			ref={ref}
			editorState={post}
			onChange={next => change(box, next)}
			customStyleMap={styles}
			keyBindingFn={keyBinding}
			handleKeyCommand={command => run(command, box)}
			stripPastedStyles
			spellCheck
			placeholder={box.index ? words.another : words.placeholder}
			ariaLabel={words.postText}
			ariaMultiline
			ariaAutoComplete="list"
			webDriverTestID={`tweetTextarea_${box.index}`}
		/>
	);
}

function PlainText(box: Box) {
	const {drafts, language} = useReplica();
	const words = wordsOf(language);
	const post = drafts[box.place].posts[box.index] ?? emptyPost();
	return (
		<textarea
			className="r-area"
			data-testid={`tweetTextarea_${box.index}`}
			aria-label={words.postText}
			placeholder={box.index ? words.another : words.placeholder}
			autoCapitalize="sentences"
			autoFocus={box.place === 'dialog' && box.index === 0}
			name="text"
			value={textOf(post)}
			onChange={event => change(box, fromText(event.target.value))}
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
	const mount = useReplica().drafts[box.place].mount;
	if (mobile) {
		return (
			<label className="css-175oi2r r-label" data-testid={`${id}_label`}>
				<PlainText {...box} />
			</label>
		);
	}
	return (
		<label className="css-175oi2r r-label" data-testid={`${id}_label`}>
			<div className="css-175oi2r r-rich" data-testid={`${id}RichTextInputContainer`}>
				<RichText key={mount} {...box} />
			</div>
		</label>
	);
}
