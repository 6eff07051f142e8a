import {CheckupNews} from '../page/checkup-news.js';
import {HouseNews} from '../page/house-news.js';
import {useTexts} from '../page/mount.js';
import {Pack} from '../page/pack.js';
import {useSettings} from '../page/use-settings.js';
import {useStatus} from '../page/use-status.js';
import {openOptions, openPage} from '../shared/browser.js';
import type {StatusAnswer} from '../shared/protocol.js';
import {fill} from '../shared/texts.js';
import {Check} from './check.js';
import {HouseLine} from './house-line.js';
import {ThisTab} from './this-tab.js';
import {Keys} from './tools.js';
import {useHanded} from './use-handed.js';

/** The popup: a box to check any text, whether this tab is watched, and what judges. */
export function Popup() {
	const texts = useTexts();
	const {settings, problem, change} = useSettings();
	const status = useStatus();
	const handed = useHanded();
	const {pack, channel} = status?.ok ? status.value : {pack: null, channel: null};
	return (
		<div class="stack">
			<header class="row apart">
				<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.popup.title}</h1></div>
				<button class="plain" onClick={() => void openOptions()}>{texts.popup.options}</button>
			</header>
			{!settings && !problem && <p class="quiet" role="status">{texts.options.loading}</p>}
			{problem && <p class="notice" role="alert">{fill(texts.options.notSaved, {reason: problem})}</p>}
			{settings && !settings.org && <NoOrganisation />}
			{status && !status.ok && <p class="notice" role="alert">{fill(texts.engine.off, {reason: texts.reasons[status.reason]})}</p>}
			{settings?.org && handed !== 'waiting' && <Check handed={handed} pack={pack} />}
			{status?.ok && settings?.org && <Troubles status={status.value} />}
			{settings?.org && <HouseLine channel={channel} />}
			{settings?.org && <HouseNews channel={channel} />}
			{settings?.org && pack && <CheckupNews pack={pack} open={() => void openPage('desk.html#checkup')} />}
			{settings && <ThisTab settings={settings} change={change} />}
			{settings?.org && pack && <details class="part"><summary class="quiet">{texts.pack.title}</summary><Pack pack={pack} /></details>}
			<div class="part"><Keys /></div>
		</div>
	);
}

function NoOrganisation() {
	const texts = useTexts().popup;
	return (
		<div class="notice stack">
			<p>{texts.noOrg}</p>
			<div><button class="main" onClick={() => void openPage('welcome.html')}>{texts.chooseOrg}</button></div>
		</div>
	);
}

/** What keeps the texts from being judged by the pack that was chosen. */
function Troubles({status: {engine, reason = '', packProblem}}: {status: StatusAnswer}) {
	const texts = useTexts();
	if (engine === 'starting') return <p class="quiet" role="status">{texts.engine.starting}</p>;
	if (engine === 'off') return <p class="notice" role="alert">{fill(texts.engine.off, {reason})}</p>;
	return packProblem ? <p class="notice" role="alert">{fill(texts.pack.problem, {reason: packProblem})}</p> : null;
}
