import {useEffect, useState} from 'preact/hooks';
import {shortened} from '../content/card.js';
import type {Reading} from '../content/found.js';
import type {Session} from '../content/session.js';
import {CopyButton} from '../page/copy-button.js';
import {useJudge} from '../page/judge.js';
import {useTexts} from '../page/mount.js';
import type {Suggestion} from '../shared/finding.js';
import type {Surface} from '../shared/protocol.js';
import {counted, fill, type Texts} from '../shared/texts.js';
import {type Cleaned, cleanedText} from './cleaned.js';

interface CleanProps {
	session: Session;
	reading: Reading;
	surface: Surface;
}

/** Offers the text with all that can be mended by itself, and shows what that would change. The box stays as it is unless asked. */
export function Clean({session, reading, surface}: CleanProps) {
	const texts = useTexts().check;
	const [open, setOpen] = useState(false);
	const cleaned = cleanedText(reading.text, reading.marks);
	if (cleaned.changes.length === 0) return <p class="quiet">{texts.nothingToMend}</p>;
	return (
		<section class="stack" style={{'--gap': '.375rem'}}>
			<div><button aria-expanded={open} onClick={() => setOpen(!open)}>{texts.clean}</button></div>
			{open && <Preview cleaned={cleaned} reading={reading} surface={surface} session={session} close={() => setOpen(false)} />}
		</section>
	);
}

function Preview({cleaned, reading, surface, session, close}: CleanProps & {cleaned: Cleaned; close: () => void}) {
	const texts = useTexts();
	const [said, setSaid] = useState('');
	const put = () => void session.editor.replace(0, reading.text.length, cleaned.text)
		.then(done => (done ? close() : setSaid(texts.check.notPut)));
	return (
		<div class="outcome stack" style={{'--gap': '.5rem'}}>
			<h3>{texts.check.changes}</h3>
			<ul class="changes">{cleaned.changes.map(change => <li key={change.start} dir="auto">{effectOf(change, reading.text, texts)}</li>)}</ul>
			<h3>{texts.check.becomes}</h3>
			<p class="preview" dir="auto">{cleaned.text.trim() || texts.check.nothingLeft}</p>
			<Remaining text={cleaned.text} surface={surface} />
			<div class="row">
				<CopyButton main label={texts.check.copy} text={cleaned.text} />
				<button onClick={put}>{texts.check.put}</button>
				<span role="status">{said}</span>
			</div>
		</div>
	);
}

/** Says what would still be found: a text from which something was taken is not a good one for that. */
function Remaining({text, surface}: {text: string; surface: Surface}) {
	const texts = useTexts();
	const judge = useJudge();
	const [says, setSays] = useState('');
	useEffect(() => {
		let left = false;
		void judge.check({text, surface, site: 'none'}).then(answer => {
			if (left) return;
			setSays(answer.ok
				? counted(texts.check.remaining, answer.value.findings.length)
				: fill(texts.findings.notChecked, {reason: texts.reasons[answer.reason]}));
		});
		return () => {
			left = true;
		};
	}, [text, surface]);
	return <p class="quiet" role="status">{says}</p>;
}

function effectOf({start, end, text}: Suggestion, whole: string, texts: Texts): string {
	const old = shortened(whole.slice(start, end));
	return text.trim() === '' ? fill(texts.check.removed, {old}) : fill(texts.check.replaced, {old, new: shortened(text)});
}
