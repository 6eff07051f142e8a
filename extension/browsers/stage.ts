import {existsSync} from 'node:fs';
import path from 'node:path';
import {replicaHosts, type ReplicaServer, serveReplicas} from '../../testdata/sites/serve.js';
import type {Browser, BrowserName} from './browser.js';
import {launchChromium} from './chromium.js';
import {launchFirefox} from './firefox.js';
import {isHeadless} from './find.js';
import {type Gateway, openGateway} from './gateway.js';
import {ensureBrowser} from './install.js';

/** The local pages, the only way to them, and one browser with the extension loaded. */
export interface Stage {
	browser: Browser;
	server: ReplicaServer;
	gateway: Gateway;
	close(): Promise<void>;
}

export interface StageOptions {
	/** Folder of the project. */
	root?: string;
	/** Folder of the built extension; default `dist/extension/{chrome,firefox}`. */
	extension?: string;
	install?: boolean;
	/** What an organisation has set beforehand, by the names of managed storage. */
	policy?: Readonly<Record<string, unknown>>;
	headless?: boolean;
}

/** Where the build puts the extension for a browser; CIRCUMSPECT_BUILT names another folder, to try one build while the next is made. */
export const builtExtension = (root: string, name: BrowserName): string =>
	path.join(process.env.CIRCUMSPECT_BUILT ?? path.join(root, 'dist/extension'), name === 'chromium' ? 'chrome' : 'firefox');

async function launch(name: BrowserName, proxyPort: number, root: string, options: StageOptions): Promise<Browser> {
	const extension = options.extension ?? builtExtension(root, name);
	if (!existsSync(path.join(extension, 'manifest.json'))) {
		throw new Error(`${extension}: manifest.json: got none, want a built extension (make build)`);
	}
	const program = await ensureBrowser(name);
	const start = name === 'chromium' ? launchChromium : launchFirefox;
	return start({program, extension, proxyPort, headless: options.headless ?? isHeadless(), install: options.install ?? true, ...(options.policy && {policy: options.policy})});
}

/** Opens a stage; whatever was started is closed again when a later step fails. */
export async function openStage(name: BrowserName, options: StageOptions = {}): Promise<Stage> {
	const root = options.root ?? process.cwd();
	const server = await serveReplicas(root);
	const gateway = await openGateway(server.port, replicaHosts);
	const closeServers = async () => {
		await gateway.close();
		await server.close();
	};
	try {
		const browser = await launch(name, gateway.port, root, options);
		const close = async () => {
			await browser.close();
			await closeServers();
		};
		return {browser, server, gateway, close};
	} catch (error) {
		await closeServers();
		throw error;
	}
}
