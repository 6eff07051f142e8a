/** @jsxImportSource react */
import {AtomicBlockUtils, type ContentBlock, Editor, type EditorState, RichUtils} from 'draft-js';
import type {ReactNode} from 'react';
import {publish} from './acts.js';
import {Dialog} from './dialog.js';
import {emptyPost, textOf} from './draft.js';
import {change} from './editor.js';
import {quiet} from './quiet.js';
import {getState, setField, setState, useReplica} from './store.js';
import {wordsOf} from './words.js';

const place = {place: 'article', index: 0} as const;

const Divider = () => <hr className="r-divider" />;

/** A block that is no text: nothing can be written into it. */
const drawBlock = (block: ContentBlock) =>
	block.getType() === 'atomic' ? {component: Divider, editable: false} : null;

function addDivider(body: EditorState): EditorState {
	const content = body.getCurrentContent().createEntity('DIVIDER', 'IMMUTABLE');
	return AtomicBlockUtils.insertAtomicBlock(body, content.getLastCreatedEntityKey(), ' ');
}

/** Runs on mouse down, so that the editor keeps its focus and selection. */
function Tool({name, run}: {name: string; run(body: EditorState): EditorState}) {
	const press = () => change(place, run(getState().drafts.article.posts[0] ?? emptyPost()));
	return <button type="button" aria-label={name} onMouseDown={event => (event.preventDefault(), press())}>{name}</button>;
}

function Tools() {
	const words = wordsOf(useReplica().language);
	const block = (type: string) => (body: EditorState) => RichUtils.toggleBlockType(body, type);
	return (
		<div role="toolbar" className="r-toolbar">
			<Tool name={words.heading} run={block('header-one')} />
			<Tool name={words.block} run={block('blockquote')} />
			<Tool name={words.list} run={block('ordered-list-item')} />
			<Tool name={words.bold} run={body => RichUtils.toggleInlineStyle(body, 'BOLD')} />
			<Tool name={words.divider} run={addDivider} />
		</div>
	);
}

function Body() {
	const {drafts, language} = useReplica();
	const words = wordsOf(language);
	const body = drafts.article.posts[0] ?? emptyPost();
	const handle = (command: string) => {
		const next = RichUtils.handleKeyCommand(body, command);
		if (next) change(place, next);
		return next ? 'handled' : 'not-handled';
	};
	return (
		<div data-testid="composer" className="r-body" {...quiet}>
			<Editor
				key={drafts.article.mount}
				editorState={body}
				onChange={next => change(place, next)}
				handleKeyCommand={handle}
				blockStyleFn={block => `longform-${block.getType()}`}
				blockRendererFn={drawBlock}
				placeholder={words.body}
				ariaMultiline
				spellCheck
			/>
		</div>
	);
}

/** Where an article is written: a plain title and a rich body. */
export function ArticlePage() {
	const {fields, drafts, language} = useReplica();
	const words = wordsOf(language);
	const ready = fields.title.trim() !== '' && drafts.article.posts.some(body => textOf(body).trim() !== '');
	return (
		<div className="r-longform">
			<div className="r-head">
				<span>{words.articles}</span>
				<button type="button" className="r-post r-publish" disabled={!ready} aria-disabled={ready ? undefined : true} onClick={() => setState({confirming: true})}>{words.publish}</button>
			</div>
			<textarea
				className="r-title"
				rows={1}
				placeholder={words.title}
				value={fields.title}
				onChange={event => setField('title', event.target.value.replaceAll('\n', ' '))}
			/>
			<Tools />
			<Body />
		</div>
	);
}

/** The last question before an article goes out. */
export function ConfirmPublish(): ReactNode {
	const words = wordsOf(useReplica().language);
	const cancel = () => setState({confirming: false});
	return (
		<Dialog close={cancel} head={<h2 id="modal-header" role="heading">{words.sure}</h2>}>
			<div className="r-confirm">
				<button type="button" onClick={cancel}>{words.cancel}</button>
				<button type="button" className="r-post" onClick={publish}>{words.publish}</button>
			</div>
		</Dialog>
	);
}
