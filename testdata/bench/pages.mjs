/** What the extension does in pages: the medians of the rounds, and their tables. */
import {median} from './spread.mjs';
import {print, shown} from './table.mjs';

const percent = (part, whole) => 100 * part / whole;

/** The rounds of each site and phase as one; shares in percent of the time that went by. */
export function mergeCost(measured) {
	const names = [...new Set(measured.map(({phase, site}) => `${phase} ${site}`))];
	return names.map(name => {
		const rounds = measured.filter(({phase, site}) => `${phase} ${site}` === name);
		const [ours, bare] = [true, false].map(extension => rounds.filter(one => one.extension === extension));
		const share = (list, part, whole) => median(list.map(one => percent(one[part], one[whole])));
		return {
			phase: rounds[0].phase, site: rounds[0].site, rounds: ours.length,
			bareBusy: share(bare, 'busyMs', 'elapsedMs'), busy: share(ours, 'busyMs', 'elapsedMs'),
			ours: share(ours, 'oursMs', 'elapsedMs'), oursLeast: Math.min(...ours.map(one => percent(one.oursMs, one.elapsedMs))),
			oursOfBusy: share(ours, 'oursMs', 'busyMs'), layout: share(ours, 'layoutMs', 'elapsedMs'), hits: share(ours, 'hitTestsMs', 'elapsedMs'),
			timers: Math.max(...ours.map(one => one.timers)), pace: median(ours.map(one => one.keys * 1000 / one.elapsedMs)),
			msAKey: median(ours.filter(({keys}) => keys > 0).map(one => one.oursMs / one.keys)),
			hot: hottest(ours),
		};
	});
}

const mostHot = 6;

/** Milliseconds in the second of a window, the median of the rounds. */
function hottest(rounds) {
	const names = [...new Set(rounds.flatMap(({hot}) => hot.map(({name}) => name)))];
	const perSecond = name => median(rounds.map(one => (one.hot.find(hot => hot.name === name)?.ms ?? 0) * 1000 / one.elapsedMs));
	return names.map(name => ({name, msPerSecond: perSecond(name)})).sort((a, b) => b.msPerSecond - a.msPerSecond).slice(0, mostHot);
}

const phaseNames = {untouched: 'no box focused', typing: '8 keys/s', left: 'box left'};

function printCost(cost, load) {
	if (cost.length === 0) return;
	print(`Percent of the main thread on a feed that adds 1,000 nodes a second (processor's time, medians of ${cost[0].rounds} rounds, Chromium; load ${load})`, [
		['page', 'busy without us', 'busy with us', 'ours', 'least', 'of busy', 'of ours: layout', 'hit tests', 'timers', 'keys/s', 'ms a key'],
		...cost.map(one => [
			`${one.site}, ${phaseNames[one.phase]}`, shown(one.bareBusy), shown(one.busy), shown(one.ours), shown(one.oursLeast),
			shown(one.oursOfBusy), shown(one.layout), shown(one.hits), one.timers, one.pace > 0 ? shown(one.pace) : '–', shown(one.msAKey),
		]),
	]);
	console.log('ours: what the content script runs and what the browser does for it meanwhile, such as layout it asks for. timers: ours that fired, the most of a round.\nA machine that is too busy for 8 keys/s lowers the share, not the time a key takes.');
	const typed = cost.filter(({phase}) => phase === 'typing');
	print('Where our time goes while typing, milliseconds a second', typed.map(({site, hot}) => [site, hot.map(({name, msPerSecond}) => `${name} ${shown(msPerSecond)}`).join(', ')]));
}

function printPresses(presses) {
	if (presses.length === 0) return;
	print('Ctrl+Enter after the last key of a post that ends with a warning, on X in Chromium', [
		['pressed', 'presses', 'newest text unanswered', 'warning passed', 'keys/s'],
		...presses.map(one => [one.way, one.presses, one.unanswered, one.passed, shown(one.pace)]),
	]);
	console.log('Typed at 25 keys/s where the machine can, four times as fast as people do; cold: the background was stopped before the last sentence.');
}

/** Prints what was measured in pages. */
export function printPages({cost, presses, load}) {
	printCost(cost, load);
	printPresses(presses);
}

/** The shares of the main thread that are wanted, beside the largest of the three sites. */
export function pageFigures({cost}) {
	const worst = phases => cost.filter(({phase}) => phases.includes(phase)).sort((a, b) => b.ours - a.ours)[0];
	const [idle, typing] = [worst(['untouched', 'left']), worst(['typing'])];
	const aside = one => one && `${one.site}, least ${shown(one.oursLeast)}, of what is busy ${shown(one.oursOfBusy)}`;
	return [
		{figure: 'content script, no box focused', most: 1, unit: '% of the main thread', measured: idle?.ours, aside: aside(idle)},
		{figure: 'content script, typing', most: 3, unit: '% of the main thread', measured: typing?.ours, aside: aside(typing)},
		{figure: 'timers while no box is focused', most: 0, unit: 'timers', measured: idle && Math.max(...cost.filter(({phase}) => phase !== 'typing').map(({timers}) => timers))},
	];
}
