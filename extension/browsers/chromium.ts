import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type BrowserContext, type CDPSession, chromium, type Page as Tab} from 'playwright-core';
import type {Browser, Launch, Page, Point, Scheme} from './browser.js';
import {ChromiumPage} from './chromium-page.js';

/** Keeps the browser from calling home as far as it lets itself be told. */
const quiet = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-default-apps',
	'--disable-domain-reliability',
	'--disable-quic',
	'--disable-sync',
	'--no-default-browser-check',
	'--no-first-run',
];

/** Every way out leads to the gateway: loopback too, and names are not looked up. */
const shutIn = (proxyPort: number) => [
	`--proxy-server=http://127.0.0.1:${proxyPort}`,
	'--proxy-bypass-list=<-loopback>',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
	'--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
	'--ignore-certificate-errors',
];

/** A running Chromium and what of it must be ended. */
class Chromium implements Browser {
	readonly name = 'chromium';
	private id = '';
	private scheme: Scheme = 'light';
	/** The blank tab of the start, until it is used. Others may be blank for a moment and not ours. */
	private first: Tab | undefined;
	readonly closed: Promise<void>;

	constructor(
		private readonly context: BrowserContext,
		private readonly launch: Launch,
		private readonly profile: string,
		private readonly root: CDPSession,
	) {
		this.first = context.pages()[0];
		this.closed = new Promise(resolve => context.once('close', () => resolve()));
	}

	get version(): string {
		return this.context.browser()?.version() ?? '';
	}

	async install(): Promise<void> {
		// Branded Chrome ignores --load-extension; the debugging pipe serves every Chromium.
		// Playwright's typings do not know this domain yet.
		const send = this.root.send.bind(this.root) as unknown as (method: string, params: object) => Promise<{id: string}>;
		({id: this.id} = await send('Extensions.loadUnpacked', {path: path.resolve(this.launch.extension)}));
	}

	/** Through Chromium's own page for trying policies out, which writes nothing outside this profile. */
	async applyPolicy(policy: Readonly<Record<string, unknown>>): Promise<void> {
		// Mandatory, for the machine, of the namespace of the extension.
		const rows = Object.entries(policy).map(([name, value]) => ({level: 1, scope: 0, source: 0, namespace: this.id, name, value}));
		const tab = await this.context.newPage();
		await tab.goto('chrome://policy/test');
		// As text: what bundles the tests would take the import for its own.
		await tab.evaluate(`import('chrome://resources/js/cr.js')
			.then(({sendWithPromise}) => sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(rows))}, ''))`);
		await tab.close();
	}

	/** Loading the same folder again is an update when its version is another. */
	upgrade(): Promise<void> {
		return this.install();
	}

	async open(url: string): Promise<Page> {
		const tab = this.first ?? (await this.context.newPage());
		this.first = undefined;
		const page = await this.hold(tab);
		await page.goto(url);
		return page;
	}

	async openBehind(url: string): Promise<Page> {
		const opened = this.context.waitForEvent('page');
		await this.root.send('Target.createTarget', {url, background: true});
		const tab = await opened;
		await tab.waitForLoadState();
		return this.hold(tab);
	}

	private async hold(tab: Tab): Promise<Page> {
		await this.emulate(tab);
		return new ChromiumPage(tab, await this.context.newCDPSession(tab));
	}

	/** With a window the person's own colours are left as they are. */
	private emulate(tab: Tab): Promise<void> {
		const forcedColors = this.scheme === 'contrast' ? 'active' : 'none';
		const colorScheme = this.scheme === 'dark' || this.scheme === 'contrast' ? 'dark' : 'light';
		const reducedMotion = this.scheme === 'still' ? 'reduce' : 'no-preference';
		return tab.emulateMedia(this.launch.headless ? {colorScheme, forcedColors, reducedMotion} : {colorScheme: null});
	}

	async addresses(): Promise<string[]> {
		return this.context.pages().map(tab => tab.url());
	}

	async find(prefix: string): Promise<Page> {
		const tab = this.context.pages().find(one => one.url().startsWith(prefix));
		if (!tab) throw new Error(`chromium: tab: got none, want one at ${prefix}`);
		await tab.waitForLoadState();
		return this.hold(tab);
	}

	extensionUrl(file: string): string {
		return `chrome-extension://${this.id}/${file}`;
	}

	/** The worker is ended, not the extension: the next message wakes it. */
	async stopBackground(): Promise<void> {
		const tab = this.context.pages()[0] ?? (await this.context.newPage());
		const session = await this.context.newCDPSession(tab);
		await session.send('ServiceWorker.enable');
		await session.send('ServiceWorker.stopAllWorkers');
		await session.detach();
	}

	async backgroundIsRunning(): Promise<boolean> {
		// Playwright's own list keeps workers that have been stopped.
		const {targetInfos} = await this.root.send('Target.getTargets');
		return targetInfos.some(({type, url}) => type === 'service_worker' && url.startsWith(this.extensionUrl('')));
	}

	/** No protocol opens Chromium's own menu, so the background is told what Chromium would tell it of the click. */
	async chooseFromMenu(page: Page, _at: Point, id: string): Promise<void> {
		const selectionText = await page.evaluate(() => String(getSelection()).replaceAll('\n', ' '));
		const worker = this.context.serviceWorkers().findLast(one => one.url().startsWith(this.extensionUrl('')));
		if (!worker) throw new Error('chromium: menu: got no background, want one');
		await worker.evaluate(async click => {
			const [tab] = await chrome.tabs.query({active: true, lastFocusedWindow: true});
			// Every event of the interface can be dispatched by hand; the typings leave that out.
			const event = chrome.contextMenus.onClicked as unknown as {dispatch(info: object, of: object | undefined): void};
			event.dispatch({...click, editable: false, pageUrl: tab?.url}, tab);
		}, {menuItemId: id, selectionText});
	}

	/** Chromium asks nobody for what a person has allowed on its page of extensions before. */
	async agreeTo(pattern: string): Promise<void> {
		const tab = await this.context.newPage();
		await tab.goto('chrome://extensions');
		await tab.evaluate(([id, host]) => {
			const {developerPrivate} = chrome as unknown as {developerPrivate: {addHostPermission(id: string, host: string): Promise<void>}};
			return developerPrivate.addHostPermission(id, host);
		}, [this.id, pattern] as const);
		await tab.close();
	}

	async setScheme(scheme: Scheme): Promise<void> {
		this.scheme = scheme;
		for (const tab of this.context.pages()) await this.emulate(tab);
	}

	async close(): Promise<void> {
		await this.context.close();
		await rm(this.profile, {recursive: true, force: true, maxRetries: 5});
	}
}

/** Starts a Chromium, Chrome, Edge or Brave with a throw-away profile that reaches only the gateway. */
export async function launchChromium(launch: Launch): Promise<Browser> {
	const profile = await mkdtemp(path.join(tmpdir(), 'circumspect-chromium-'));
	const root = process.getuid?.() === 0;
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: launch.program,
		headless: launch.headless,
		viewport: launch.headless ? {width: 1100, height: 760} : null,
		// Without a window only our own pages are loaded, and containers often have no sandbox.
		chromiumSandbox: !launch.headless && !root,
		ignoreHTTPSErrors: true,
		// Ctrl+C is ours: the servers have to be closed too.
		handleSIGINT: false,
		// Playwright says so by default, and then what is loaded does not run.
		ignoreDefaultArgs: ['--disable-extensions'],
		args: ['--enable-unsafe-extension-debugging', ...quiet, ...shutIn(launch.proxyPort)],
	});
	const session = await context.browser()!.newBrowserCDPSession();
	const browser = new Chromium(context, launch, profile, session);
	try {
		if (launch.install ?? true) await browser.install();
		if (launch.policy) await browser.applyPolicy(launch.policy);
	} catch (error) {
		await browser.close();
		throw error;
	}
	return browser;
}
