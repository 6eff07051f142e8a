import {useTexts} from '../page/mount.js';
import type {PackInfo, Provision} from '../shared/finding.js';
import {fill} from '../shared/texts.js';

/** What the guidelines say about it, in our words, with the place. */
export function Cited({provisions}: {provisions: readonly Provision[]}) {
	const texts = useTexts();
	if (provisions.length === 0) return null;
	return (
		<ul class="cited quiet plain-list" aria-label={texts.desk.cited}>
			{provisions.map(({id, document, place, says}) => <li key={id}>{says} <cite>{fill(texts.box.provision, {document, place})}</cite></li>)}
		</ul>
	);
}

/** Those of the provisions that the pack in use has. */
export function inPack(pack: PackInfo | null, ids: readonly string[]): Provision[] {
	return ids.flatMap(id => pack?.provisions[id] ?? []);
}
