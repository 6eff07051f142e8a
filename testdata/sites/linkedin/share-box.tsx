/** @jsxImportSource react */
import {useEffect, useState} from 'react';
import {EditorBox, part, textOf} from './boxes.js';
import {NativeDialog} from './dialog.js';
import {Icon, Portrait} from './icon.js';
import {look} from './looks.js';
import {heated} from './posts.js';
import {leave, post, schedule, useReplica} from './store.js';
import {tiptap} from './tiptap.js';
import {wordsOf} from './words.js';

/** The file input, and the addresses of the pictures chosen so far. */
export function useMedia() {
	const [media, setMedia] = useState<string[]>([]);
	const input = (
		<input
			ref={part('media')}
			type="file"
			multiple
			accept="image/*,video/*"
			className={look.hidden}
			onChange={event => setMedia([...media, ...[...(event.target.files ?? [])].map(file => URL.createObjectURL(file))])}
		/>
	);
	return {media, input, pictures: media.map(source => <img key={source} src={source} alt="" className={look.picture} />)};
}

/** The post that is shared, inside the box for one's thoughts about it. */
export function Original() {
	return (
		<div className={look.original}>
			<a href={`/in/${heated.slug}/`} className={look.author}><Portrait size={28} /><span>{heated.author}</span></a>
			<div data-testid="expandable-text-box"><p><span>{heated.text}</span></p></div>
		</div>
	);
}

function Author() {
	const words = wordsOf(useReplica().language);
	return (
		<div id="shareboxProfilePictureComponentRef" className={look.person}>
			<Portrait size={48} />
			<button type="button"><span><b>Sample Writer</b></span><br /><span>{words.audience}</span></button>
		</div>
	);
}

function Footer({ready, input, onPost}: {ready: boolean; input: React.ReactNode; onPost(): void}) {
	const {language, scheduled} = useReplica();
	const words = wordsOf(language);
	return (
		<div className={look.footer}>
			<button type="button" className={look.tool}><Icon name="image" id="image-medium" /></button>
			{input}
			<span className={look.gap} />
			<a href="#scheduled" aria-label={words.scheduled} className={look.tool} ref={part('schedule')} onClick={event => (event.preventDefault(), schedule())}><Icon name="clock" /></a>
			<button type="button" className={look.primary} disabled={!ready} ref={part('send')} onClick={onPost}>
				<span>{scheduled ? words.schedule : words.post}</span>
			</button>
		</div>
	);
}

function Compose({quoting}: {quoting: boolean}) {
	const words = wordsOf(useReplica().language);
	const [text, setText] = useState('');
	const {media, input, pictures} = useMedia();
	return (
		// Of the real value only "sharing.ShareCompose" is known.
		<div data-sdui-screen="replica.sharing.ShareCompose.replica" className={look.column}>
			<Author />
			<div data-testid="ui-core-tiptap-text-editor-wrapper" className={look.scroll}>
				<EditorBox
					name="box"
					onText={setText}
					make={tiptap({
						attributes: {componentkey: 'ShareBox_textEditor', translate: 'no', 'aria-label': words.editor},
						placeholder: words.thoughts,
						focus: true,
					})}
				/>
			</div>
			<div id="ShareBoxpreviewCard">{pictures}{quoting && <Original />}</div>
			<Footer ready={text.trim() !== '' || media.length > 0 || quoting} input={input} onPost={() => post(textOf('box'))} />
			<button type="button" aria-label={words.dismiss} className={look.close} ref={part('close')} onClick={leave}>✕</button>
		</div>
	);
}

/** Which opening has had its placeholder: a box made anew by the page comes at once. */
let placeheld = 0;

function usePlaceholder(): boolean {
	const {opening} = useReplica();
	const [waiting, setWaiting] = useState(placeheld !== opening);
	useEffect(() => {
		placeheld = opening;
		const timer = setTimeout(() => setWaiting(false), 500);
		return () => clearTimeout(timer);
	}, []);
	return waiting;
}

/** The newest share box: a placeholder first, thrown away for the real dialog half a second later. */
export function ShareDialog({modal, quoting = false}: {modal: boolean; quoting?: boolean}) {
	if (usePlaceholder()) {
		return (
			<NativeDialog key="placeholder" modal={modal} close={leave}>
				<div className={look.column}><div className={look.waiting} /></div>
			</NativeDialog>
		);
	}
	return <NativeDialog key="whole" modal={modal} close={leave}><Compose quoting={quoting} /></NativeDialog>;
}
