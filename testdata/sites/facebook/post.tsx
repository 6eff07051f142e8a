/** @jsxImportSource react */
import {useState} from 'react';
import {isEmpty, postOf, send} from './acts.js';
import {RichBox} from './box.js';
import {Audience, Dialog} from './dialog.js';
import {look} from './look.js';
import {Attachments, Icon, MediaButton, Pressable} from './pieces.js';
import {setState, useReplica, useWords} from './store.js';
import {Preview} from './story.js';
import {modEnterPosts, nextDropsEditor} from './switches.js';

/** The longest text that is shown on a coloured background. */
const mostColoured = 130;

/** The wide button below everything. */
function Footer({label, part, disabled, run}: {label: string; part: string; disabled: boolean; run: () => void}) {
	return (
		<div className={look('footer')}>
			<Pressable label={label} part={part} kind="primary" disabled={disabled} run={run}><div><span><span>{label}</span></span></div></Pressable>
		</div>
	);
}

function Scroll() {
	const words = useWords();
	const [coloured, setColoured] = useState(false);
	const {text} = useReplica().drafts.post;
	const keys = modEnterPosts ? {modEnter: () => send('post')} : {};
	return (
		<div className={look('scroll')}>
			<div className={look(coloured && text.length <= mostColoured && 'coloured')}>
				<div><RichBox box="post" label={words.mind} keys={keys} focus /></div>
			</div>
			<div className={look('tools')}>
				<Pressable label={words.background} kind="round" run={() => setColoured(!coloured)}><Icon name="background" /></Pressable>
				<Pressable label={words.emoji} kind="round" run={() => undefined}><Icon name="emoji" /></Pressable>
			</div>
			<Attachments box="post" />
		</div>
	);
}

function AddRow() {
	const words = useWords();
	return (
		<div className={look('add')}>
			<span>{words.add}</span>
			<div className={look('tools')}>
				<MediaButton box="post" label={words.media} />
				<Pressable label={words.feeling} kind="round" run={() => undefined}><Icon name="emoji" /></Pressable>
				<Pressable label={words.live} kind="round" run={() => undefined}><Icon name="live" /></Pressable>
			</div>
		</div>
	);
}

/** What a page sees after "Next". */
function Settings() {
	const words = useWords();
	return (
		<div className={look('settings')}>
			<div className={look('row')}><span>{words.schedule}</span><span aria-hidden="true">›</span></div>
			<div className={look('row')}><span>{words.boost}</span><span aria-hidden="true">›</span></div>
			<Footer label={words.post} part="post.send" disabled={false} run={() => send('post')} />
		</div>
	);
}

/** The dialog for a new post; pages go through "Next" to a second page with the Post button. */
export function PostDialog() {
	const words = useWords();
	const {pageFlow, settings} = useReplica();
	const next = () => setState({settings: true});
	return (
		<Dialog label={settings ? words.settings : words.createPost} back={settings ? () => setState({settings: false}) : undefined}>
			{!(settings && nextDropsEditor) && (
				<div className={look('page', settings && 'hidden')} aria-hidden={settings || undefined}>
					<Audience />
					<Scroll />
					<AddRow />
					{!settings && (
						<Footer label={pageFlow ? words.next : words.post} part="post.send" disabled={isEmpty('post')} run={pageFlow ? next : () => send('post')} />
					)}
				</div>
			)}
			{settings && <Settings />}
		</Dialog>
	);
}

/** The dialog that shares a post with words of one's own, or with none. */
export function ShareDialog() {
	const words = useWords();
	const post = postOf(useReplica().shared);
	return (
		<Dialog label={words.share}>
			<div className={look('page')}>
				<Audience />
				<div className={look('scroll')}>
					<div><div><RichBox box="share" label={words.shareText} focus /></div></div>
					{post && <Preview post={post} />}
				</div>
				<Footer label={words.shareNow} part="share.send" disabled={false} run={() => send('share')} />
			</div>
		</Dialog>
	);
}
