import http from 'node:http';
import net, {type AddressInfo} from 'node:net';

/** The only way out of a browser under test: a proxy that knows the replica and nothing else. */
export interface Gateway {
	port: number;
	/** Hosts that were let through to the replica, one entry a connection. */
	passed: string[];
	/** Hosts that were asked for and refused. */
	refused: string[];
	/** Servers of a test on loopback that plain requests are let through to, as `127.0.0.1:port`. */
	servers: Set<string>;
	/** Hosts of a test's own, and the port on loopback that each leads to. */
	routes: Map<string, number>;
	close(): Promise<void>;
}

function connect(port: number, socket: net.Socket, head: Buffer): void {
	const upstream = net.connect(port, '127.0.0.1', () => {
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		upstream.write(head);
		upstream.pipe(socket).pipe(upstream);
	});
	upstream.on('error', () => socket.destroy());
	socket.on('close', () => upstream.destroy());
}

/** Hands a plain request on. A server that is gone is no connection, not an answer. */
function forward(request: http.IncomingMessage, response: http.ServerResponse): void {
	const {url = '', method, headers} = request;
	const onward = http.request(url, {method: method ?? 'GET', headers}, answer => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
	});
	onward.on('error', () => response.destroy());
	request.pipe(onward);
}

/** Starts the proxy; connections to `hosts` go to `port` on loopback, those to hosts of a test's own to theirs; all others are refused and noted. */
export async function openGateway(port: number, hosts: string[]): Promise<Gateway> {
	const gateway = {passed: [] as string[], refused: [] as string[], servers: new Set<string>(), routes: new Map<string, number>()};
	const sockets = new Set<net.Socket>();
	const server = http.createServer((request, response) => {
		const host = URL.canParse(request.url ?? '') ? new URL(request.url ?? '').host : '';
		if (gateway.servers.has(host)) return forward(request, response);
		gateway.refused.push(request.url ?? '');
		response.writeHead(502).end();
	});
	server.on('connection', socket => sockets.add(socket.on('close', () => sockets.delete(socket))));
	server.on('connect', (request: http.IncomingMessage, socket: net.Socket, head: Buffer) => {
		const host = (request.url ?? '').replace(/:\d+$/, '');
		socket.on('error', () => socket.destroy());
		const to = hosts.includes(host) ? port : gateway.routes.get(host);
		if (to === undefined) {
			gateway.refused.push(request.url ?? '');
			socket.end('HTTP/1.1 502 refused\r\n\r\n');
			return;
		}
		gateway.passed.push(host);
		connect(to, socket, head);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const close = () => {
		for (const socket of sockets) socket.destroy();
		return new Promise<void>(resolve => server.close(() => resolve()));
	};
	return {...gateway, port: (server.address() as AddressInfo).port, close};
}
