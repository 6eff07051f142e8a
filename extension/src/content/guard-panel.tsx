import type {Provision} from '../shared/finding.js';
import {counted, type ContentTexts} from '../shared/texts.js';
import {Icon} from './icon.js';
import type {Mark} from './mark.js';
import {Reason} from './reason.js';

interface GuardPanelProps {
	/** What is held back; none once the writer wants to post. */
	marks: readonly Mark[];
	provisions: Readonly<Record<string, Provision>>;
	texts: ContentTexts;
	actions: {edit(): void; pass(): void};
}

/** The panel at the Post button: what and why, and two ways on. */
export function GuardPanel({marks, provisions, texts, actions}: GuardPanelProps) {
	if (marks.length === 0) return <p class="card short" role="status"><span>{texts.guard.again}</span></p>;
	return (
		<section class="card" role="alertdialog" aria-labelledby="held-title" aria-describedby="held-what">
			<div class="top">
				<span class="severity warning" id="held-title"><Icon name="warning" />{counted(texts.guard.title, marks.length)}</span>
			</div>
			<div class="body" id="held-what">
				{marks.map(mark => <Reason key={`${mark.finding.rule} ${mark.phrase}`} finding={mark.finding} phrase={mark.phrase} provisions={provisions} texts={texts} />)}
				<p class="where">{texts.guard.yours}</p>
			</div>
			<footer>
				<button type="button" class="main" onClick={() => actions.edit()}>{texts.guard.edit}</button>
				<button type="button" class="quiet" onClick={() => actions.pass()}>{texts.guard.pass}</button>
			</footer>
		</section>
	);
}
