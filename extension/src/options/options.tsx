import {useEffect, useState} from 'preact/hooks';
import {SettingField} from '../page/fields.js';
import {useTexts} from '../page/mount.js';
import {ProfileAlarm} from '../page/profile-alarm.js';
import {type SettingsState, useSettings} from '../page/use-settings.js';
import type {Settings} from '../shared/fields.js';
import {fill} from '../shared/texts.js';
import {DeleteEverything} from './delete-everything.js';
import {Dismissed} from './dismissed.js';
import {Done, type DoneThing} from './done.js';
import {Contents, SearchBox} from './find.js';
import {LoadSettings} from './load-settings.js';
import {PackInUse} from './pack-in-use.js';
import {Reset} from './reset.js';
import {SaveSettings} from './save-settings.js';
import {type Found, search, type Section, sections, settingsOf, titleOf} from './search.js';

/** The options page: a way to find things, a section for each group of settings, then what can be taken back, saved and deleted. */
export function Options() {
	const texts = useTexts();
	const state = useSettings();
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
			<Head state={state} />
			<div class="find stack">
				<SearchBox {...{query, setQuery, found}} />
				<Contents found={found} />
			</div>
			<div class="stack">
				{sections.map(section => (
					<SectionPart key={section} {...{section, found, settings, state}} done={setDone} whole={query.trim() === ''} />
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

function Head({state}: {state: SettingsState}) {
	const texts = useTexts().options;
	return (
		<header class="stack">
			<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.title}</h1></div>
			<p>{texts.intro} <Saved state={state} /></p>
			{state.problem && <p class="notice problem" role="alert">{fill(texts.notSaved, {reason: state.problem})}</p>}
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
	done: (what: DoneThing) => void;
	/** False while something is sought: then only what was found is shown. */
	whole: boolean;
}

/** One section. What the search did not find is hidden, not taken away: it may hold what is being typed. */
function SectionPart(props: PartProps) {
	const {section, found, settings, state: {change}, whole} = props;
	const texts = useTexts();
	return (
		<section class="stack" id={section} aria-labelledby={`${section}-title`} hidden={!found.sections.has(section)}>
			<h2 id={`${section}-title`}>{titleOf(section, texts)}</h2>
			{settingsOf(section).map(name => (
				<div key={name} id={`setting-${name}`} hidden={!found.settings.has(name)}>
					{name === 'bioMonths' ? <ProfileAlarm {...{settings, change}} /> : <SettingField {...{name, settings, change}} />}
				</div>
			))}
			{section === 'you' && whole && <PackInUse />}
			<Rest {...props} />
		</section>
	);
}

/** What a section holds besides settings. */
function Rest({section, settings, state: {store}, done}: PartProps) {
	switch (section) {
		case 'dismissed': return <Dismissed done={done} />;
		case 'file': return <><SaveSettings settings={settings} /><LoadSettings {...{settings, store, done}} /></>;
		case 'start': return <><Reset {...{settings, store, done}} /><DeleteEverything {...{settings, done}} /></>;
		default: return null;
	}
}
