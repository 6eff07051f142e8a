import {useEffect, useState} from 'preact/hooks';
import {JudgeContext} from '../page/judge.js';
import {useTexts} from '../page/mount.js';
import type {Settings} from '../shared/fields.js';
import {initialSettings} from '../shared/settings.js';
import {Box} from './box.js';
import {type ChannelFile, fetchChannelFile, withChannel} from './channel-file.js';
import {Judging} from './judging.js';
import {keepOffline} from './offline.js';
import type {Standing} from './orders.js';
import {recall, remember} from './remembered.js';
import type {Thread} from './thread.js';
import {You} from './you.js';

/** The checker as a page of its own: who writes, a box for a text, what is found, and what judges. */
export function CheckerPage({thread}: {thread: Thread}) {
	const {checkerPage: texts} = useTexts();
	const file = useChannelFile();
	const {settings, change, kept, keep} = useChoices(file);
	const standing = useStanding(thread, settings, file);
	return (
		<JudgeContext.Provider value={thread}>
			<div class="stack">
				<header class="stack">
					<div class="row"><img class="mark" src="icons/48.png" alt="" /><h1>{texts.title}</h1></div>
					<p>{texts.intro}</p>
					<p class="quiet">{texts.private}</p>
				</header>
				{settings && <You {...{settings, change, kept, keep}} />}
				{settings && (settings.org ? <Box pack={standing?.pack ?? null} /> : <p class="quiet">{texts.choose}</p>)}
				{settings?.org && <Judging standing={standing} file={file ?? null} org={settings.org} />}
				<footer class="stack quiet"><p>{texts.extension}</p><Offline /></footer>
			</div>
		</JudgeContext.Provider>
	);
}

/** What the server says of its organisation; undefined until it has. */
function useChannelFile(): ChannelFile | string | null | undefined {
	const [file, setFile] = useState<ChannelFile | string | null | undefined>(undefined);
	useEffect(() => void fetchChannelFile().then(setFile), []);
	return file;
}

/** The visitor's choices: those kept at an earlier visit, or else the organisation of the server. */
function useChoices(file: ChannelFile | string | null | undefined) {
	const [settings, setSettings] = useState<Settings | undefined>(recall);
	const [kept, setKept] = useState<'no' | 'yes' | 'failed'>(settings ? 'yes' : 'no');
	useEffect(() => {
		if (file === undefined || settings) return;
		setSettings({...initialSettings(), org: file && typeof file !== 'string' ? file.organisation : ''});
	}, [file]);
	const change = (part: Partial<Settings>) => {
		const now = {...initialSettings(), ...settings, ...part};
		setSettings(now);
		if (kept !== 'no') setKept(remember(now) ? 'yes' : 'failed');
	};
	const keep = (wanted: boolean) => {
		const worked = remember(wanted ? settings : undefined);
		setKept(wanted ? (worked ? 'yes' : 'failed') : 'no');
	};
	return {settings, change, kept, keep};
}

/** Has the thread judge by the choices, and tells how things stand; undefined until it is known. */
function useStanding(thread: Thread, settings: Settings | undefined, file: ChannelFile | string | null | undefined): Standing | undefined {
	const [standing, setStanding] = useState<Standing | undefined>(undefined);
	useEffect(() => thread.onStanding(setStanding), []);
	useEffect(() => {
		if (settings?.org && file !== undefined) void thread.use(withChannel(settings, file));
	}, [settings, file]);
	return standing;
}

/** Keeps the page for visits without a connection, and says whether that worked. */
function Offline() {
	const {checkerPage: {offline: texts}} = useTexts();
	const [kept, setKept] = useState<boolean | undefined>(undefined);
	useEffect(() => void keepOffline().then(setKept), []);
	return <p role="status">{kept !== undefined && (kept ? texts.kept : texts.not)}</p>;
}
