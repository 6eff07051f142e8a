import {useId, useState} from 'preact/hooks';
import {download} from '../page/download.js';
import {useTexts} from '../page/mount.js';
import {ownVersion} from '../shared/browser.js';
import {localDay} from '../shared/day.js';
import type {Settings} from '../shared/fields.js';
import {fill} from '../shared/texts.js';
import {settingsFile} from './settings-file.js';

/** Saves the settings to a file. The watchlist goes with it only where that is asked for each time. */
export function SaveSettings({settings}: {settings: Settings}) {
	const texts = useTexts().options.transfer;
	const id = useId();
	const [secret, setSecret] = useState(false);
	const [said, setSaid] = useState('');
	const save = () => {
		const file = `circumspect-settings-${localDay()}.json`;
		download(file, 'application/json', settingsFile(settings, ownVersion(), secret));
		setSaid(fill(secret ? texts.savedSecret : texts.saved, {file}));
		setSecret(false);
	};
	return (
		<div class="stack">
			<p>{texts.about}</p>
			<label class="tick"><input type="checkbox" checked={secret} aria-describedby={`${id}-about`} onChange={event => setSecret(event.currentTarget.checked)} /> {texts.secret}</label>
			<p id={`${id}-about`} class={secret ? 'notice' : 'quiet'}>{texts.secretAbout}</p>
			<div><button onClick={save}>{texts.save}</button></div>
			<p role="status">{said}</p>
		</div>
	);
}
