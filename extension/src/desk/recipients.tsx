import {useId} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {openOptions} from '../shared/browser.js';
import {fill} from '../shared/texts.js';
import type {Contact} from './contacts.js';

/** Whom the message is for: one of the contacts, each with who named it. */
export function Recipients({label, contacts, chosen, choose}: {label: string; contacts: readonly Contact[]; chosen: number; choose: (index: number) => void}) {
	const texts = useTexts().desk.recipients;
	const name = useId();
	return (
		<fieldset class="stack" style={{'--gap': '.5rem'}}>
			<legend style={{marginBlockEnd: '.5rem'}}>{label}</legend>
			{contacts.length === 0 && <p class="notice">{texts.none}</p>}
			{contacts.map(({role, line, address, origin}, index) => (
				<label key={`${origin} ${role}`} class="radio">
					<input type="radio" name={name} checked={index === chosen} onChange={() => choose(index)} />
					<span class="stack" style={{'--gap': '0'}}>
						<span>{(line ?? address) ? fill(texts.line, {role, line: line ?? address ?? ''}) : role}</span>
						<span class="quiet">{texts[origin]}</span>
					</span>
				</label>
			))}
			<p><button class="plain" onClick={() => void openOptions()}>{texts.change}</button></p>
		</fieldset>
	);
}
