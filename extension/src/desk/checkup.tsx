import {useRef, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import './checkup.css';
import {openOptions} from '../shared/browser.js';
import {type CheckupProgress, itemStates, type ItemState, withMark, withoutMarks} from '../shared/checkup.js';
import type {PackInfo} from '../shared/finding.js';
import {counted, fill} from '../shared/texts.js';
import {CheckupPoint} from './checkup-point.js';
import {type ProgressState, useProgress} from './checkup-progress.js';
import type {ToolProps} from './tool.js';

/** What no text shows: a list to go through now and then, as the organisation's guidelines make it. */
export function Checkup({pack, settings}: ToolProps) {
	const texts = useTexts().checkup;
	const state = useProgress();
	if (!settings.org) return <NoOrganisation />;
	if (!pack || (!state.progress && !state.unreadable)) return <p class="quiet" role="status">{texts.loading}</p>;
	if (pack.checkup.length === 0) return <p>{texts.empty}</p>;
	return (
		<>
			<p>{texts.intro}</p>
			{state.unreadable && <p class="notice" role="alert">{fill(texts.unreadable, {reason: state.unreadable})}</p>}
			{state.progress && <List pack={pack} state={state} progress={state.progress} />}
		</>
	);
}

function NoOrganisation() {
	const texts = useTexts().checkup;
	return (
		<>
			<p>{texts.noOrg}</p>
			<div><button onClick={() => void openOptions()}>{texts.options}</button></div>
		</>
	);
}

function List({pack, state, progress}: {pack: PackInfo; state: ProgressState; progress: CheckupProgress}) {
	const texts = useTexts().checkup;
	const points = itemStates(pack, progress);
	return (
		<>
			<Summary points={points} />
			{state.notKept && (
				<div class="notice row apart" role="alert">
					<span>{fill(texts.notKept, {reason: state.notKept})}</span>
					<button onClick={state.again}>{texts.again}</button>
				</div>
			)}
			<ol class="points stack plain-list">
				{points.map(point => (
					<CheckupPoint key={point.item.id} point={point} pack={pack}
						mark={value => state.change(before => withMark(pack, before, point.item.id, value))} />
				))}
			</ol>
			<StartAgain pack={pack} state={state} />
		</>
	);
}

/** How far the user is, in words; it says nothing of how well. */
function Summary({points}: {points: readonly ItemState[]}) {
	const texts = useTexts().checkup;
	const skipped = points.filter(({mark}) => mark === 'skip').length;
	const looked = points.filter(({mark}) => mark !== undefined).length - skipped;
	const news = points.filter(point => point.news).length;
	return (
		<>
			{news > 0 && <p class="notice">{counted(texts.news, news)}</p>}
			<p role="status">
				<strong>{fill(texts.progress, {looked, all: points.length - skipped})}</strong>
				{skipped > 0 && ` ${counted(texts.notForYou, skipped)}`}
			</p>
		</>
	);
}

/** Takes all ticks back, and offers to take that back. */
function StartAgain({pack, state}: {pack: PackInfo; state: ProgressState}) {
	const texts = useTexts().checkup;
	const [before, setBefore] = useState<CheckupProgress | undefined>(undefined);
	const start = useRef<HTMLButtonElement>(null);
	const reset = () => state.change(progress => {
		setBefore(progress);
		return withoutMarks(pack, progress);
	});
	const undo = () => {
		const {[pack.id]: marks} = before ?? {};
		setBefore(undefined);
		if (marks) state.change(progress => ({...progress, [pack.id]: marks}));
		start.current?.focus();
	};
	return (
		<div class="row">
			<button ref={start} onClick={reset}>{texts.reset}</button>
			<span role="status">{before && texts.resetDone}</span>
			{before && <button onClick={undo}>{texts.undo}</button>}
		</div>
	);
}
