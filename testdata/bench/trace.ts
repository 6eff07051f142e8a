/** A browser trace of one tab, and what it tells of our share in it. */
import type {Page} from '../../extension/browsers/browser';
import {ChromiumPage} from '../../extension/browsers/chromium-page';

/** What we read of an event of a trace; times in microseconds, `tdur` of the processor. */
interface TraceEvent {
	name: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	tdur?: number;
	id?: string;
	args: {data?: {url?: string; frame?: string; cpuProfile?: Profile; timeDeltas?: number[]; startTime?: number}};
}

interface Profile {
	nodes?: {id: number; parent?: number; callFrame: {functionName: string; url?: string; lineNumber?: number; columnNumber?: number}}[];
	samples?: number[];
}

/** What a tab did in a window of time. Work is the processor's time, which waiting for other programs does not lengthen. */
export interface Work {
	elapsedMs: number;
	/** Of the main thread, whoever caused it. */
	busyMs: number;
	/** Of our content script, with all the browser did for it meanwhile: style, layout, collecting garbage. */
	oursMs: number;
	/** Within ours: style and layout that were asked for, and looking for what is painted at a place. */
	layoutMs: number;
	hitTestsMs: number;
	/** Timers of ours that fired. */
	timers: number;
	/** Our functions by the time in themselves and what they call of the browser. */
	hot: {name: string; ms: number}[];
}

const categories = [
	'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-v8.cpu_profiler', 'blink.user_timing',
];
const layoutEvents = /^(?:UpdateLayoutTree|Layout|PrePaint)$/u;
const marks = {begin: 'bench-begin', end: 'bench-end'};

/** The tab's debugging protocol. */
export function protocolOf(page: Page): ChromiumPage['protocol'] {
	if (!(page instanceof ChromiumPage)) throw new Error('trace: page: got one without the protocol of Chromium, want a Chromium');
	return page.protocol;
}

/** Traces the tab while `during` runs. */
export async function trace(page: Page, during: () => Promise<void>): Promise<Work> {
	const protocol = protocolOf(page);
	const events: TraceEvent[] = [];
	const collect = ({value}: {value: unknown[]}) => events.push(...(value as TraceEvent[]));
	protocol.on('Tracing.dataCollected', collect);
	const complete = new Promise<unknown>(resolve => protocol.once('Tracing.tracingComplete', resolve));
	await protocol.send('Tracing.start', {transferMode: 'ReportEvents', traceConfig: {includedCategories: categories, excludedCategories: ['*']}});
	await page.evaluate((name: string) => void performance.mark(name), marks.begin);
	await during();
	await page.evaluate((name: string) => void performance.mark(name), marks.end);
	await protocol.send('Tracing.end');
	await complete;
	protocol.off('Tracing.dataCollected', collect);
	return workIn(events);
}

/** Reads the events between the two marks, on the thread that made them. */
function workIn(events: readonly TraceEvent[]): Work {
	const [begin, end] = [marks.begin, marks.end].map(name => events.find(event => event.name === name));
	if (!begin || !end) throw new Error('trace: marks: got none, want two');
	const onMain = events.filter(({pid, tid, ts}) => pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts <= end.ts);
	const tasks = onMain.filter(({name}) => name === 'RunTask');
	const calls = outermost(onMain.filter(isOurs));
	const sampled = samplesOf(events, begin, end).filter(({names}) => names.length > 0);
	// Promises are settled outside of any call that a trace tells of.
	const uncalled = sampled.filter(({ts}) => !calls.some(call => ts >= call.ts && ts <= call.ts + (call.dur ?? 0)));
	const inCalls = (kind: RegExp) => sum(outermost(onMain.filter(({name}) => kind.test(name))).filter(event => calls.some(call => within(event, call))).map(({tdur}) => tdur));
	const [busyUs, tookUs] = [sum(tasks.map(({tdur}) => tdur)), sum(tasks.map(({dur}) => dur))];
	const oursUs = sum(calls.map(({tdur}) => tdur)) + sum(uncalled.map(({us}) => us)) * (busyUs / Math.max(1, tookUs));
	return {
		elapsedMs: (end.ts - begin.ts) / 1000, busyMs: busyUs / 1000, oursMs: oursUs / 1000,
		layoutMs: inCalls(layoutEvents) / 1000, hitTestsMs: inCalls(/^HitTest$/u) / 1000,
		timers: onMain.filter(event => event.name === 'TimerFire' && calls.some(call => within(call, event))).length,
		hot: hottest(sampled),
	};
}

const sum = (numbers: readonly (number | undefined)[]): number => numbers.reduce<number>((total, one) => total + (one ?? 0), 0);

const within = (inner: TraceEvent, outer: TraceEvent): boolean => inner.ts >= outer.ts && inner.ts <= outer.ts + (outer.dur ?? 0);

const isOurUrl = (url: string | undefined): boolean => /^chrome-extension:.*\/content\.js$/u.test(url ?? '');

const isOurs = ({name, args}: TraceEvent): boolean => (name === 'FunctionCall' || name === 'EvaluateScript') && isOurUrl(args.data?.url);

/** Without the events that lie within another, so that none is counted twice. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
	const kept: TraceEvent[] = [];
	for (const event of events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
		const last = kept.at(-1);
		if (!last || !within(event, last)) kept.push(event);
	}
	return kept;
}

/** A look at the stack: how long since the one before, and our functions in it, innermost first. */
interface Sample {
	ts: number;
	us: number;
	names: readonly string[];
}

function samplesOf(events: readonly TraceEvent[], begin: TraceEvent, end: TraceEvent): Sample[] {
	const profile = events.find(({name, pid, tid}) => name === 'Profile' && pid === begin.pid && tid === begin.tid);
	const chunks = events.filter(({name, pid, id}) => name === 'ProfileChunk' && pid === begin.pid && id === profile?.id);
	const namesOf = readStacks(chunks);
	const samples: Sample[] = [];
	let ts = profile?.args.data?.startTime ?? 0;
	let before: readonly string[] = [];
	for (const {args: {data}} of chunks) {
		for (const [at, node] of (data?.cpuProfile?.samples ?? []).entries()) {
			const us = data?.timeDeltas?.[at] ?? 0;
			ts += us;
			// Garbage is collected on behalf of what ran just before.
			before = namesOf(node) ?? before;
			if (ts >= begin.ts && ts <= end.ts) samples.push({ts, us, names: before});
		}
	}
	return samples;
}

/** Gives our functions on the stack that a node stands for; null for the collector of garbage. */
function readStacks(chunks: readonly TraceEvent[]): (node: number) => readonly string[] | null {
	const nodes = new Map(chunks.flatMap(({args}) => args.data?.cpuProfile?.nodes ?? []).map(node => [node.id, node]));
	const known = new Map<number, readonly string[] | null>();
	const read = (id: number): readonly string[] | null => {
		const node = nodes.get(id);
		if (!node) return [];
		const {functionName, url, lineNumber, columnNumber} = node.callFrame;
		if (functionName === '(garbage collector)') return null;
		const outer = node.parent === undefined ? [] : namesOf(node.parent) ?? [];
		return isOurUrl(url) ? [functionName || `function at ${lineNumber}:${columnNumber}`, ...outer] : outer;
	};
	const namesOf = (id: number): readonly string[] | null => {
		if (!known.has(id)) known.set(id, read(id));
		return known.get(id) ?? null;
	};
	return namesOf;
}

const mostHot = 12;

function hottest(samples: readonly Sample[]): Work['hot'] {
	const times = new Map<string, number>();
	for (const {names, us} of samples) times.set(names[0]!, (times.get(names[0]!) ?? 0) + us / 1000);
	return [...times].map(([name, ms]) => ({name, ms})).sort((a, b) => b.ms - a.ms).slice(0, mostHot);
}
