/** A pack server that can be told to behave badly. */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {createServer} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import {generate} from 'selfsigned';
import {digestOf} from './sealed.js';

/** The host of the server in the browsers under test. */
export const packHost = 'packs.example.org';

export const channelAddress = `https://${packHost}/v1/channels/staff`;

/** Answers one request. */
export type Play = (request: IncomingMessage, response: ServerResponse) => void;

export interface PackServer {
	port: number;
	/** Everything that came, with its headers. */
	requests: {method: string; url: string; host: string; headers: IncomingMessage['headers']}[];
	/** How the next requests are answered. */
	play: Play;
	/** Ends every connection that is open. */
	hangUp(): void;
	close(): Promise<void>;
}

export async function openPackServer(): Promise<PackServer> {
	const pems = await generate([{name: 'commonName', value: packHost}], {
		keyType: 'ec', algorithm: 'sha256', extensions: [{name: 'subjectAltName', altNames: [{type: 2, value: packHost}]}],
	});
	const server = createServer({key: pems.private, cert: pems.cert}, (request, response) => {
		const {method = '', url = '', headers} = request;
		packServer.requests.push({method, url, host: headers.host ?? '', headers});
		packServer.play(request, response);
	});
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const packServer: PackServer = {
		port: (server.address() as AddressInfo).port,
		requests: [],
		play: status(404),
		hangUp: () => sockets.forEach(socket => socket.destroy()),
		close: () => {
			packServer.hangUp();
			return new Promise<void>(resolve => server.close(() => resolve()));
		},
	};
	return packServer;
}

/** What a good server does. It also tries to mark whoever comes, which must not work. */
export const serve = (envelope: Buffer): Play => (request, response) => {
	const etag = `"${digestOf(envelope)}"`;
	const headers = {'etag': `"visitor-7"`, 'set-cookie': 'visitor=7; SameSite=None; Secure', 'cache-control': 'max-age=3600'};
	if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
	else response.writeHead(200, {...headers, 'content-type': 'application/octet-stream', 'content-length': envelope.length}).end(envelope);
};

export const status = (code: number): Play => (_request, response) => void response.writeHead(code).end('no\n');

export const redirectTo = (address: string): Play => (_request, response) => void response.writeHead(302, {location: address}).end();

/** Whatever was asked for, says that nothing has changed. */
export const frozen: Play = (_request, response) => void response.writeHead(304).end();

/** Promises the whole and breaks off in the middle. */
export const half = (envelope: Buffer): Play => (_request, response) => {
	response.writeHead(200, {'content-length': envelope.length});
	response.write(envelope.subarray(0, envelope.length / 2), () => setTimeout(() => response.destroy(), 100));
};

/** Sends without an end, and says nothing of how much it will be. */
export const endless: Play = (_request, response) => {
	response.writeHead(200);
	const piece = Buffer.alloc(64 * 1024, 7);
	const more = (): void => void (response.destroyed || response.write(piece, () => setImmediate(more)));
	more();
};

/** A byte now and then: never ready, never silent. */
export const slow = (envelope: Buffer): Play => (_request, response) => {
	response.writeHead(200, {'content-length': envelope.length});
	let at = 0;
	const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(envelope.subarray(at, ++at))), 500);
};
