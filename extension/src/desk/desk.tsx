import type {ComponentType} from 'preact';
import {useEffect} from 'preact/hooks';
import {CheckupNews} from '../page/checkup-news.js';
import {useTexts} from '../page/mount.js';
import {useSettings} from '../page/use-settings.js';
import {useStatus} from '../page/use-status.js';
import {fill} from '../shared/texts.js';
import {type DeskTool, deskTools} from './address.js';
import {Ask} from './ask.js';
import {Checkup} from './checkup.js';
import {Correction} from './correction.js';
import {Publication} from './publication.js';
import {Record} from './record.js';
import type {ToolProps} from './tool.js';
import {useDesk} from './use-desk.js';

const components: {[T in DeskTool]: ComponentType<ToolProps>} = {
	ask: Ask, publication: Publication, correction: Correction, record: Record, checkup: Checkup,
};

/** The desk: what one needs around a post, a tool at a time. */
export function Desk() {
	const texts = useTexts();
	const {tool: current, handed, lost, problem} = useDesk();
	const {settings, problem: unreadable} = useSettings();
	const status = useStatus();
	const pack = status?.ok ? status.value.pack : null;
	const title = texts.desk.titles[current];
	useEffect(() => {
		document.title = fill(texts.desk.windowTitle, {title});
	}, [title]);
	return (
		<div class="stack">
			<header class="stack">
				<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.desk.title}</h1></div>
				<p>{texts.desk.intro}</p>
				<Tools current={current} />
				{pack && settings?.org && current !== 'checkup' && <CheckupNews pack={pack} open={() => { location.hash = 'checkup'; }} />}
			</header>
			{unreadable && !settings && <p class="notice" role="alert">{fill(texts.options.unreadable, {reason: unreadable})}</p>}
			{problem && <p class="notice" role="alert">{fill(texts.desk.notFetched, {reason: texts.reasons[problem]})}</p>}
			{lost && <p class="notice" role="alert">{texts.desk.lost}</p>}
			{handed === undefined || !settings
				? !unreadable && <p class="quiet" role="status">{texts.desk.loading}</p>
				: deskTools.map(tool => <Section key={tool} tool={tool} shown={tool === current} props={{handed, pack, settings}} />)}
		</div>
	);
}

function Tools({current}: {current: DeskTool}) {
	const texts = useTexts().desk;
	return (
		<nav aria-label={texts.tools}>
			<ul class="tools plain-list">
				{deskTools.map(tool => (
					<li key={tool}><a href={`#${tool}`} aria-current={tool === current ? 'page' : undefined}>{texts.titles[tool]}</a></li>
				))}
			</ul>
		</nav>
	);
}

/** Tools that are not shown stay as they are, so that nothing typed is lost on the way to another. */
function Section({tool, shown, props}: {tool: DeskTool; shown: boolean; props: ToolProps}) {
	const Component = components[tool];
	const texts = useTexts().desk;
	return (
		<section class="stack tool" hidden={!shown} aria-labelledby={`${tool}-title`}>
			<h2 id={`${tool}-title`}>{texts.titles[tool]}</h2>
			<Component {...props} />
		</section>
	);
}
