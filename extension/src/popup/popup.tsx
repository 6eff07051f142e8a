import {useTexts} from '../page/mount.js';
import {Pack} from '../page/pack.js';
import {TryBox} from '../page/try-box.js';
import {useSettings} from '../page/use-settings.js';
import {useStatus} from '../page/use-status.js';
import {openOptions, openPage} from '../shared/browser.js';
import type {StatusAnswer} from '../shared/protocol.js';
import {fill} from '../shared/texts.js';
import {ThisTab} from './this-tab.js';

/** The popup: a box to check any text, whether this tab is watched, and what judges. */
export function Popup() {
	const texts = useTexts();
	const {settings, problem, change} = useSettings();
	const status = useStatus();
	return (
		<div class="stack">
			<header class="row apart">
				<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.popup.title}</h1></div>
				<button class="plain" onClick={() => void openOptions()}>{texts.popup.options}</button>
			</header>
			{problem && <p class="notice" role="alert">{fill(texts.options.notSaved, {reason: problem})}</p>}
			{settings && !settings.org && <NoOrganisation />}
			{status && !status.ok && <p class="notice" role="alert">{fill(texts.engine.off, {reason: texts.reasons[status.reason]})}</p>}
			{settings?.org && <TryBox label={texts.popup.text} placeholder={texts.popup.placeholder} rows={5} focused />}
			{status?.ok && settings?.org && <Troubles status={status.value} />}
			{settings && <ThisTab settings={settings} change={change} />}
			{status?.ok && settings?.org && status.value.pack && <div class="part"><Pack pack={status.value.pack} /></div>}
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
