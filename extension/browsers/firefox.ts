import type {ChildProcess} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {Bidi, type Evaluated, startFirefox} from './bidi.js';
import type {Browser, Launch, Page, Point, Scheme} from './browser.js';
import {FirefoxPage, valueOf} from './firefox-page.js';
import {makeHome, makeProfile} from './firefox-profile.js';
import {callOf} from './place.js';

interface Context {
	context: string;
	url: string;
}

/** A running Firefox and what of it must be ended. */
class Firefox implements Browser {
	readonly name = 'firefox';
	readonly closed: Promise<void>;

	constructor(
		private readonly bidi: Bidi,
		private readonly child: ChildProcess,
		private readonly launch: Launch,
		private readonly profile: string,
		private readonly extension: {id: string; uuid: string},
		readonly version: string,
		/** The blank tab of the start, until it is used. Others may be blank for a moment and not ours. */
		private first: Context | undefined,
	) {
		this.closed = new Promise(resolve => child.once('exit', () => resolve()));
	}

	/** Runs a script in the browser itself, where the extension's life can be seen and ended. */
	private async chrome<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		const {contexts} = await this.bidi.send<{contexts: Context[]}>('browsingContext.getTree', {'moz:scope': 'chrome', maxDepth: 0});
		const expression = `(async () => JSON.stringify(await ${callOf(run, args)}))()`;
		const target = {context: contexts[0]?.context};
		return valueOf(await this.bidi.send<Evaluated>('script.evaluate', {expression, target, awaitPromise: true}));
	}

	async install(): Promise<void> {
		await this.bidi.send('webExtension.install', {extensionData: {type: 'path', path: path.resolve(this.launch.extension)}});
	}

	/** Installing the same folder again is an update when its version is another. */
	upgrade(): Promise<void> {
		return this.install();
	}

	async open(url: string): Promise<Page> {
		const tab = this.first ?? (await this.bidi.send<Context>('browsingContext.create', {type: 'tab'}));
		this.first = undefined;
		const page = this.hold(tab.context);
		if (this.launch.headless) await page.resize(1100, 760);
		await page.goto(url);
		return page;
	}

	async openBehind(url: string): Promise<Page> {
		const {context} = await this.bidi.send<Context>('browsingContext.create', {type: 'tab', background: true});
		const page = this.hold(context);
		await page.goto(url);
		return page;
	}

	/** The clipboard is set from the browser itself: a page may write to it only after a click. */
	private hold(context: string): Page {
		return new FirefoxPage(this.bidi, context, text =>
			this.chrome((copied: string) => {
				// @ts-expect-error: the browser's own globals
				Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(copied);
			}, text),
		);
	}

	private async tabs(): Promise<Context[]> {
		return (await this.bidi.send<{contexts: Context[]}>('browsingContext.getTree', {maxDepth: 0})).contexts;
	}

	async addresses(): Promise<string[]> {
		return (await this.tabs()).map(tab => tab.url);
	}

	async find(prefix: string): Promise<Page> {
		const tab = (await this.tabs()).find(one => one.url.startsWith(prefix));
		if (!tab) throw new Error(`firefox: tab: got none, want one at ${prefix}`);
		return this.hold(tab.context);
	}

	extensionUrl(file: string): string {
		return `moz-extension://${this.extension.uuid}/${file}`;
	}

	stopBackground(): Promise<void> {
		return this.chrome(async (id: string) => {
			// @ts-expect-error: the browser's own globals
			await WebExtensionPolicy.getByID(id).extension.terminateBackground();
		}, this.extension.id);
	}

	backgroundIsRunning(): Promise<boolean> {
		return this.chrome((id: string) => {
			// @ts-expect-error: the browser's own globals
			return WebExtensionPolicy.getByID(id)?.extension.backgroundState === 'running';
		}, this.extension.id);
	}

	async chooseFromMenu(page: Page, at: Point, id: string): Promise<void> {
		await (page as FirefoxPage).rightClick(at);
		await this.chrome(async (extension: string, entry: string) => {
			// @ts-expect-error: the browser's own globals
			const window = Services.wm.getMostRecentWindow('navigator:browser');
			const menu = window.document.getElementById('contentAreaContextMenu');
			const shown = (popup: EventTarget & {state: string}) => popup.state === 'open' ? undefined : new Promise(resolve => popup.addEventListener('popupshown', resolve, {once: true}));
			await shown(menu);
			const name = `${extension.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-menuitem-_${entry}`;
			const item = window.document.getElementById(name);
			if (!item) throw new Error(`menu: got none called ${name}, want one`);
			// Several entries of one extension stand in a menu of their own.
			if (item.parentNode !== menu) {
				const opened = shown(item.parentNode);
				item.parentNode.parentNode.openMenu(true);
				await opened;
			}
			item.parentNode.activateItem(item);
		}, this.extension.id, id);
	}

	/** Firefox can be told to ask nobody; it is asked for this one only. */
	agreeTo(): Promise<void> {
		return this.chrome(() => {
			// @ts-expect-error: the browser's own globals
			Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
		});
	}

	setScheme(scheme: Scheme): Promise<void> {
		return this.chrome((asked: string) => {
			// @ts-expect-error: the browser's own globals
			const {prefs} = Services;
			prefs.setIntPref('layout.css.prefers-color-scheme.content-override', asked === 'dark' || asked === 'contrast' ? 0 : 1);
			prefs.setIntPref('browser.display.document_color_use', asked === 'contrast' ? 2 : 0);
			prefs.setIntPref('ui.prefersReducedMotion', asked === 'still' ? 1 : 0);
		}, scheme);
	}

	async close(): Promise<void> {
		await this.bidi.send('browser.close').catch(() => {});
		this.bidi.close();
		await ended(this.child, 5000);
		await rm(this.profile, {recursive: true, force: true, maxRetries: 5});
	}
}

/** Waits until a process is gone, and kills it after `waitMs`. */
function ended(child: ChildProcess, waitMs: number): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise(resolve => {
		const timer = setTimeout(() => child.kill('SIGKILL'), waitMs);
		child.once('exit', () => (clearTimeout(timer), resolve()));
	});
}

/** The id by which Firefox knows the extension in a folder. */
async function geckoId(extension: string): Promise<string> {
	const manifest = JSON.parse(await readFile(path.join(extension, 'manifest.json'), 'utf8'));
	return manifest.browser_specific_settings.gecko.id;
}

/** Starts Firefox with a throw-away profile, driven over WebDriver BiDi; no geckodriver is needed. */
export async function launchFirefox(launch: Launch): Promise<Browser> {
	const extension = {id: await geckoId(launch.extension), uuid: randomUUID()};
	const profile = await makeProfile(launch.proxyPort, extension.id, extension.uuid);
	const window = launch.headless ? ['--headless'] : [];
	// System access lets the tests open the extension's own pages.
	const args = [...window, '--no-remote', '--profile', profile, '--remote-debugging-port=0', '-remote-allow-system-access'];
	const home = launch.policy && await makeHome(profile, extension.id, launch.policy);
	const {child, url} = await startFirefox(launch.program, args, home);
	const bidi = await Bidi.connect(url);
	const session = await bidi.send<{capabilities: {browserVersion: string}}>('session.new', {
		capabilities: {alwaysMatch: {acceptInsecureCerts: true}},
	});
	const {contexts} = await bidi.send<{contexts: Context[]}>('browsingContext.getTree', {maxDepth: 0});
	const browser = new Firefox(bidi, child, launch, profile, extension, session.capabilities.browserVersion, contexts[0]);
	try {
		if (launch.install ?? true) await browser.install();
	} catch (error) {
		await browser.close();
		throw error;
	}
	return browser;
}
