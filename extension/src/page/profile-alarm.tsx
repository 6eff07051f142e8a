import {useEffect, useState} from 'preact/hooks';
import {mayNotify, requestNotify} from '../shared/browser.js';
import type {Settings} from '../shared/fields.js';
import {SettingField} from './fields.js';
import {useTexts} from './mount.js';

/** The choice of how often to be reminded of one's profiles. Whoever chooses a period is asked for leave to show notifications. */
export function ProfileAlarm({settings, change}: {settings: Settings; change: (change: Partial<Settings>) => void}) {
	const texts = useTexts().profileAlarm;
	const [allowed, setAllowed] = useState(true);
	// A number, so that every refusal shows the choice again as it was.
	const [refusals, setRefusals] = useState(0);
	const isOn = settings.bioMonths !== 'never';
	useEffect(() => void mayNotify().then(setAllowed, () => setAllowed(false)), [settings.bioMonths]);
	const choose = (part: Partial<Settings>) => {
		if (part.bioMonths === 'never') return accept(part);
		// At once: the browser asks the user only in answer to a click.
		requestNotify().then(isAllowed => (isAllowed ? accept(part) : refuse()), refuse);
	};
	const accept = (part: Partial<Settings>) => {
		setRefusals(0);
		change(part);
	};
	const refuse = () => setRefusals(count => count + 1);
	return (
		<div class="stack">
			<SettingField name="bioMonths" settings={settings} change={choose} />
			{refusals > 0 && <p class="notice" role="alert">{texts.refused}</p>}
			{refusals === 0 && isOn && !allowed && <p class="notice" role="status">{texts.withdrawn}</p>}
		</div>
	);
}
