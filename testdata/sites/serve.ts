import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:https';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {generate} from 'selfsigned';
import {type Bundle, bundleReplica} from './bundle.js';

/** Which replica answers for which host. */
const siteOfHost: Record<string, string> = {
	'x.com': 'x',
	'mobile.x.com': 'x',
	'twitter.com': 'x',
	'www.linkedin.com': 'linkedin',
	'www.facebook.com': 'facebook',
	'web.facebook.com': 'facebook',
	'm.facebook.com': 'facebook',
	'www.messenger.com': 'facebook',
};

export const replicaHosts = Object.keys(siteOfHost);

export interface ReplicaServer {
	port: number;
	/** `METHOD host/path` of every request so far, other hosts' too. */
	requests: string[];
	close(): Promise<void>;
}

interface Replica extends Bundle {
	html: string;
}

/** What all three policies have in common: nothing may come from or go to anywhere else. */
const shared = [
	`default-src 'self'`,
	`style-src 'self' 'unsafe-inline'`,
	`img-src 'self' data: blob:`,
	`media-src 'self' blob:`,
	`connect-src 'self'`,
	`object-src 'none'`,
	`frame-ancestors 'self'`,
];

/** The content security policy of each site, less its own hosts. */
const policyOfSite: Record<string, (nonce: string, strict: boolean) => string[]> = {
	// With a nonce, browsers ignore 'unsafe-inline' for scripts.
	x: nonce => [`script-src 'self' 'nonce-${nonce}' 'unsafe-inline'`],
	linkedin: () => [`script-src 'self'`, `trusted-types 'allow-duplicates' default jSecure highcharts dompurify`],
	// Nobody has seen Trusted Types there, but they may come: `?strict` asks for them.
	facebook: (_, strict) => [`script-src 'self' blob: data:`, ...(strict ? [`require-trusted-types-for 'script'`] : [])],
};

async function loadReplica(root: string, site: string): Promise<Replica | undefined> {
	const page = path.join(root, 'testdata/sites', site, 'index.html');
	if (!existsSync(page)) return undefined;
	return {html: await readFile(page, 'utf8'), ...(await bundleReplica(root, site))};
}

/** Loads each replica when it is first asked for, so that a broken one leaves the others be. */
function makeLoader(root: string): (host: string) => Promise<Replica | undefined> {
	const loaded = new Map<string, Promise<Replica | undefined>>();
	return host => {
		const site = siteOfHost[host];
		if (!site) return Promise.resolve(undefined);
		if (!loaded.has(site)) loaded.set(site, loadReplica(root, site));
		return loaded.get(site)!;
	};
}

function answer(replica: Replica, host: string, url: URL, response: ServerResponse): void {
	const nonce = randomBytes(16).toString('base64');
	const own = policyOfSite[siteOfHost[host] ?? '']?.(nonce, url.searchParams.has('strict')) ?? [];
	const policy = [...shared, ...own].join('; ');
	const send = (type: string, body: string) =>
		response.writeHead(200, {'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'content-security-policy': policy}).end(body);
	if (url.pathname === '/replica/main.js') send('text/javascript', replica.js);
	else if (url.pathname === '/replica/style.css') send('text/css', replica.css);
	else send('text/html', replica.html.replaceAll('{{nonce}}', nonce));
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
	});
}

/** Serves the replicas over https on a free loopback port, with a certificate made for this run. */
export async function serveReplicas(root: string): Promise<ReplicaServer> {
	const load = makeLoader(root);
	const pems = await generate([{name: 'commonName', value: 'x.com'}], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [{name: 'subjectAltName', altNames: replicaHosts.map(value => ({type: 2, value}))}],
	});
	const requests: string[] = [];
	const reply = async (request: IncomingMessage, response: ServerResponse) => {
		const host = (request.headers.host ?? '').replace(/:\d+$/, '');
		requests.push(`${request.method} ${host}${request.url}`);
		const replica = await load(host);
		if (!replica) response.writeHead(421).end(`no replica for ${host}\n`);
		else answer(replica, host, new URL(request.url ?? '/', `https://${host}`), response);
	};
	const server = createServer({key: pems.private, cert: pems.cert}, (request, response) => {
		reply(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
	});
	const port = await listen(server);
	return {port, requests, close: () => closeServer(server)};
}

function closeServer(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise(resolve => server.close(() => resolve()));
}
