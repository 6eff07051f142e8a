import {HouseNews} from '../page/house-news.js';
import {judging} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import type {Settings} from '../shared/fields.js';
import type {Policy} from '../shared/policy.js';
import type {AnswerTo, ChannelStatus} from '../shared/protocol.js';
import {fill} from '../shared/texts.js';
import {ChannelForm} from './channel-form.js';
import type {DoneThing} from './done.js';
import {HouseChanges} from './house-changes.js';
import {HouseFacts} from './house-facts.js';
import {HouseTroubles} from './house-troubles.js';
import {LookNow} from './look-now.js';
import {PolicyNote} from './policy-note.js';
import {RemoveChannel} from './remove-channel.js';

interface PackProps {
	settings: Settings;
	policy: Policy;
	/** Undefined until the background has answered. */
	status: AnswerTo<'status'> | undefined;
	change: (change: Partial<Settings>) => void;
	store: (change: Partial<Settings>) => Promise<boolean>;
	done: (what: DoneThing) => void;
}

/** The organisation's own pack: where it comes from, what it changes, how it stands, and the way to it and back. */
export function HousePack(props: PackProps) {
	const {house, engine, reasons} = useTexts();
	const {settings, status} = props;
	if (!settings.channel) return <Unused {...props} />;
	if (status && !status.ok) return <p class="notice" role="alert">{fill(engine.off, {reason: reasons[status.reason]})}</p>;
	const channel = status?.value.channel;
	if (channel?.address !== settings.channel) return <p class="quiet" role="status">{house.reading}</p>;
	return <InUse {...props} channel={channel} />;
}

function Unused(props: PackProps) {
	const {house} = useTexts();
	return (
		<div class="stack">
			<p>{house.none} {house.about}</p>
			<Defaults {...props} />
			<details>
				<summary>{house.form.open}</summary>
				<Form {...props} />
			</details>
		</div>
	);
}

function InUse({channel, ...props}: PackProps & {channel: ChannelStatus}) {
	const {house: texts} = useTexts();
	const {settings, policy: {locked}, store, done} = props;
	const [isAddressLocked, isAllLocked] = [locked.includes('channel'), locked.includes('channel') && locked.includes('keys')];
	const house = judging(channel);
	return (
		<>
			<HouseNews channel={channel} open />
			<HouseFacts channel={channel} keys={settings.keys} />
			<HouseTroubles channel={channel} />
			{!channel.obstacle && <LookNow channel={channel} />}
			{house && <HouseChanges house={house} />}
			<Defaults {...props} />
			{!isAllLocked && <details><summary>{texts.form.change}</summary><Form key={settings.channel + settings.keys.join()} {...props} /></details>}
			{!isAddressLocked && <RemoveChannel address={settings.channel} store={store} done={() => done({text: texts.remove.done})} />}
		</>
	);
}

function Form({settings, policy: {locked}, store, done}: PackProps) {
	const texts = useTexts().house.form;
	return (
		<ChannelForm {...{settings, store}} locked={{address: locked.includes('channel'), keys: locked.includes('keys')}}
			done={() => done({text: texts.done})} />
	);
}

/** What the organisation has set of this by policy. */
function Defaults({settings, policy, change}: PackProps) {
	const texts = useTexts().house.policy;
	const isLocked = policy.locked.some(name => name === 'channel' || name === 'keys');
	return (
		<>
			{isLocked && <p class="quiet">{texts.setAddress}</p>}
			{(['channel', 'keys'] as const).map(name => <PolicyNote key={name} {...{name, settings, policy, change}} />)}
		</>
	);
}
