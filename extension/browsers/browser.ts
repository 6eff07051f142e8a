/** What the tests and the demo ask of a browser; Chromium and Firefox answer alike. */

export type BrowserName = 'chromium' | 'firefox';

export interface Launch {
	/** The program to start. */
	program: string;
	/** Folder of the built extension for this browser. */
	extension: string;
	/** Port of the gateway, see gateway.ts. */
	proxyPort: number;
	/** Without a window. */
	headless: boolean;
	/** What an organisation has set beforehand: the managed storage of the extension. */
	policy?: Readonly<Record<string, unknown>>;
	/** False to open pages before the extension is there; `install()` adds it later. */
	install?: boolean;
}

/** A place on the page, in CSS pixels from the top left of the viewport. */
export interface Point {
	x: number;
	y: number;
}

/** Light, dark, the forced colours of a high-contrast theme, or light without motion. */
export type Scheme = 'light' | 'dark' | 'contrast' | 'still';

export interface Page {
	goto(url: string): Promise<void>;
	/** Runs a function in the page's own world and brings back its JSON value. */
	evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
	/**
	 * Like evaluate, but the function first gets every shadow root on the page, closed ones
	 * too. Only the debugging protocol can do that; page script cannot.
	 */
	evaluateInRoots<A extends unknown[], R>(run: (roots: ShadowRoot[], ...args: A) => R | Promise<R>, ...args: A): Promise<R>;
	/** Types through the keyboard, a key every `delayMs`. A new line is Enter. */
	type(text: string, delayMs?: number): Promise<void>;
	/** Presses one key, with modifiers before it: `Enter`, `Control+z`, `Shift+Tab`. */
	press(keys: string): Promise<void>;
	click(where: string | Point): Promise<void>;
	hover(where: string | Point): Promise<void>;
	/** Pastes text the way a person does, through the clipboard. */
	paste(text: string): Promise<void>;
	screenshot(file: string): Promise<void>;
	/** Gives files to an input, as the browser's own file dialog does. `find` runs in the page. */
	attach(find: () => Element | null, files: readonly string[]): Promise<void>;
	/**
	 * Composes a word with an input method: every stage is shown in the box, then the last
	 * one is taken over; `key` is pressed before, as the one that ends it. False where the
	 * browser's protocol cannot do that.
	 */
	compose(stages: readonly string[], key?: string): Promise<boolean>;
	/** Viewport size in CSS pixels, and how many device pixels one has: 2 is what a zoom of 200 % does. */
	resize(width: number, height: number, pixels?: number): Promise<void>;
	front(): Promise<void>;
	close(): Promise<void>;
}

export interface Browser {
	name: BrowserName;
	version: string;
	/** Settles when the last window is closed, by us or by a person. */
	closed: Promise<void>;
	/** Opens an address, in the blank tab a browser starts with or in a new one. */
	open(url: string): Promise<Page>;
	/** Opens an address in a tab behind the one in front, which stays the active tab, as under a popup. */
	openBehind(url: string): Promise<Page>;
	/** All addresses open in tabs. */
	addresses(): Promise<string[]>;
	/** Takes hold of a tab that is already open and whose address begins so. */
	find(prefix: string): Promise<Page>;
	/** Address of a page of the extension: `popup.html`. */
	extensionUrl(file: string): string;
	install(): Promise<void>;
	/** Loads the folder again, as an update does; open tabs keep the old content script. */
	upgrade(): Promise<void>;
	/** Ends the background as the browser does when it is idle. */
	stopBackground(): Promise<void>;
	backgroundIsRunning(): Promise<boolean>;
	/** Chooses our entry of that id in the menu of the right mouse button, at words that are selected on a page. */
	chooseFromMenu(page: Page, at: Point, id: string): Promise<void>;
	/** Says yes beforehand to a page of the extension that will ask for access to these addresses (a match pattern). */
	agreeTo(pattern: string): Promise<void>;
	/** What pages are told the user prefers. */
	setScheme(scheme: Scheme): Promise<void>;
	close(): Promise<void>;
}
