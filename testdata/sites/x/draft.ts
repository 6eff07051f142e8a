import {ContentState, EditorState} from 'draft-js';
import {decorator} from './decorator.js';

/** What one compose box holds: the posts of a thread, and attached pictures as blob addresses. */
export interface Draft {
	posts: EditorState[];
	media: string[];
	/** Counts forced re-creations of the editor. */
	mount: number;
}

let mounts = 0;

/** A number no editor was made under before. */
export const nextMount = (): number => ++mounts;

export const emptyPost = (): EditorState => EditorState.createEmpty(decorator);

/** A new draft in a new editor: Draft.js mixes up letters when an empty state is put under it. */
export const emptyDraft = (posts = 1): Draft => ({posts: Array.from({length: posts}, emptyPost), media: [], mount: nextMount()});

export const textOf = (post: EditorState): string => post.getCurrentContent().getPlainText('\n');

export const fromText = (text: string): EditorState =>
	EditorState.createWithContent(ContentState.createFromText(text), decorator);
