/** @jsxImportSource react */
import {useState} from 'react';
import {EditorBox, part, textOf} from './boxes.js';
import {ArtdecoModal} from './dialog.js';
import {Icon, Portrait} from './icon.js';
import {quill} from './quill.js';
import {Original, useMedia} from './share-box.js';
import {leave, post, schedule, useReplica} from './store.js';
import {wordsOf} from './words.js';

interface ClassicProps {
	/** Who posts: the writer, or a page whose staff writes for it. */
	author: string;
	quoting?: boolean;
}

function TextEditor({onText}: {onText(text: string): void}) {
	const words = wordsOf(useReplica().language);
	return (
		<div className="share-creation-state__text-editor">
			<div className="editor-container">
				<EditorBox name="box" className="editor-content" onText={onText} make={quill({label: words.editor, placeholder: words.talk, focus: true})} />
				<div className="editor-typeahead-fetch" />
			</div>
		</div>
	);
}

function Footer({ready, input, onPost}: {ready: boolean; input: React.ReactNode; onPost(): void}) {
	const {language, scheduled} = useReplica();
	const words = wordsOf(language);
	return (
		<div className="share-creation-state__footer share-box_actions">
			<button type="button" className="artdeco-button" aria-label={words.addMedia}><Icon name="image" /></button>
			{input}
			<button type="button" className="artdeco-button" aria-label={words.addEvent}><Icon name="event" /></button>
			<button type="button" className="artdeco-button" aria-label={words.more}><Icon name="more" /></button>
			<button type="button" className="share-actions__scheduled-post-btn artdeco-button" aria-label={words.schedulePost} ref={part('schedule')} onClick={schedule}>
				<Icon name="clock" />
			</button>
			<button type="button" className="share-actions__primary-action artdeco-button artdeco-button--primary" disabled={!ready} ref={part('send')} onClick={onPost}>
				<span className="artdeco-button__text">{scheduled ? words.schedule : words.post}</span>
			</button>
		</div>
	);
}

function Discard({close}: {close(): void}) {
	const words = wordsOf(useReplica().language);
	return (
		<ArtdecoModal id="discard-dialog" className="artdeco-modal--small" labelledBy="discard-header" close={close}>
			<h2 id="discard-header">{words.discardAsk}</h2>
			<div className="share-box_actions">
				<button type="button" className="artdeco-button" onClick={leave}><span className="artdeco-button__text">{words.saveDraft}</span></button>
				<button type="button" className="artdeco-button artdeco-button--primary" ref={part('discard')} onClick={leave}><span className="artdeco-button__text">{words.discard}</span></button>
			</div>
		</ArtdecoModal>
	);
}

/** The classic share box, the same tree wherever it stands; asks before it throws a text away. */
export function ClassicBox({author, quoting = false}: ClassicProps) {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	const [asking, setAsking] = useState(false);
	const {media, input, pictures} = useMedia();
	const dismiss = () => (textOf('box').trim() === '' ? leave() : setAsking(true));
	return (
		<>
			<ArtdecoModal id="sharebox" className="share-box-v2__modal share-box-v2__modal-phoenix-redesign" labelledBy="share-to-linkedin-modal__header" close={dismiss} top={!asking}>
				<button type="button" aria-label={words.dismiss} className="artdeco-modal__dismiss artdeco-button" ref={part('close')} onClick={dismiss}>✕</button>
				<div className="share-box">
					<div className="share-creation-state">
						<button type="button" id="share-to-linkedin-modal__header" className="share-unified-settings-entry-button">
							<Portrait size={44} /><span>{author} · {words.audience}</span>
						</button>
						<TextEditor onText={setText} />
						<div className="share-creation-state__preview-container">{pictures}{quoting && <Original />}</div>
						<Footer ready={text.trim() !== '' || media.length > 0 || quoting} input={input} onPost={() => post(textOf('box'))} />
					</div>
				</div>
			</ArtdecoModal>
			{asking && <Discard close={() => setAsking(false)} />}
		</>
	);
}
