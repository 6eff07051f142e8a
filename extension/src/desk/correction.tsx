import {useState} from 'preact/hooks';
import {Switch} from '../page/fields.js';
import {useTexts} from '../page/mount.js';
import {Cited, inPack} from './cited.js';
import {contactsOf} from './contacts.js';
import {correctionText} from './correction-text.js';
import {RadioInput} from './inputs.js';
import {ReadyText} from './ready-text.js';
import {Recipients} from './recipients.js';
import {isIncident, type Mishap, mishapOf, mishaps, provisionsOf, type Step, stepsFor, type Venue, venueOf, venues} from './steps.js';
import type {ToolProps} from './tool.js';

/** That deleting does not undo, and that others may have read it. */
const undoneBy = ['EC-2a-4', 'EC-4a-1', 'OSCE-6.2', 'UN-4c'];

/** What to do after something went wrong, in order, with the words for it. */
export function Correction(props: ToolProps) {
	const all = useTexts();
	const texts = all.desk.correction;
	const [mishap, setMishap] = useState<Mishap | undefined>(() => mishapOf(props.handed));
	const [venue, setVenue] = useState<Venue | undefined>(() => venueOf(props.handed));
	return (
		<>
			<p>{texts.about}</p>
			<p class="notice">{texts.noUndo}</p>
			<Cited provisions={inPack(props.pack, undoneBy)} />
			<RadioInput label={texts.what} value={mishap} values={mishaps} names={texts.mishaps} change={setMishap} />
			<RadioInput label={texts.where} value={venue} values={venues} names={{...all.sites, message: texts.message}} change={setVenue} />
			{mishap && venue ? <WayOut key={`${mishap} ${venue}`} mishap={mishap} venue={venue} {...props} /> : <p class="quiet">{texts.choose}</p>}
			<p>{texts.inDoubt} <a href="#ask">{all.desk.titles.ask}</a></p>
		</>
	);
}

function WayOut({mishap, venue, pack, settings}: ToolProps & {mishap: Mishap; venue: Venue}) {
	const texts = useTexts().desk.correction;
	const incident = isIncident(mishap);
	const text = correctionText(texts.texts, mishap, venue);
	return (
		<>
			<Steps mishap={mishap} venue={venue} pack={pack} />
			{incident && <Tell pack={pack} settings={settings} />}
			{text !== undefined && <ReadyText label={mishap === 'person' ? texts.toPerson : texts.text} composed={text} places={Object.values(texts.places)} rows={5} />}
			{!incident && <Thanks />}
		</>
	);
}

function Steps({mishap, venue, pack}: {mishap: Mishap; venue: Venue; pack: ToolProps['pack']}) {
	const texts = useTexts().desk.correction;
	return (
		<>
			<h3 id="steps">{texts.steps}</h3>
			<ol class="steps stack" aria-labelledby="steps">
				{stepsFor(mishap, venue).map((step, index, steps) => (
					<li key={step}>
						{texts.step[step]}
						<Cited provisions={inPack(pack, newProvisions(steps, index))} />
					</li>
				))}
			</ol>
		</>
	);
}

/** The provisions of a step that no step before it rests on. */
function newProvisions(steps: readonly Step[], index: number): string[] {
	const before = steps.slice(0, index).flatMap(provisionsOf);
	return provisionsOf(steps[index] as Step).filter(id => !before.includes(id));
}

/** Whom to tell of an incident: at once, by phone; in writing only that one needs to be called. */
function Tell({pack, settings}: Pick<ToolProps, 'pack' | 'settings'>) {
	const all = useTexts();
	const texts = all.desk.correction.tell;
	const contacts = contactsOf(settings, pack, [['contactSecurity', all.settings.contactSecurity.label]]);
	// A pack does not say which of its contacts looks after security.
	const [chosen, choose] = useState(settings.contactSecurity.trim() ? 0 : -1);
	return (
		<>
			<h3>{texts.title}</h3>
			<p><strong>{texts.how}</strong> {texts.what}</p>
			{chosen < 0 && <p>{texts.choose}</p>}
			<Recipients label={texts.whom} contacts={contacts} chosen={chosen} choose={choose} />
			<ReadyText label={texts.label} composed={texts.text} places={[texts.place]} rows={7}
				mail={{to: contacts[chosen]?.address, subject: texts.subject, note: settings.device === 'private' ? all.desk.ask.ownMail : undefined}} />
		</>
	);
}

/** A word for who pointed it out. */
function Thanks() {
	const texts = useTexts().desk.correction.thanks;
	const [on, turn] = useState(false);
	return (
		<>
			<Switch label={texts.ask} on={on} change={turn} />
			{on && <ReadyText label={texts.label} composed={texts.text} rows={2} />}
		</>
	);
}
