/** A web server on loopback with the files of the checker page, as a pack server hands them out. */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {cp, mkdtemp, readFile, rm} from 'node:fs/promises';
import http from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A request as it came in. */
export interface Seen {
	method: string;
	path: string;
	/** What follows the path: nothing, or a question mark and more. */
	query: string;
	headers: http.IncomingHttpHeaders;
	body: string;
}

export interface PageServer {
	/** Where the page is, with a slash at the end. */
	address: string;
	/** As the gateway knows it. */
	host: string;
	/** The copy of the built page that is served; a test may change it. */
	folder: string;
	requests: Seen[];
	/** Answers that are no files, by path, such as the envelope of a channel. */
	answers: Map<string, Buffer | number>;
	/** Takes the server off the network, and puts it back at the same address. */
	stop(): Promise<void>;
	start(): Promise<void>;
	/** Ends all of it. */
	close(): Promise<void>;
}

/** Where the build puts the page; beside the extension where another folder is named. */
const builtPage = (): string => (process.env.CIRCUMSPECT_BUILT ? path.join(process.env.CIRCUMSPECT_BUILT, 'checker') : path.resolve('dist/checker'));

const kinds: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm',
	'.png': 'image/png', '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
};

/** The headers that the build wants with every file. */
async function headersOf(folder: string): Promise<[string, string][]> {
	const lines = (await readFile(path.join(folder, '_headers'), 'utf8')).split('\n').filter(line => line.startsWith('  '));
	return lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of request) pieces.push(piece as Buffer);
	return Buffer.concat(pieces).toString();
}

/** What stands at a path: an answer of the test, or a file. */
async function contentAt(server: PageServer, wanted: string): Promise<Buffer | number> {
	const answer = server.answers.get(wanted);
	if (answer !== undefined) return answer;
	const file = path.join(server.folder, wanted === '/' ? 'index.html' : wanted);
	return file.startsWith(server.folder) && existsSync(file) ? readFile(file) : 404;
}

async function handle(server: PageServer, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
	const {pathname, search} = new URL(request.url ?? '/', server.address);
	server.requests.push({method: request.method ?? '', path: pathname, query: search, headers: request.headers, body: await bodyOf(request)});
	const content = await contentAt(server, pathname);
	if (typeof content === 'number') return void response.writeHead(content).end();
	const tag = `"${createHash('sha256').update(content).digest('hex')}"`;
	for (const [name, value] of await headersOf(server.folder)) response.setHeader(name, value);
	response.setHeader('Etag', tag);
	response.setHeader('Content-Type', kinds[path.extname(pathname) || '.html'] ?? 'application/octet-stream');
	if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
	response.end(content);
}

/** Starts a server with a copy of the built page. */
export async function servePage(): Promise<PageServer> {
	if (!existsSync(path.join(builtPage(), 'sw.js'))) throw new Error(`${builtPage()}: sw.js: got none, want the built checker page (make build)`);
	const folder = await mkdtemp(path.join(tmpdir(), 'circumspect-page-'));
	await cp(builtPage(), folder, {recursive: true});
	const sockets = new Set<Socket>();
	let port = 0;
	let listening: http.Server | undefined;
	const start = async () => {
		const now = http.createServer((request, response) => void handle(server, request, response).catch(() => response.destroy()));
		now.on('connection', socket => sockets.add(socket.on('close', () => sockets.delete(socket))));
		await new Promise<void>(resolve => now.listen(port, '127.0.0.1', resolve));
		port = (now.address() as AddressInfo).port;
		listening = now;
	};
	const stop = async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise(resolve => (listening ? listening.close(resolve) : resolve(undefined)));
	};
	const close = async () => {
		await stop();
		await rm(folder, {recursive: true, force: true});
	};
	const server: PageServer = {address: '', host: '', folder, requests: [], answers: new Map(), start, stop, close};
	await start();
	server.host = `127.0.0.1:${port}`;
	server.address = `http://${server.host}/`;
	return server;
}
