/** What was measured of the pack server: its tables, and the figures that are wanted. */
import {print, shown} from './table.mjs';

const find = (speeds, start) => speeds.find(({what}) => what.startsWith(start));

function printSpeeds(title, speeds) {
	print(title, [
		['answer', 'requests/s', 'processor ms', 'median ms', '95 % ms', 'bytes', 'pace beside bare', 'work beside bare'],
		...speeds.map(one => [one.what, shown(one.perSecond), shown(one.cpuMs), shown(one.p50), shown(one.p95), one.bytes, shown(one.pace), shown(one.work)]),
	]);
}

const remembered = ({requests, startMb, afterMb}) => `${shown(startMb)} MB, after ${requests.toLocaleString('en')} requests ${shown(afterMb)} MB`;

/** Prints what was measured. */
export function printServer({native, worker, envelopeBytes, workerBytes}) {
	printSpeeds(`Pack server, native, an envelope of ${envelopeBytes.toLocaleString('en')} bytes, 8 connections`, native.speeds);
	printSpeeds('Pack server in workerd, 4 connections; a Go program starts for each request', worker.speeds);
	console.log(`Resident memory: native ${remembered(native.memory)}; workerd ${remembered(worker.memory)}, bare hello in Go ${remembered(worker.bareMemory)}. Worker, gzip: ${shown(workerBytes / 1e6)} MB.`);
	const start = find(worker.speeds, 'bare hello in Go').cpuMs - find(worker.speeds, 'bare hello in JavaScript').cpuMs;
	console.log(`Starting any Go program costs ${shown(start)} ms of a worker's processor time. Cloudflare's free plan allows 10 ms a request, the paid one 30 s unless told otherwise.`);
}

/** Each wanted figure as the most it may be; see figures.mjs. */
export function serverFigures(server) {
	if (!server) return [];
	const {native: {speeds, memory}, worker, workerBytes} = server;
	const [, asked, , unchanged, large, newest] = speeds;
	// Wanted is a pace of 0.8 or more of the bare handler's: its own is then at most 1.25 times ours.
	const times = (bare, ours) => ({
		most: 1.25, unit: 'times our requests', measured: 1 / ours.pace,
		aside: `${shown(bare.perSecond)} and ${shown(ours.perSecond)} a second, ours is ${shown(ours.pace)} of it; processor's time ${shown(ours.work)} times`,
	});
	return [
		{figure: 'native, bare hello beside 304', ...times(asked, unchanged)},
		{figure: 'native, bare bytes beside newest envelope', ...times(large, newest)},
		{figure: 'native, memory after the requests', most: 64, unit: 'MB', measured: memory.afterMb},
		{figure: 'worker, processor for a 304 (the free plan has 10)', most: 10, unit: 'ms', measured: find(worker.speeds, 'not changed').cpuMs},
		{figure: 'worker, gzip', most: 3, unit: 'MB', measured: workerBytes / 1e6},
	];
}
