/** What a click or a key makes the site do. */
import {boxes} from './parts.js';
import {firstPosts, type Published} from './published.js';
import {type BoxName, emptyDraft, getState, nothingOpen, setDraft, setState} from './store.js';
import {isPage} from './switches.js';

export const postOf = (id: number): Published | undefined => getState().posts.find(post => post.id === id);

export const isEmpty = (box: BoxName): boolean => {
	const {text, media} = getState().drafts[box];
	return text.trim() === '' && media.length === 0;
};

export const openPost = (): void => setState({...nothingOpen, dialog: 'post', pageFlow: isPage});

export function openShare(id: number): void {
	setState({menu: null, dialog: 'share', trap: true, shared: id});
}

/** Closes the dialog and throws away what was written in it. */
export function closeDialog(): void {
	const {dialog} = getState();
	if (dialog) {
		boxes.delete(dialog);
		setDraft(dialog, emptyDraft());
	}
	setState({dialog: null, settings: false});
}

function publish(text: string, shared?: Published): void {
	const {posts} = getState();
	const id = firstPosts.length + posts.length;
	const lines = text === '' ? [] : text.split('\n');
	setState({posts: [{id, author: 'sample.writer', name: 'Sample Writer', lines, ...(shared && {shared})}, ...posts]});
}

/** Where the text of each box goes. */
const deliver: Record<BoxName, (text: string) => void> = {
	post: text => publish(text),
	share: text => publish(text, postOf(getState().shared)),
	phone: text => (publish(text), setState({composing: false})),
	comment: text => setState({comments: [...getState().comments, text]}),
	reply: text => setState({comments: [...getState().comments, text]}),
	message: text => setState({messages: [...getState().messages, {text, own: true}]}),
	chat: text => setState({messages: [...getState().messages, {text, own: true}]}),
	bio: text => setState({bioText: text, bio: false}),
};

/** Sends what is written: keeps it for the tests, shows it where it belongs, empties the box. */
export function send(box: BoxName): void {
	// A share needs no words of one's own, and a bio may be emptied.
	if (isEmpty(box) && box !== 'share' && box !== 'bio') return;
	const {text} = getState().drafts[box];
	setState({sent: [...getState().sent, [text]]});
	deliver[box](text);
	if (getState().dialog === box) closeDialog();
	else boxes.get(box)?.clear();
	setDraft(box, emptyDraft());
}

export function addMedia(box: BoxName, files: FileList | null): void {
	const added = [...(files ?? [])].map(file => URL.createObjectURL(file));
	setDraft(box, {media: [...getState().drafts[box].media, ...added]});
}

const act = (name: string, id: number): void => setState({acts: [...getState().acts, `${name} ${id}`]});

export function like(id: number): void {
	const {liked} = getState();
	const before = liked.includes(id);
	setState({liked: before ? liked.filter(one => one !== id) : [...liked, id]});
	act(before ? 'unlike' : 'like', id);
}

/** Shares a post at once, without words. */
export function shareNow(id: number): void {
	const shared = postOf(id);
	setState({menu: null, toast: true});
	if (shared) publish('', shared);
	act('repost', id);
	setTimeout(() => setState({toast: false}), 3000);
}
