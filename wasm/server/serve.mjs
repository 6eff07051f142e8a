/**
 * make serve: the pack server twice on this machine, natively and in workerd, with the
 * channels of one folder. Ctrl-C ends both. Needs make build and dist/server/app.wasm.
 *
 *   node wasm/server/serve.mjs [--dir dist/packs] [--port 8787] [--worker-port 8788]
 *                              [--puts N] [--only native | --only workerd] [--demo]
 *
 * With --demo it makes a channel and a key where the folder has none.
 */
import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {startWorkerd} from './workerd.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const {values: flags} = parseArgs({options: {
	dir: {type: 'string', default: path.join(root, 'dist/packs')},
	port: {type: 'string', default: '8787'},
	'worker-port': {type: 'string', default: '8788'},
	puts: {type: 'string'},
	only: {type: 'string'},
	demo: {type: 'boolean'},
}});
const tool = path.join(root, 'dist/circumspect');

/** The native server says by itself where it listens. */
function startNative() {
	const puts = flags.puts ? ['--puts', flags.puts] : [];
	const child = spawn(tool, ['serve', '--dir', flags.dir, '--listen', `127.0.0.1:${flags.port}`, ...puts],
		{stdio: ['ignore', 'inherit', 'inherit']});
	const ended = new Promise(resolve => child.once('exit', resolve));
	process.once('exit', () => child.kill('SIGTERM')); // also when this process fails
	return {ended, stop: () => (child.kill('SIGTERM'), ended)};
}

/** What a file of the folder says, undefined where there is none. */
function configuration(name) {
	const file = path.join(flags.dir, name);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A channel "staff" with a new key, which stays beside the folder: what is in it is public. */
function makeDemo() {
	mkdirSync(flags.dir, {recursive: true});
	const key = `${path.resolve(flags.dir)}-demo.key`;
	const told = existsSync(key) ? execFileSync(tool, ['pack', 'key', key]) : execFileSync(tool, ['pack', 'keygen', key.replace(/\.key$/u, '')]);
	const [, publicKey] = /^public key: (\S+)$/mu.exec(told.toString());
	writeFileSync(path.join(flags.dir, 'channels.json'), JSON.stringify({staff: [publicKey]}) + '\n');
	writeFileSync(path.join(flags.dir, 'checker.json'), JSON.stringify({channel: 'staff', organisation: 'ec'}) + '\n');
	console.log(`made channel staff with the key ${key}; to publish a house pack:
  dist/circumspect pack new my-unit --extends ec --id my-unit
  dist/circumspect pack compile my-unit -o my-unit.pack
  dist/circumspect pack sign my-unit.pack --key ${key} --channel staff --days 90 -o my-unit.envelope
  curl -H 'content-type: application/octet-stream' -T my-unit.envelope http://127.0.0.1:${flags.port}/v1/channels/staff`);
}

async function start() {
	if (flags.demo && !existsSync(path.join(flags.dir, 'channels.json'))) makeDemo();
	const channels = configuration('channels.json');
	if (!channels) throw new Error(`${flags.dir}: channels.json: got no file, want {"<channel>": ["<public key in base64>"]}`);
	const running = [];
	if (flags.only !== 'native') {
		const workerd = await startWorkerd({
			port: Number(flags['worker-port']), channels, checker: configuration('checker.json'), storage: path.join(flags.dir, 'kv'), puts: flags.puts && Number(flags.puts),
		});
		console.log(`serving at ${workerd.address} (workerd)`);
		running.push(workerd);
	}
	if (flags.only !== 'workerd') running.push(startNative());
	return running;
}

try {
	const running = await start();
	const interrupted = new Promise(resolve => ['SIGINT', 'SIGTERM'].forEach(signal => {
		process.removeAllListeners(signal); // miniflare's own end this process before it could wait for anything
		process.once(signal, resolve);
	}));
	await Promise.race([interrupted, ...running.map(({ended}) => ended).filter(Boolean)]);
	await Promise.all(running.map(({stop}) => stop()));
} catch (error) {
	console.error(`serve: ${error.message}`);
	process.exitCode = 1;
}
