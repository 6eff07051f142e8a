import type {Finding, Provision} from '../shared/finding.js';
import {fill, type ContentTexts} from '../shared/texts.js';

interface ReasonProps {
	finding: Finding;
	/** The words found; empty where none are shown. */
	phrase?: string;
	provisions: Readonly<Record<string, Provision>>;
	texts: ContentTexts;
}

/** A finding in short, for panel and act note: what, why, and the first provision it rests on. */
export function Reason({finding, phrase = '', provisions, texts}: ReasonProps) {
	const [provision] = finding.provisions.flatMap(id => provisions[id] ?? []);
	return (
		<div class="held">
			<h2>{finding.title}</h2>
			{phrase ? <p class="where">{fill(texts.box.quoted, {words: phrase})}</p> : null}
			<p>{finding.message}</p>
			{provision ? <p class="where">{fill(texts.box.provision, {document: provision.document, place: provision.place})}</p> : null}
		</div>
	);
}
