import {useId, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ownVersion} from '../shared/browser.js';
import type {SettingName, Settings} from '../shared/fields.js';
import {counted, fill, type Texts} from '../shared/texts.js';
import {describe} from './describe.js';
import type {DoneThing} from './done.js';
import type {Mistake} from './json-file.js';
import {type Loaded, maxFileBytes, readSettingsFile} from './settings-file.js';
import {Mistakes, mistakeText} from './mistakes.js';

/** One setting a file would change. */
interface Change {
	name: string;
	label: string;
	from: string;
	to: string;
}

/** What came of a file. */
type Outcome = {file: string} & ({problem: string} | {mistakes: readonly string[]} | {loaded: Loaded; changes: readonly Change[]});

interface LoadProps {
	settings: Settings;
	store: (change: Partial<Settings>) => Promise<boolean>;
	done: (what: DoneThing) => void;
}

/** Loads settings from a file: checked wholly, shown, and stored only when the user agrees. */
export function LoadSettings({settings, store, done}: LoadProps) {
	const texts = useTexts();
	const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
	const open = async (file: File | undefined) => {
		if (file) setOutcome(await readFile(file, settings, texts));
	};
	const load = async ({settings: loaded}: Loaded) => {
		const names = Object.keys(loaded) as SettingName[];
		const before = Object.fromEntries(names.map(name => [name, settings[name]]));
		if (!await store(loaded)) return;
		setOutcome(undefined);
		done({text: texts.options.transfer.loaded, undo: () => store(before)});
	};
	return (
		<div class="stack">
			<FilePicker open={file => void open(file)} />
			<div role="status" class="stack">{outcome && <OutcomeOf {...{outcome}} load={loaded => void load(loaded)} close={() => setOutcome(undefined)} />}</div>
		</div>
	);
}

function FilePicker({open}: {open: (file: File | undefined) => void}) {
	const texts = useTexts().options.transfer;
	const id = useId();
	const [over, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		open(event.dataTransfer?.files[0]);
	};
	const drag = (event: DragEvent) => {
		event.preventDefault();
		setOver(true);
	};
	return (
		<div class={over ? 'stack drop over' : 'stack drop'} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
			<label class="label" for={id}>{texts.choose}</label>
			<p class="quiet" id={`${id}-about`}>{texts.drop}</p>
			<input id={id} type="file" accept=".json,application/json" aria-describedby={`${id}-about`} onChange={event => {
				open(event.currentTarget.files?.[0]);
				// The same file, mended, can be chosen again.
				event.currentTarget.value = '';
			}} />
		</div>
	);
}

/** Reads a file to the end and stores nothing. */
async function readFile(file: File, settings: Settings, texts: Texts): Promise<Outcome> {
	const own = texts.options.transfer;
	const name = file.name;
	if (file.size > maxFileBytes) return {file: name, problem: fill(own.tooBig, {file: name, size: Math.ceil(file.size / 1000), max: maxFileBytes / 1000})};
	try {
		const read = readSettingsFile(await file.text(), ownVersion());
		if ('mistakes' in read) return {file: name, mistakes: read.mistakes.map((mistake: Mistake) => mistakeText(name, mistake, texts))};
		return {file: name, loaded: read.loaded, changes: changesOf(settings, read.loaded, texts)};
	} catch (error) {
		return {file: name, problem: fill(own.unreadable, {file: name, reason: String(error)})};
	}
}

/** What loading would change, in words. */
function changesOf(settings: Settings, {settings: loaded, unknown}: Loaded, texts: Texts): Change[] {
	const known = (Object.entries(loaded) as [SettingName, unknown][]).filter(([name]) => !unknown.includes(name));
	return known.filter(([name, value]) => JSON.stringify(sorted(value)) !== JSON.stringify(sorted(settings[name])))
		.map(([name, value]) => ({name, label: texts.settings[name].label, from: describe(name, settings[name], texts), to: describe(name, value, texts)}));
}

/** The order of names does not matter. */
function sorted(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function OutcomeOf({outcome, load, close}: {outcome: Outcome; load: (loaded: Loaded) => void; close: () => void}) {
	const texts = useTexts().options.transfer;
	if ('problem' in outcome) return <p class="notice" role="alert">{outcome.problem}</p>;
	if ('mistakes' in outcome) return <Mistakes file={outcome.file} mistakes={outcome.mistakes} />;
	const {file, changes, loaded} = outcome;
	return (
		<>
			{changes.length === 0 ? <p>{fill(texts.same, {file})}</p> : <Preview file={file} changes={changes} />}
			{loaded.unknown.length > 0 && <p>{fill(texts.unknown, {names: loaded.unknown.join(', ')})}</p>}
			{loaded.leftOut.length > 0 && <p>{fill(texts.leftOut, {names: loaded.leftOut.join(', ')})}</p>}
			<div class="row">
				{changes.length + loaded.unknown.length > 0 && <button class="main" onClick={() => load(loaded)}>{texts.load}</button>}
				<button onClick={close}>{texts.cancel}</button>
			</div>
		</>
	);
}

function Preview({file, changes}: {file: string; changes: readonly Change[]}) {
	const texts = useTexts().options.transfer;
	return (
		<>
			<p>{fill(counted(texts.preview, changes.length), {file})}</p>
			<dl class="changes">
				{changes.map(({name, label, from, to}) => <div key={name}><dt>{label}</dt><dd>{fill(texts.change, {from, to})}</dd></div>)}
			</dl>
		</>
	);
}
