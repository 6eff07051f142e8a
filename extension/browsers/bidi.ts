import {type ChildProcess, spawn} from 'node:child_process';
import WebSocket from 'ws';

type Json = Record<string, unknown>;

/** The answer to script.evaluate and script.callFunction. */
export interface Evaluated {
	type: 'success' | 'exception';
	result: {type: string; value?: unknown; sharedId?: string};
	exceptionDetails?: {text: string};
}

/** A WebDriver BiDi connection: commands go out, each gets its answer. */
export class Bidi {
	private last = 0;
	private readonly waiting = new Map<number, {resolve(value: never): void; reject(error: Error): void}>();

	private constructor(private readonly socket: WebSocket) {
		socket.on('message', (text: Buffer) => this.receive(JSON.parse(text.toString())));
		socket.on('close', () => this.fail(new Error('bidi: connection: got closed, want open')));
	}

	static async connect(url: string): Promise<Bidi> {
		const socket = new WebSocket(url, {maxPayload: 256 * 1024 * 1024});
		await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
		return new Bidi(socket);
	}

	send<T = Json>(method: string, params: Json = {}): Promise<T> {
		const id = ++this.last;
		return new Promise<T>((resolve, reject) => {
			this.waiting.set(id, {resolve, reject});
			this.socket.send(JSON.stringify({id, method, params}));
		});
	}

	private receive(message: {id?: number; type: string; result: never; error?: string; message?: string}): void {
		const waiting = this.waiting.get(message.id ?? 0);
		if (!waiting) return;
		this.waiting.delete(message.id ?? 0);
		if (message.type === 'error') waiting.reject(new Error(`bidi: ${message.error}: ${message.message}`));
		else waiting.resolve(message.result);
	}

	private fail(error: Error): void {
		for (const waiting of this.waiting.values()) waiting.reject(error);
		this.waiting.clear();
	}

	close(): void {
		this.socket.close();
	}
}

/** Starts Firefox, perhaps with a home folder of its own, and waits, at most `waitMs`, until it says where it listens. */
export async function startFirefox(program: string, args: string[], home?: string, waitMs = 60_000): Promise<{child: ChildProcess; url: string}> {
	const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe'], ...(home && {env: {...process.env, HOME: home}})});
	const end = () => child.kill('SIGKILL');
	process.once('exit', end);
	child.once('exit', () => process.off('exit', end));
	const url = await new Promise<string>((resolve, reject) => {
		let said = '';
		const give = (why: string) => reject(new Error(`firefox: start: ${why}\n${said.slice(-2000)}`));
		const timer = setTimeout(() => (end(), give(`got nothing in ${waitMs} ms, want a listening port`)), waitMs);
		const read = (chunk: Buffer) => {
			said += String(chunk);
			const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
			if (!found?.[1]) return;
			clearTimeout(timer);
			resolve(found[1]);
		};
		child.stderr.on('data', read);
		child.stdout.on('data', read);
		child.once('error', error => give(error.message));
		child.once('exit', code => (clearTimeout(timer), give(`got exit status ${code}, want it running`)));
	});
	return {child, url: `${url}/session`};
}
