import {useRef, useState} from 'preact/hooks';
import {download} from '../page/download.js';
import {useTexts} from '../page/mount.js';
import {isDay, localDay} from '../shared/day.js';
import {fill} from '../shared/texts.js';
import {calendarFile} from './calendar.js';
import {Cited, inPack} from './cited.js';
import {DayInput, LineInput, LinesInput, NumberInput, SelectInput} from './inputs.js';
import {datesOf, emptyPublication, kinds, mostDays, noticeEntries, noticeOf, noticeProvisions, noticeText, type Publication as Told} from './notice.js';
import {ReadyText} from './ready-text.js';
import type {ToolProps} from './tool.js';
import {inWords} from './workdays.js';

/** The notice of a publication with its dates, as a text and for the calendar. */
export function Publication({pack, settings: {org}}: ToolProps) {
	const all = useTexts();
	const texts = all.desk.publication;
	const [told, setTold] = useState<Told>(() => emptyPublication(org, localDay()));
	const change = (part: Partial<Told>) => setTold(before => ({...before, ...part}));
	const asked = noticeOf(org);
	return (
		<>
			<p>{texts.about[asked]}</p>
			<Cited provisions={inPack(pack, noticeProvisions[asked])} />
			<Work told={told} change={change} />
			<Days told={told} change={change} fixed={asked === 'ec'} />
			<Counted told={told} org={org} />
			<ReadyText label={texts.text} composed={noticeText(all, org, told)} places={Object.values(texts.places)} rows={21} />
		</>
	);
}

interface PartProps {
	told: Told;
	change: (part: Partial<Told>) => void;
}

/** What it is. */
function Work({told, change}: PartProps) {
	const texts = useTexts().desk.publication;
	return (
		<>
			<LineInput label={texts.fields.title} value={told.title} change={title => change({title})} />
			<SelectInput label={texts.fields.kind} value={told.kind} values={kinds} names={texts.kinds} change={kind => change({kind})} />
			<LineInput label={texts.fields.where} value={told.where} change={where => change({where})} />
			<LinesInput label={texts.fields.subject} about={texts.fields.subjectAbout} value={told.subject} change={subject => change({subject})} />
			<LineInput label={texts.fields.authority} about={texts.fields.authorityAbout} value={told.authority} change={authority => change({authority})} />
		</>
	);
}

/** From when to when; how long it takes is fixed where the guidelines say so. */
function Days({told, change, fixed}: PartProps & {fixed: boolean}) {
	const texts = useTexts().desk.publication;
	const day = (text: string) => (isDay(text) ? text : '');
	return (
		<div class="days">
			<DayInput label={texts.fields.given} value={told.given} change={given => change({given: day(given)})} />
			<DayInput label={texts.fields.wished} value={told.wished} change={wished => change({wished: day(wished)})} />
			{!fixed && <NumberInput label={texts.fields.days} about={texts.fields.daysAbout}
				value={told.days} max={mostDays} change={days => change({days})} />}
		</div>
	);
}

/** What follows from the days, and the same for the calendar. */
function Counted({told, org}: {told: Told; org: ToolProps['settings']['org']}) {
	const all = useTexts();
	const texts = all.desk.publication;
	const id = useRef(`${crypto.randomUUID()}@circumspect`);
	const {over, by, tooEarly} = datesOf(told);
	if (!over && !by) return <p class="quiet">{texts.dates.none}</p>;
	const words = (day: string) => inWords(day, all.lang);
	const save = () => download(texts.fileName, 'text/calendar;charset=utf-8', calendarFile(noticeEntries(all, org, told, id.current)));
	return (
		<div class="stack counted" style={{'--gap': '.5rem'}}>
			<div class="stack" role="status" style={{'--gap': '.5rem'}}>
				{over && <p class="strong">{fill(texts.dates.over, {days: told.days, day: words(over)})}</p>}
				{by && <p class="strong">{fill(texts.dates.by, {wished: words(told.wished), day: words(by)})} {by < localDay() && texts.dates.past}</p>}
				{tooEarly && <p class="notice">{texts.dates.tooEarly}</p>}
				<p class="quiet">{texts.dates.confirm}</p>
			</div>
			<div><button onClick={save}>{texts.calendar}</button></div>
		</div>
	);
}
