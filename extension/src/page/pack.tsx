import type {PackInfo} from '../shared/finding.js';
import {fill} from '../shared/texts.js';
import {useTexts} from './mount.js';

/** What judges, from which documents it was made, and whom to ask. */
export function Pack({pack}: {pack: PackInfo}) {
	const {pack: texts, house: {popup}} = useTexts();
	const {house} = pack;
	return (
		<div class="quiet stack" style={{'--gap': '.375rem'}}>
			<p>{fill(texts.line, {name: pack.name, version: pack.version, rules: pack.rules})}</p>
			{house && house.standing !== 'lapsed' && <p>{fill(popup.line, {name: house.name, version: house.version})}</p>}
			{pack.sources.length > 0 && <dl>
				<dt>{texts.sources}</dt>
				{pack.sources.map(({id, title, date, url}) => (
					<dd key={id}>{url ? <a href={url} target="_blank" rel="noreferrer">{title}</a> : title}, {date}</dd>
				))}
			</dl>}
			{pack.credits.length > 0 && <dl>
				<dt>{texts.credits}</dt>
				{pack.credits.map(({what, from, licence}) => <dd key={what}>{fill(texts.credit, {what, from, licence})}</dd>)}
			</dl>}
			{pack.contacts.length > 0 && <dl>
				<dt>{texts.contacts}</dt>
				{pack.contacts.map(({role, address}) => <dd key={role}>{role}{address && `: ${address}`}</dd>)}
			</dl>}
		</div>
	);
}
