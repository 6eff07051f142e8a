import {useId, useState} from 'preact/hooks';
import {RadioField, SettingField} from '../page/fields.js';
import {useTexts} from '../page/mount.js';
import {fields, type Settings} from '../shared/fields.js';
import {fill, type Texts} from '../shared/texts.js';

interface YouProps {
	settings: Settings;
	change: (part: Partial<Settings>) => void;
	/** Whether the choices are kept on this device, and whether the browser did so. */
	kept: 'no' | 'yes' | 'failed';
	keep: (kept: boolean) => void;
}

/** Who writes, in a few choices: folded away once they are made. */
export function You({settings, change, kept, keep}: YouProps) {
	const texts = useTexts();
	const {checkerPage: own} = texts;
	// Only what was chosen at an earlier visit: nothing folds away under one's hands.
	const [open] = useState(!settings.org);
	const rest = {settings, change};
	return (
		<details class="part" open={open}>
			<summary>{settings.org ? fill(own.you, {who: whoIs(settings, texts)}) : own.youFirst}</summary>
			<div class="stack">
				<RadioField field={fields.org} wording={{label: own.where, values: texts.settings.org.values}} value={settings.org}
					change={org => change({org: org as Settings['org']})} />
				{settings.org && (
					<details>
						<summary>{own.more}</summary>
						<div class="stack">
							<SettingField name="status" {...rest} />
							<SettingField name="device" {...rest} />
							<SettingField name="field" {...rest} />
						</div>
					</details>
				)}
				<Remember kept={kept} keep={keep} />
			</div>
		</details>
	);
}

function Remember({kept, keep}: Pick<YouProps, 'kept' | 'keep'>) {
	const {checkerPage: texts} = useTexts();
	const id = useId();
	return (
		<div>
			<label class="tick">
				<input type="checkbox" checked={kept !== 'no'} aria-describedby={id} onChange={event => keep(event.currentTarget.checked)} />
				{texts.remember}
			</label>
			<p class="quiet" id={id}>{texts.rememberAbout}</p>
			<p role="alert" class={kept === 'failed' ? 'notice' : undefined}>{kept === 'failed' && texts.notRemembered}</p>
		</div>
	);
}

/** The choices in short, so that one sees what a text is held against without unfolding them. */
function whoIs({org, status, device, field}: Settings, {settings: texts}: Texts): string {
	const place = `${texts.device.label}: ${texts.device.values[device]}`;
	return [texts.org.values[org], texts.status.values[status], place, ...field.slice(0, 3)].join(', ');
}
