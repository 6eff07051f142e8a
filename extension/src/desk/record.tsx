import {useId, useState} from 'preact/hooks';
import {addedApps} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import './record.css';
import {fill} from '../shared/texts.js';
import {type MessageRecord, zoneInWords} from './record-file.js';
import {blankMessage, fromPage, type RecordMessage} from './record-message.js';
import {RecordMessages} from './record-messages.js';
import {RecordQuestions} from './record-questions.js';
import {RecordSave} from './record-save.js';
import type {ToolProps} from './tool.js';

/** A record of direct messages: whether they need one, which to keep, and the files. All of it lives on this page only. */
export function Record({handed, pack, settings}: ToolProps) {
	const texts = useTexts();
	const [messages, setMessages] = useState<readonly RecordMessage[]>(() => handed?.messages?.map(fromPage) ?? [blankMessage(0)]);
	const [about, setAbout] = useState(() => ({
		site: handed && handed.site !== 'none' ? texts.sites[handed.site] : '',
		participants: namesOf(handed?.participants ?? []).join('\n'),
		reason: '',
		remark: '',
	}));
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const kept = messages.filter(({keep, text}) => keep && text.trim() !== '');
	const record = (): MessageRecord => ({
		site: about.site.trim(), reason: about.reason.trim(), remark: about.remark.trim(), messages: kept,
		participants: namesOf([...about.participants.split('\n'), ...kept.map(({author}) => author)]), zone, made: new Date(),
	});
	return (
		<>
			<p>{texts.record.intro}</p>
			<RecordQuestions pack={pack} apps={[...settings.appsRecommended, ...addedApps('appsRecommended', settings, pack)]} />
			<RecordMessages messages={messages} handed={handed?.messages?.length ?? 0} change={setMessages} />
			<About about={about} change={part => setAbout(before => ({...before, ...part}))} zone={zoneInWords({zone, made: new Date()})} />
			<RecordSave record={record} ready={kept.length > 0} />
		</>
	);
}

/** Names, each once, in the order they come. */
function namesOf(names: readonly string[]): string[] {
	return [...new Set(names.map(name => name.replace(/\s+/gu, ' ').trim()).filter(Boolean))];
}

/** What the user says of the record. */
type AboutRecord = {[N in 'site' | 'participants' | 'reason' | 'remark']: string};

function About({about, change, zone}: {about: AboutRecord; change: (part: Partial<AboutRecord>) => void; zone: string}) {
	const texts = useTexts().record;
	const field = (name: keyof AboutRecord) => ({value: about[name], change: (value: string) => change({[name]: value})});
	return (
		<section class="stack" aria-labelledby="record-about">
			<h3 id="record-about">{texts.aboutTitle}</h3>
			<Field label={texts.site} {...field('site')} />
			<Field label={texts.participants} about={texts.participantsAbout} rows={3} {...field('participants')} />
			<Field label={texts.reason} about={texts.reasonAbout} {...field('reason')} />
			<Field label={texts.remark} rows={2} {...field('remark')} />
			<p class="quiet">{fill(texts.zone, {zone})}</p>
		</section>
	);
}

/** A line, or with `rows` a text. */
function Field({label, about, value, rows, change}: {label: string; about?: string; value: string; rows?: number; change: (value: string) => void}) {
	const id = useId();
	const shared = {id, value, dir: 'auto', autocomplete: 'off', 'aria-describedby': about ? `${id}-about` : undefined} as const;
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{label}</label>
			{about && <p class="quiet" id={`${id}-about`}>{about}</p>}
			{rows
				? <textarea {...shared} rows={rows} onInput={event => change(event.currentTarget.value)} />
				: <input {...shared} type="text" class="line" onInput={event => change(event.currentTarget.value)} />}
		</div>
	);
}
