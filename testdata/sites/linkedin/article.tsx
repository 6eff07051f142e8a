/** @jsxImportSource react */
import {useState} from 'react';
import {boxOf, EditorBox, part, TextArea, textOf} from './boxes.js';
import {NativeDialog} from './dialog.js';
import {look} from './looks.js';
import {leave, send, useReplica} from './store.js';
import {tiptap} from './tiptap.js';
import {wordsOf} from './words.js';

/** Says what the article is about, and publishes it. */
function Publish({close}: {close(): void}) {
	const words = wordsOf(useReplica().language);
	const publish = () => {
		const about = textOf('other');
		send([textOf('title'), textOf('box'), ...(about === '' ? [] : [about])]);
		leave();
	};
	return (
		<NativeDialog close={close}>
			<div className={look.column}>
				<div data-testid="ui-core-tiptap-text-editor-wrapper" className={look.scroll}>
					<EditorBox
						name="other"
						onText={() => {}}
						make={tiptap({attributes: {'aria-label': words.editor}, placeholder: words.tellNetwork, focus: true})}
					/>
				</div>
				<div className={look.footer}>
					<span className={look.gap} />
					<button type="button" className={look.primary} ref={part('send')} onClick={publish}><span>{words.publish}</span></button>
				</div>
				<button type="button" aria-label={words.dismiss} className={look.close} ref={part('close')} onClick={close}>✕</button>
			</div>
		</NativeDialog>
	);
}

function addPictures(files: FileList | null): void {
	for (const file of files ?? []) boxOf('box')?.addPicture?.(URL.createObjectURL(file));
}

/** Title, body, and a dialog between Next and Publish. */
export function Article() {
	const {language, opening} = useReplica();
	const words = wordsOf(language);
	const [text, setText] = useState('');
	const [publishing, setPublishing] = useState(false);
	return (
		<div className="article-editor" key={opening}>
			<div className="article-editor-head">
				<label className="artdeco-button">{words.addMedia}<input type="file" accept="image/*" ref={part('media')} className={look.hidden} onChange={event => addPictures(event.target.files)} /></label>
				<button type="button" className="artdeco-button artdeco-button--primary" disabled={text.trim() === ''} ref={part('next')} onClick={() => setPublishing(true)}>
					<span className="artdeco-button__text">{words.next}</span>
				</button>
			</div>
			<TextArea name="title" className="article-editor-headline__textarea" placeholder={words.title} />
			<EditorBox
				name="box"
				className="article-editor-content"
				onText={setText}
				make={tiptap({attributes: {'aria-label': words.articleBody}, placeholder: words.articleHint, rich: true})}
			/>
			{publishing && <Publish close={() => setPublishing(false)} />}
		</div>
	);
}
