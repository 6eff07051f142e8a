import type {Finding, Provision} from '../shared/finding.js';
import type {ContentTexts} from '../shared/texts.js';
import type {Act} from './adapters/site.js';
import {Icon} from './icon.js';
import {Reason} from './reason.js';

interface ActNoteProps {
	act: Act;
	findings: readonly Finding[];
	provisions: Readonly<Record<string, Provision>>;
	/** True where the press was held and the user has to press again. */
	held: boolean;
	texts: ContentTexts;
	actions: {close(): void; goOn(): void};
}

/** The note beside a like or repost button. */
export function ActNote({act, findings, provisions, held, texts, actions}: ActNoteProps) {
	return (
		<section class="card" role={held ? 'alertdialog' : 'status'} aria-labelledby="act-title" aria-describedby="act-what">
			<div class="top">
				<span class="severity caution" id="act-title"><Icon name="caution" />{texts.acts.title[act.surface]}</span>
				{held ? null : (
					<button type="button" class="icon" aria-label={texts.box.close} title={texts.box.close} onClick={() => actions.close()}><Icon name="close" /></button>
				)}
			</div>
			<div class="body" id="act-what">
				{findings.map(finding => <Reason key={finding.rule} finding={finding} provisions={provisions} texts={texts} />)}
				{held ? <p class="where">{texts.acts.heldAdvice}</p> : null}
			</div>
			{held ? (
				<footer>
					<button type="button" class="main" onClick={() => actions.close()}>{texts.acts.leave}</button>
					<button type="button" class="quiet" onClick={() => actions.goOn()}>{texts.acts.goOn}</button>
				</footer>
			) : null}
		</section>
	);
}
