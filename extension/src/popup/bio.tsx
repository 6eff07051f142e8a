import {useEffect, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import type {BioAnswer} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';

/** A profile is looked at when the typing has paused this long. */
const lookAfterMs = 300;

/** What was recognised in a profile text, and ready texts to copy. Nothing where it could not be looked at. */
export function BioRecognised({text}: {text: string}) {
	const texts = useTexts();
	const seen = useBio(text);
	if (!seen) return null;
	const {bio, answer} = seen;
	return (
		<section class="outcome stack" style={{'--gap': '.375rem'}} aria-labelledby="recognised">
			<h2 id="recognised">{texts.check.recognised}</h2>
			{linesOf(answer, bio, texts).map(line => <p key={line} dir="auto">{line}</p>)}
			{answer.texts.length > 0 && <h3>{texts.bio.ready}</h3>}
			{answer.texts.map(ready => <Ready key={ready.lang + ready.text} {...ready} />)}
		</section>
	);
}

/** What the background says of a text, with that text: it may have changed since. */
function useBio(text: string): {bio: string; answer: BioAnswer} | undefined {
	const [seen, setSeen] = useState<{bio: string; answer: BioAnswer} | undefined>(undefined);
	useEffect(() => {
		let left = false;
		const look = async () => {
			const answer = text.trim() === '' ? undefined : await ask('bio', {bio: text, site: 'none'});
			if (!left) setSeen(answer?.ok ? {bio: text, answer: answer.value} : undefined);
		};
		const timer = setTimeout(() => void look(), lookAfterMs);
		return () => {
			left = true;
			clearTimeout(timer);
		};
	}, [text]);
	return seen;
}

/** What was recognised, a line each. */
function linesOf({grade, employer, disclaimer, concerns}: BioAnswer, bio: string, {bio: texts, box, check}: Texts): string[] {
	const quoted = (spans: readonly (readonly [number, number])[]) =>
		[...new Set(spans.map(([start, end]) => fill(box.quoted, {words: bio.slice(start, end)})))].join(', ');
	const [words = '', other = ''] = disclaimer.map(span => quoted([span]));
	const named = employer.length > 0 ? fill(texts.employer, {words: quoted(employer)}) : check.noEmployer;
	const worries = concerns.map(({kind, start, end}) => fill(texts.concerns[kind], {words: quoted([[start, end]])}));
	return [named, fill(texts[grade], {words: grade === 'contradicts' ? words : quoted(disclaimer), other}), ...worries];
}

function Ready({lang, text}: {lang: string; text: string}) {
	const texts = useTexts();
	const [said, setSaid] = useState('');
	const copy = () => void navigator.clipboard.writeText(text).then(() => setSaid(texts.bio.copied), () => setSaid(texts.check.notCopied));
	return (
		<div class="row apart ready">
			<span lang={lang} dir="auto">{text}</span>
			<span class="row"><span role="status">{said}</span><button onClick={copy}>{texts.bio.copy}</button></span>
		</div>
	);
}
