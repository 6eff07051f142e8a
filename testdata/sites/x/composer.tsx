/** @jsxImportSource react */
import {send} from './acts.js';
import {Article, Quoted} from './article.js';
import {emptyPost, textOf} from './draft.js';
import {TextBox} from './editor.js';
import {Avatar, Icon} from './icon.js';
import {limit, weightOf} from './limit.js';
import {getState, handle, type Place, remount, remountOnMedia, setDraft, type State, useReplica} from './store.js';
import {type Words, wordsOf} from './words.js';

function addMedia(place: Place, files: FileList | null): void {
	const {media} = getState().drafts[place];
	const added = [...(files ?? [])].map(file => URL.createObjectURL(file));
	setDraft(place, {media: [...media, ...added]});
	if (remountOnMedia) remount(place);
}

function addPost(place: Place): void {
	setDraft(place, {posts: [...getState().drafts[place].posts, emptyPost()]});
}

function Attachments({place, words}: {place: Place; words: Words}) {
	const {drafts, quoting} = useReplica();
	const {media} = drafts[place];
	const quoted = place === 'dialog' ? quoting : null;
	if (media.length === 0 && !quoted) return null;
	const remove = (gone: string) => setDraft(place, {media: media.filter(one => one !== gone)});
	return (
		<div className="css-175oi2r r-attachments" data-testid="attachments">
			{media.map(source => (
				<div key={source} className="css-175oi2r" data-testid="tweetPhoto">
					<img alt="" src={source} />
					<button type="button" aria-label={words.remove} onClick={() => remove(source)}>✕</button>
				</div>
			))}
			{quoted && <Quoted post={quoted} />}
		</div>
	);
}

function Ring({text}: {text: string}) {
	const weight = weightOf(text);
	if (weight === 0) return null;
	const share = Math.min(1, weight / limit);
	return (
		<div className="css-175oi2r r-ring" role="progressbar" aria-valuenow={Math.round(share * 100)} aria-label="Length of the post">
			<svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
				<circle cx="10" cy="10" r="8.5" className="r-track" />
				<circle cx="10" cy="10" r="8.5" className={weight > limit ? 'r-over' : 'r-done'} pathLength={1} strokeDasharray={`${share} 1`} />
			</svg>
			{limit - weight <= 20 && <span>{limit - weight}</span>}
		</div>
	);
}

function Tools({place, words}: {place: Place; words: Words}) {
	return (
		<nav className="css-175oi2r r-tools" role="navigation">
			<label className="r-tool" aria-label={words.media}>
				<Icon name="media" />
				<input
					type="file"
					multiple
					data-testid="fileInput"
					accept="image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime"
					onChange={event => addMedia(place, event.target.files)}
				/>
			</label>
			<button type="button" className="r-tool" data-testid="gifSearchButton" aria-label={words.gif}><Icon name="gif" /></button>
			<button type="button" className="r-tool" data-testid="grokImgGen" aria-label={words.draw}><Icon name="draw" /></button>
			<button type="button" className="r-tool" data-testid="createPollButton" aria-label={words.poll}><Icon name="poll" /></button>
			<button type="button" className="r-tool" aria-label={words.emoji}><Icon name="emoji" /></button>
			<button type="button" className="r-tool" data-testid="scheduleOption" aria-label={words.schedule}><Icon name="schedule" /></button>
			<button type="button" className="r-tool" data-testid="geoButton" aria-label={words.place}><Icon name="place" /></button>
			<button type="button" className="r-tool" data-testid="contentDisclosureButton" aria-label={words.disclose}><Icon name="disclose" /></button>
		</nav>
	);
}

function labelOf(place: Place, {drafts, answering}: State, words: Words): string {
	if (place === 'answer' || (place === 'dialog' && answering)) return words.reply;
	return drafts[place].posts.length > 1 ? words.postAll : words.post;
}

function PostButton({place, words}: {place: Place; words: Words}) {
	const state = useReplica();
	const {posts, media} = state.drafts[place];
	const texts = posts.map(textOf);
	const ready = (texts.some(text => text.trim() !== '') || media.length > 0) && texts.every(text => weightOf(text) <= limit);
	return (
		<button
			type="button"
			role="button"
			className="r-post"
			data-testid={place === 'dialog' ? 'tweetButton' : 'tweetButtonInline'}
			disabled={!ready}
			aria-disabled={ready ? undefined : true}
			tabIndex={ready ? 0 : -1}
			onClick={() => send(place)}
		>
			<div dir="ltr"><span><span>{labelOf(place, state, words)}</span></span></div>
		</button>
	);
}

function ToolBar({place, words}: {place: Place; words: Words}) {
	const {posts} = useReplica().drafts[place];
	const last = posts.at(-1);
	return (
		<div className="css-175oi2r r-bar" data-testid="toolBar">
			<Tools place={place} words={words} />
			<div className="css-175oi2r r-end">
				{last && <Ring text={textOf(last)} />}
				{place === 'dialog' && last && textOf(last) !== '' && (
					<button type="button" className="r-add" data-testid="addButton" aria-label={words.add} onClick={() => addPost(place)}>+</button>
				)}
				<PostButton place={place} words={words} />
			</div>
		</div>
	);
}

/** The compose box: the same inner tree in the dialog, above the feed and below a post. */
export function Composer({place}: {place: Place}) {
	const {drafts, language, answering} = useReplica();
	const words = wordsOf(language);
	return (
		<>
			<div className="css-175oi2r r-scroll">
				{place === 'dialog' && answering && <Article post={answering} still />}
				{drafts[place].posts.map((_, index) => (
					<div key={index} className="css-175oi2r r-row">
						<Avatar handle={handle} />
						<div className="css-175oi2r r-column"><TextBox place={place} index={index} /></div>
					</div>
				))}
				<Attachments place={place} words={words} />
			</div>
			<ToolBar place={place} words={words} />
		</>
	);
}
