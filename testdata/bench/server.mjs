/**
 * The pack server under load, beside handlers that only greet: natively and in workerd, in turns,
 * so that what else the machine does meets all alike. Processor's time is read from /proc (Linux).
 */
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {Miniflare} from 'miniflare';
import {startWorkerd} from '../../wasm/server/workerd.mjs';
import {out, root, run, wasmEnv} from './prepare.mjs';
import {median} from './spread.mjs';

const tool = path.join(root, 'dist/circumspect');
const bench = path.join(out, 'server');
const channel = '/v1/channels/staff';
/** Of the envelope: some 5,000 terms and their rules. */
const envelopeBytes = 100_000;
const ticksPerSecond = 100;

/** The programs that only the measurement needs. */
function build() {
	run('go', ['build', '-o', bench, './testdata/bench/server']);
	const hello = path.join(out, 'hello-worker');
	run('go', ['run', 'github.com/syumai/workers/cmd/workers-assets-gen', '-mode=go', '-o', hello]);
	run('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', path.join(hello, 'app.wasm'), './testdata/bench/server/hello-worker'], {env: wasmEnv});
	return hello;
}

/** Starts a program that says where it serves. */
function start(program, args) {
	const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'inherit']});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', status => reject(new Error(`${program}: status: got ${status}, want it to serve`)));
		child.stdout.once('data', line => resolve({
			address: /http:\/\/(\S+)/u.exec(String(line))[1], pid: child.pid, stop: () => child.kill(),
		}));
	});
}

/** A worker of miniflare's, with the process that runs it. */
async function startWorker(starting) {
	const before = new Set(children());
	const {address, stop} = await starting();
	return {address: new URL(address).host, pid: children().find(pid => !before.has(pid)), stop};
}

function children() {
	return readdirSync('/proc').filter(name => /^\d+$/u.test(name)).filter(pid => {
		try {
			return Number(statOf(pid)[1]) === process.pid && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('workerd');
		} catch {
			return false; // it ended meanwhile
		}
	});
}

/** The fields of /proc/PID/stat behind the name, from the state on. */
const statOf = pid => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /su, '').split(' ');

const cpuMs = pid => (Number(statOf(pid)[11]) + Number(statOf(pid)[12])) * 1000 / ticksPerSecond;

const residentMb = pid => Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1e3;

/** Asks a server for a while. */
async function load({server, path: asked = '/', header = '', status = '200'}, limits) {
	const before = cpuMs(server.pid);
	const args = ['load', '--address', server.address, '--path', asked, '--header', header, '--status', status];
	const answered = await new Promise((resolve, reject) => {
		const child = spawn(bench, [...args, ...Object.entries(limits).flatMap(([name, value]) => [`--${name}`, String(value)])], {stdio: ['ignore', 'pipe', 'inherit']});
		let text = '';
		child.stdout.on('data', data => { text += data; });
		child.once('exit', code => code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`load ${asked}: got status ${code}, want 0`)));
	});
	return {...answered, cpuMs: (cpuMs(server.pid) - before) / answered.requests, perSecond: answered.requests / answered.seconds};
}

/** Every case in turns, so many rounds of so many seconds; the medians of each, and of its pace beside that of `beside` in the same round. */
async function inTurns(cases, rounds, seconds, connections) {
	const measured = cases.map(() => []);
	for (let round = 0; round < rounds; round++) {
		for (const [at, one] of cases.entries()) measured[at].push(await load(one, {seconds, connections}));
	}
	const middle = (list, field) => median(list.map(one => one[field]));
	/** What a case takes of a field as a share of what its bare one takes in the same round. */
	const share = ({beside}, at, field) => {
		const bare = measured[cases.findIndex(({what}) => what === beside)];
		return bare && median(measured[at].map((one, round) => one[field] / bare[round][field]));
	};
	return cases.map((one, at) => ({
		what: one.what, pace: share(one, at, 'perSecond'), work: share(one, at, 'cpuMs'),
		bytes: measured[at][0].bytes, requests: measured[at].reduce((sum, {requests}) => sum + requests, 0),
		...Object.fromEntries(['perSecond', 'cpuMs', 'p50', 'p95'].map(field => [field, middle(measured[at], field)])),
	}));
}

/** Asks many times and says how much memory the server holds before and after. */
async function memory(one, requests) {
	await load(one, {requests: Math.min(requests, 500), seconds: 60});
	const startMb = residentMb(one.server.pid);
	const {requests: asked} = await load(one, {requests, seconds: 3600});
	return {requests: asked, startMb, afterMb: residentMb(one.server.pid)};
}

async function publish(address, dir) {
	const answer = await fetch(`http://${address}${channel}`, {
		method: 'PUT', headers: {'content-type': 'application/octet-stream'}, body: readFileSync(path.join(dir, 'staff.envelope')),
	});
	if (answer.status !== 201) throw new Error(`publish: got ${answer.status} ${await answer.text()}, want 201`);
	const head = await fetch(`http://${address}${channel}`, {method: 'HEAD', headers: {'accept-encoding': 'gzip'}});
	return {etag: head.headers.get('etag'), length: Number(head.headers.get('content-length'))};
}

async function measureNative(dir, {rounds, seconds, requests}) {
	const server = await start(tool, ['serve', '--dir', dir, '--listen', '127.0.0.1:0', '--page', path.join(dir, 'none')]);
	const {etag, length} = await publish(server.address, dir);
	const bare = await start(bench, ['hello', '--bytes', String(length)]);
	const limited = await start(bench, ['hello', '--limits']);
	try {
		const cases = [
			{what: 'bare hello', server: bare},
			// A greeting costs more, too, where the request has one more header.
			{what: 'bare, same request', server: bare, header: `If-None-Match: ${etag}`},
			// What it costs to cut off who is too slow.
			{what: 'bare, our time limits', beside: 'bare, same request', server: limited, header: `If-None-Match: ${etag}`},
			{what: 'not changed (304)', beside: 'bare, same request', server, path: channel, header: `If-None-Match: ${etag}`, status: '304'},
			{what: 'bare, as many bytes', server: bare, path: '/large'},
			{what: 'newest envelope, gzip', beside: 'bare, as many bytes', server, path: channel, header: 'Accept-Encoding: gzip'},
		];
		// Short turns: each meets what the machine does at that moment.
		const speeds = await inTurns(cases, 4 * rounds, seconds / 4, 8);
		return {speeds, memory: await memory(cases.at(-1), requests)};
	} finally {
		[server, bare, limited].forEach(one => one.stop());
	}
}

const script = 'export default {fetch() { return new Response("hello\\n"); }}';

function helloWorker(settings) {
	return async () => {
		const worker = new Miniflare({host: '127.0.0.1', port: 0, cf: false, compatibilityDate: '2026-04-01', modules: true, ...settings});
		return {address: String(await worker.ready), stop: () => worker.dispose()};
	};
}

async function measureWorker(dir, hello, {rounds, seconds, requests}) {
	const channels = JSON.parse(readFileSync(path.join(dir, 'channels.json'), 'utf8'));
	const server = await startWorker(() => startWorkerd({channels}));
	const bare = await startWorker(helloWorker({script}));
	const bareGo = await startWorker(helloWorker({
		modulesRoot: hello, scriptPath: path.join(hello, 'worker.mjs'),
		modulesRules: [{type: 'ESModule', include: ['**/*.js', '**/*.mjs']}, {type: 'CompiledWasm', include: ['**/*.wasm']}],
	}));
	try {
		const {etag} = await publish(server.address, dir);
		const cases = [
			{what: 'bare hello in JavaScript', server: bare},
			{what: 'bare hello in Go', server: bareGo},
			{what: 'not changed (304)', server, path: channel, header: `If-None-Match: ${etag}`, status: '304'},
			{what: 'newest envelope, as it is', server, path: channel},
			{what: 'newest envelope, gzip', server, path: channel, header: 'Accept-Encoding: gzip'},
			{what: 'newest envelope, brotli', server, path: channel, header: 'Accept-Encoding: br'},
		];
		const speeds = await inTurns(cases, rounds, seconds, 4);
		// What a worker's memory grows by may be the host's: a Go program that only greets is asked as often.
		return {speeds, memory: await memory(cases[2], requests), bareMemory: await memory(cases[1], requests)};
	} finally {
		await Promise.all([server, bare, bareGo].map(one => one.stop()));
	}
}

const packedBytes = folder => readdirSync(folder).reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0);

/** Measures everything. `requests` and `workerRequests` are how many memory is looked at after. */
export async function measureServer({rounds, seconds, requests, workerRequests}) {
	mkdirSync(out, {recursive: true});
	const hello = build();
	const dir = mkdtempSync(path.join(tmpdir(), 'bench-packs-'));
	try {
		run(bench, ['envelope', '--dir', dir, '--bytes', String(envelopeBytes)]);
		return {
			envelopeBytes: statSync(path.join(dir, 'staff.envelope')).size,
			workerBytes: packedBytes(path.join(root, 'dist/server')),
			native: await measureNative(dir, {rounds, seconds, requests}),
			worker: await measureWorker(dir, hello, {rounds, seconds, requests: workerRequests}),
		};
	} finally {
		rmSync(dir, {recursive: true, force: true});
	}
}
