import {useEffect, useState} from 'preact/hooks';
import {recognisedIn} from '../content/bio/recognised.js';
import {CopyButton} from '../page/copy-button.js';
import {useJudge} from '../page/judge.js';
import {useTexts} from '../page/mount.js';
import type {BioAnswer} from '../shared/protocol.js';
import type {Texts} from '../shared/texts.js';

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
			{answer.texts.map(({lang, text: ready}) => (
				<div class="row apart ready" key={lang + ready}>
					<span lang={lang} dir="auto">{ready}</span>
					<span class="row"><CopyButton text={ready} /></span>
				</div>
			))}
		</section>
	);
}

/** What the background says of a text, with that text: it may have changed since. */
function useBio(text: string): {bio: string; answer: BioAnswer} | undefined {
	const judge = useJudge();
	const [seen, setSeen] = useState<{bio: string; answer: BioAnswer} | undefined>(undefined);
	useEffect(() => {
		let left = false;
		const look = async () => {
			const answer = text.trim() === '' ? undefined : await judge.bio({bio: text, site: 'none'});
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
export function linesOf(answer: BioAnswer, bio: string, texts: Texts): string[] {
	const {employer, disclaimer, concerns} = recognisedIn({bio}, answer, texts);
	return [employer ?? texts.check.noEmployer, disclaimer, ...concerns];
}
