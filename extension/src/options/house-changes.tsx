import {useTexts} from '../page/mount.js';
import type {House} from '../shared/finding.js';
import {counted, fill} from '../shared/texts.js';

/** What a house pack changes in the built-in pack, by name: nothing is lowered or silenced unseen. */
export function HouseChanges({house: {lowered, silenced, apps}}: {house: House}) {
	const {house: {changes: texts}, severities} = useTexts();
	const named = (['recommended', 'discouraged', 'banned'] as const).filter(tier => apps[tier].length > 0);
	return (
		<div class="stack">
			<h3>{texts.title}</h3>
			{lowered.length + silenced.length === 0 && <p>{texts.nothing}</p>}
			<Rules title={counted(texts.lowered, lowered.length)} rules={lowered.map(({rule, title, from, to}) => (
				{rule, says: fill(texts.severity, {title, from: severities[from], to: severities[to]})}
			))} />
			<Rules title={counted(texts.silenced, silenced.length)} rules={silenced.map(({rule, title}) => ({rule, says: title}))} />
			{named.length > 0 && <h3>{texts.apps}</h3>}
			{named.length > 0 && <ul>{named.map(tier => <li key={tier}>{fill(texts[tier], {names: apps[tier].join(', ')})}</li>)}</ul>}
		</div>
	);
}

function Rules({title, rules}: {title: string; rules: readonly {rule: string; says: string}[]}) {
	if (rules.length === 0) return null;
	return (
		<div>
			<p>{title}:</p>
			<ul>{rules.map(({rule, says}) => <li key={rule}>{says}</li>)}</ul>
		</div>
	);
}
