/** What every replica offers to tests, to the demo and to the bar on its page; a real site has nothing of the kind. */
export interface Replica {
	/** Shows a form of the site (`post`, `comment`, `message` …) the way a click of the user would; see README.md for each site's. */
	open(form: string): void;
	/**
	 * An element of the form that is shown, also in shadow roots: `box` (what is written into), `other` (a second box),
	 * `title`, `send` (posts it), `media` (the file input), `like`, `repost`, `quote` …; null where the form has none.
	 */
	find(part: string): HTMLElement | null;
	/** The text as the editor's own model holds it, of `box`, `other` or `title`. */
	model(part?: string): string;
	/** Every post, comment or message sent so far, each as the texts it was made of. */
	sent(): string[][];
	/** Every like and repost so far: `like 2`, `repost 2`. */
	acts(): string[];
	/** Throws the present form away and makes it anew with the same text, as sites do at will. */
	recreate(): void;
	/** Changes the address without a load. */
	go(path: string): void;
	path(): string;
	theme(theme: 'light' | 'dark'): void;
}

declare global {
	interface Window {
		replica: Replica;
	}
}
