/** The pack server itself, as an organisation runs it on its own machine. */
import {spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

export interface NativeServer {
	/** Where it is, with a slash at the end. */
	address: string;
	/** As the gateway knows it. */
	host: string;
	/** Ends it; what it held is deleted. */
	stop(): Promise<void>;
}

/** Starts `circumspect serve` with one channel, whose pack judges on the checker page in `page`. */
export async function serveNatively(page: string, key: {public: string}): Promise<NativeServer> {
	const folder = await mkdtemp(path.join(tmpdir(), 'circumspect-packs-'));
	await writeFile(path.join(folder, 'channels.json'), JSON.stringify({staff: [key.public]}));
	await writeFile(path.join(folder, 'checker.json'), JSON.stringify({channel: 'staff', organisation: 'ec'}));
	const child = spawn(path.resolve('dist/circumspect'), ['serve', '--dir', folder, '--page', page, '--listen', '127.0.0.1:0'], {stdio: ['ignore', 'pipe', 'pipe']});
	const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
	const host = await new Promise<string>((resolve, reject) => {
		let said = '';
		const hear = (piece: Buffer) => {
			said += String(piece);
			const [, listens] = /serving at http:\/\/(\S+)/u.exec(said) ?? [];
			if (listens) resolve(listens);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		void ended.then(() => reject(new Error(`serve: got ${said}, want it serving`)));
	});
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
		await rm(folder, {recursive: true, force: true});
	};
	return {address: `http://${host}/`, host, stop};
}
