import type {ContentTexts} from '../shared/texts.js';
import type {Editor} from './adapters/editor.js';
import {stateText, type BadgeState} from './badge.js';
import type {BadgeView} from './badge-view.js';
import type {Overlay} from './overlay.js';

/** The sign that stays at a box when its session had to end, and says why. It goes with the box or when it is pressed. */
export class LeftSign {
	readonly #life = new AbortController();
	readonly #editor: Editor;
	readonly #badge: BadgeView;
	/** Called when the box has left the page. */
	readonly #gone: () => void;

	constructor(reason: string, parts: {editor: Editor; overlay: Overlay; badge: BadgeView; texts: ContentTexts; gone(): void}) {
		const {editor, overlay, badge, texts, gone} = parts;
		const {signal} = this.#life;
		[this.#editor, this.#badge, this.#gone] = [editor, badge, gone];
		const state: BadgeState = {kind: 'unchecked', reason};
		overlay.show(signal);
		badge.show(state, false, true);
		overlay.announce(stateText(state, texts));
		const follow = () => this.#follow();
		const sizes = new ResizeObserver(follow);
		sizes.observe(editor.root);
		editor.root.addEventListener('input', follow, {signal});
		signal.addEventListener('abort', () => sizes.disconnect());
	}

	/** Takes the sign away. */
	end(): void {
		this.#life.abort();
	}

	/** Keeps the sign off the text. */
	#follow(): void {
		try {
			if (this.#editor.root.isConnected) this.#badge.place(this.#editor.read());
			else this.#gone();
		} catch {
			this.end();
		}
	}
}
