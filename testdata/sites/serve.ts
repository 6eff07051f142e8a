import {randomBytes} from 'node:crypto';
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

/** The policy X sends, less its own hosts: with a nonce, browsers ignore 'unsafe-inline' for scripts. */
const policy = (nonce: string) =>
	[
		`default-src 'self'`,
		`script-src 'self' 'nonce-${nonce}' 'unsafe-inline'`,
		`style-src 'self' 'unsafe-inline'`,
		`img-src 'self' data: blob:`,
		`media-src 'self' blob:`,
		`connect-src 'self'`,
		`object-src 'none'`,
		`frame-ancestors 'self'`,
	].join('; ');

async function loadReplica(root: string, site: string): Promise<Replica> {
	const html = await readFile(path.join(root, 'testdata/sites', site, 'index.html'), 'utf8');
	return {html, ...(await bundleReplica(root, site))};
}

function answer(replica: Replica, pathname: string, response: ServerResponse): void {
	const nonce = randomBytes(16).toString('base64');
	const send = (type: string, body: string) =>
		response.writeHead(200, {'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'content-security-policy': policy(nonce)}).end(body);
	if (pathname === '/replica/main.js') send('text/javascript', replica.js);
	else if (pathname === '/replica/style.css') send('text/css', replica.css);
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
	const replicas: Record<string, Replica> = {};
	for (const site of new Set(Object.values(siteOfHost))) replicas[site] = await loadReplica(root, site);
	const pems = await generate([{name: 'commonName', value: 'x.com'}], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [{name: 'subjectAltName', altNames: replicaHosts.map(value => ({type: 2, value}))}],
	});
	const requests: string[] = [];
	const server = createServer({key: pems.private, cert: pems.cert}, (request: IncomingMessage, response) => {
		const host = (request.headers.host ?? '').replace(/:\d+$/, '');
		const replica = replicas[siteOfHost[host] ?? ''];
		requests.push(`${request.method} ${host}${request.url}`);
		if (!replica) response.writeHead(421).end(`no replica for ${host}\n`);
		else answer(replica, new URL(request.url ?? '/', 'https://x.com').pathname, response);
	});
	const port = await listen(server);
	return {port, requests, close: () => closeServer(server)};
}

function closeServer(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise(resolve => server.close(() => resolve()));
}
