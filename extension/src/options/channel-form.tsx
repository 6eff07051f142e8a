import type {ComponentChild} from 'preact';
import {useId, useRef, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {About} from '../page/wording.js';
import {requestAccess} from '../shared/browser.js';
import {channelPattern, isAddress} from '../shared/channel.js';
import type {Settings} from '../shared/fields.js';
import {fill} from '../shared/texts.js';
import {addressProblem, type InputProblem, keysProblem, pastedChannel, tidyAddress, wordsOf} from './channel-input.js';

interface FormProps {
	settings: Settings;
	/** What the organisation has locked; it is shown elsewhere. */
	locked: {address: boolean; keys: boolean};
	store: (change: Partial<Settings>) => Promise<boolean>;
	/** Called when the user has agreed and all is stored. */
	done: () => void;
}

/** Asks for the address and the keys of a channel, and for leave to reach its host. Nothing is stored before that is given. */
export function ChannelForm({settings, locked, store, done}: FormProps) {
	const {house: {form: texts}, settings: {channel, keys: ofKeys}} = useTexts();
	const [address, setAddress] = useState(settings.channel);
	const [keys, setKeys] = useState(settings.keys.join('\n'));
	const [tried, setTried] = useState(false);
	const [refused, setRefused] = useState('');
	const form = useRef<HTMLFormElement>(null);
	const [tidy, words] = [tidyAddress(address), wordsOf(keys)];
	const wrong = {address: locked.address ? undefined : addressProblem(tidy), keys: locked.keys ? undefined : keysProblem(words)};
	const submit = (event: Event) => {
		event.preventDefault();
		setTried(true);
		setRefused('');
		const first = wrong.address ? 'address' : wrong.keys && 'keys';
		if (first) return form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
		// At once: the browser asks the user only in answer to a click.
		void requestAccess([channelPattern(tidy)]).then(allowed => (allowed ? keep() : setRefused(tidy)), () => setRefused(tidy));
	};
	const keep = async () => {
		if (await store({...(!locked.address && {channel: tidy}), ...(!locked.keys && {keys: words})})) done();
	};
	const paste = (event: ClipboardEvent) => {
		const pasted = locked.address || locked.keys ? undefined : pastedChannel(event.clipboardData?.getData('text') ?? '');
		if (!pasted) return;
		event.preventDefault();
		setAddress(pasted.address);
		setKeys(pasted.keys.join('\n'));
	};
	const shared = {dir: 'ltr', autocomplete: 'off', spellcheck: false, onPaste: paste} as const;
	return (
		<form class="stack" ref={form} noValidate onSubmit={submit}>
			<p>{texts.about}</p>
			{!locked.address && <Labelled wording={channel} problem={tried ? wrong.address : undefined}>{ids => (
				<input {...shared} {...ids} name="address" type="url" class="line" value={address} onInput={event => setAddress(event.currentTarget.value)} />
			)}</Labelled>}
			{!locked.keys && <Labelled wording={ofKeys} problem={tried ? wrong.keys : undefined}>{ids => (
				<textarea {...shared} {...ids} name="keys" rows={3} value={keys} onInput={event => setKeys(event.currentTarget.value)} />
			)}</Labelled>}
			{isAddress(tidy) && <p class="quiet">{fill(texts.request, {address: tidy})} {fill(texts.grant, {host: new URL(tidy).host})}</p>}
			<div><button class="main">{texts.use}</button></div>
			<p role="alert" class={refused ? 'notice' : undefined}>{refused && fill(texts.refused, {host: new URL(refused).host})}</p>
		</form>
	);
}

interface LabelledProps {
	wording: {label: string; about: string};
	problem: InputProblem | undefined;
	children: (ids: {id: string; 'aria-invalid': boolean; 'aria-describedby': string}) => ComponentChild;
}

/** A control with its label, what it is for, and what is wrong with what is in it. */
function Labelled({wording, problem, children}: LabelledProps) {
	const {problems} = useTexts().house.form;
	const id = useId();
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{wording.label}</label>
			<About id={id} text={wording.about} />
			{children({id, 'aria-invalid': problem !== undefined, 'aria-describedby': `${id}-about ${id}-wrong`})}
			<p id={`${id}-wrong`} role="alert" class={problem ? 'notice' : undefined}>{problem && fill(problems[problem.what], {key: problem.key ?? ''})}</p>
		</div>
	);
}
