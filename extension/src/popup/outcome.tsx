import {Icon} from '../content/icon.js';
import type {Mark} from '../content/mark.js';
import type {Reading} from '../content/found.js';
import {useTexts} from '../page/mount.js';
import type {Note, PackInfo} from '../shared/finding.js';
import {counted, fill, type Texts} from '../shared/texts.js';
import {Findings} from './findings.js';
import type {PopupSurface} from './surface-choice.js';

interface OutcomeProps {
	reading: Reading | undefined;
	surface: PopupSurface;
	pack: PackInfo | null;
	open: (mark: Mark) => void;
}

/**
 * What came of the text in the box, in words. No live region: the box itself announces each
 * change, and would be heard twice.
 */
export function Outcome(props: OutcomeProps) {
	const texts = useTexts();
	const {reading} = props;
	if (!reading || reading.text.trim() === '') return <p class="quiet">{texts.check.empty}</p>;
	switch (reading.state.kind) {
		case 'checking': return <p class="quiet">{texts.box.checking}</p>;
		case 'nothing': return <Nothing {...props} reading={reading} />;
		case 'unchecked': return <Unchecked {...props} reading={reading} reason={reading.state.reason} />;
		case 'findings': return (
			<>
				<Findings reading={reading} open={props.open} />
				<LeftOut reading={reading} />
				<Checked {...props} reading={reading} />
			</>
		);
	}
}

/** Neutral on purpose: that no rule met the text says little. */
function Nothing(props: OutcomeProps & {reading: Reading}) {
	const texts = useTexts().box;
	return (
		<section class="outcome stack" style={{'--gap': '.375rem'}} aria-labelledby="found">
			<h2 id="found" class="row"><Icon name="nothing" />{counted(texts.findings, 0)}</h2>
			<p>{texts.nothing}</p>
			<Notes notes={props.reading.notes} />
			<Checked {...props} />
		</section>
	);
}

function Unchecked({reading, reason, ...rest}: OutcomeProps & {reading: Reading; reason: string}) {
	const texts = useTexts();
	return (
		<section class="outcome unchecked stack" style={{'--gap': '.375rem'}} aria-labelledby="found">
			<h2 id="found" class="row"><Icon name="unchecked" />{texts.box.notChecked}</h2>
			{reading.notes.length > 0 ? <Notes notes={reading.notes} /> : <p>{fill(texts.findings.notChecked, {reason})}</p>}
			{reading.langs.length > 0 && <Checked {...rest} reading={reading} />}
		</section>
	);
}

/** What was not looked at, where something else was found; and what the organisation does not want told. */
function LeftOut({reading: {notes}}: {reading: Reading}) {
	const [silenced, missed] = [notes.filter(isSilenced), notes.filter(note => !isSilenced(note))];
	return (
		<>
			{missed.length > 0 && <div class="outcome unchecked"><Notes notes={missed} /></div>}
			{silenced.length > 0 && <div class="outcome"><Notes notes={silenced} /></div>}
		</>
	);
}

function Notes({notes}: {notes: readonly Note[]}) {
	const texts = useTexts();
	return <>{notes.map(note => (
		<p key={note.kind + note.what}>{fill(texts.notes[note.kind], {what: ofLanguage(note) ? languageName(note.what, texts) : note.what})}</p>
	))}</>;
}

/** What the text was held against, as what, and in which language it was read. */
function Checked({reading, surface, pack}: OutcomeProps & {reading: Reading}) {
	const texts = useTexts();
	const {langs, notes} = reading;
	const names = new Intl.ListFormat(texts.lang).format(langs.map(lang => languageName(lang, texts)));
	return (
		<p class="quiet">
			{pack && fill(texts.check.checked, {surface: texts.check.surface.as[surface], name: pack.name, rules: pack.rules})}
			{' '}
			{langs.length > 0 && fill(texts.check.languages, {names})}
			{langs.length === 0 && !notes.some(ofLanguage) && texts.check.tooShort}
		</p>
	);
}

const isSilenced = ({kind}: Note) => kind === 'silenced';
const ofLanguage = ({kind}: Note) => kind === 'language' || kind === 'skipped';

/** A language in the words of the page. */
function languageName(lang: string, texts: Texts): string {
	if (lang === 'und') return texts.check.unknown;
	return new Intl.DisplayNames(texts.lang, {type: 'language'}).of(lang) ?? lang;
}
