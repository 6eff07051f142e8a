import {useEffect, useState} from 'preact/hooks';
import {SettingField} from '../page/fields.js';
import {addedApps} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import {ProfileAlarm} from '../page/profile-alarm.js';
import {usePolicy} from '../page/use-policy.js';
import {type SettingsState, useSettings} from '../page/use-settings.js';
import {useStatus} from '../page/use-status.js';
import type {SettingName, Settings} from '../shared/fields.js';
import type {Policy} from '../shared/policy.js';
import type {AnswerTo} from '../shared/protocol.js';
import {fill} from '../shared/texts.js';
import {DeleteEverything} from './delete-everything.js';
import {Dismissed} from './dismissed.js';
import {Done, type DoneThing} from './done.js';
import {Contents, SearchBox} from './find.js';
import {HousePack} from './house-pack.js';
import {LoadSettings} from './load-settings.js';
import {PackInUse} from './pack-in-use.js';
import {LockedField, PolicyNote, PolicyProblems} from './policy-note.js';
import {Reset} from './reset.js';
import {SaveSettings} from './save-settings.js';
import {type Found, search, type Section, sections, settingsOf, titleOf} from './search.js';

/** The options page: a way to find things, a section for each group of settings, then what can be taken back, saved and deleted. */
export function Options() {
	const texts = useTexts();
	const state = useSettings();
	const policy = usePolicy();
	const status = useStatus();
	const [done, setDone] = useState<DoneThing | undefined>(undefined);
	const [query, setQuery] = useState('');
	const {settings, problem} = state;
	useEffect(() => (settings ? goToAnchor() : undefined), [settings !== undefined]);
	// What is found may stand above the place the reader has scrolled to.
	useEffect(() => (query.trim() ? scrollTo(0, 0) : undefined), [query]);
	if (!settings) {
		return <div class="stack">{problem
			? <p class="notice" role="alert">{fill(texts.options.unreadable, {reason: problem})}</p>
			: <p class="quiet" role="status">{texts.options.loading}</p>}</div>;
	}
	const found = search(query, texts);
	return (
		<div class="page">
			<Head state={state} policy={policy} />
			<div class="find stack">
				<SearchBox {...{query, setQuery, found}} />
				<Contents found={found} />
			</div>
			<div class="stack">
				{sections.map(section => (
					<SectionPart key={section} {...{section, found, settings, state, policy, status}} done={setDone} whole={query.trim() === ''} />
				))}
			</div>
			{done && <Done key={done.text} {...done} close={() => setDone(undefined)} />}
		</div>
	);
}

/** Goes to the section or setting that the address names: it was not there yet when the browser looked. */
function goToAnchor(): void {
	const target = document.getElementById(location.hash.slice(1));
	target?.scrollIntoView();
	target?.querySelector<HTMLElement>('input, select, textarea, button, summary')?.focus({preventScroll: true});
}

function Head({state, policy}: {state: SettingsState; policy: Policy}) {
	const texts = useTexts().options;
	return (
		<header class="stack">
			<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.title}</h1></div>
			<p>{texts.intro} <Saved state={state} /></p>
			{state.problem && <p class="notice problem" role="alert">{fill(texts.notSaved, {reason: state.problem})}</p>}
			<PolicyProblems policy={policy} />
		</header>
	);
}

/** Says, also to screen readers, that a change was kept. */
function Saved({state: {saved, problem}}: {state: SettingsState}) {
	const texts = useTexts().options;
	return <strong role="status">{saved > 0 && !problem && <span key={saved}>{texts.saved}</span>}</strong>;
}

interface PartProps {
	section: Section;
	found: Found;
	settings: Settings;
	state: SettingsState;
	policy: Policy;
	/** Undefined until the background has answered. */
	status: AnswerTo<'status'> | undefined;
	done: (what: DoneThing) => void;
	/** False while something is sought: then only what was found is shown. */
	whole: boolean;
}

/** One section. What the search did not find is hidden, not taken away: it may hold what is being typed. */
function SectionPart(props: PartProps) {
	const {section, found, whole} = props;
	const texts = useTexts();
	return (
		<section class="stack" id={section} aria-labelledby={`${section}-title`} hidden={!found.sections.has(section)}>
			<h2 id={`${section}-title`}>{titleOf(section, texts)}</h2>
			{section !== 'channel' && settingsOf(section).map(name => (
				<div key={name} class="stack" id={`setting-${name}`} hidden={!found.settings.has(name)}><Setting {...props} name={name} /></div>
			))}
			{section === 'you' && whole && <PackInUse status={props.status} />}
			<Rest {...props} />
		</section>
	);
}

/** One setting, with what the organisation has said of it. */
function Setting({name, settings, state: {change}, policy, status}: PartProps & {name: SettingName}) {
	const texts = useTexts().house.settings;
	const apps = addedApps(name, settings, status?.ok ? status.value.pack : null);
	if (policy.locked.includes(name)) return <LockedField {...{name, settings}} />;
	return (
		<>
			{name === 'bioMonths' ? <ProfileAlarm {...{settings, change}} /> : <SettingField {...{name, settings, change}} />}
			{apps.length > 0 && <p class="quiet">{fill(texts.apps, {names: apps.join(', ')})}</p>}
			<PolicyNote {...{name, settings, policy, change}} />
		</>
	);
}

/** What a section holds besides settings. */
function Rest({section, settings, state: {store, change}, policy, status, done}: PartProps) {
	switch (section) {
		case 'channel': return <HousePack {...{settings, policy, status, change, store, done}} />;
		case 'dismissed': return <Dismissed done={done} />;
		case 'file': return <><SaveSettings settings={settings} /><LoadSettings {...{settings, store, done}} /></>;
		case 'start': return <><Reset {...{settings, store, done}} /><DeleteEverything {...{settings, done}} /></>;
		default: return null;
	}
}
