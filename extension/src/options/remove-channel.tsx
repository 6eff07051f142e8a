import {useRef} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {giveBackAccess} from '../shared/browser.js';
import {channelPattern} from '../shared/channel.js';
import type {Settings} from '../shared/fields.js';

interface RemoveProps {
	address: string;
	store: (change: Partial<Settings>) => Promise<boolean>;
	done: () => void;
}

/** Goes back to the built-in pack alone, after one question. Leave to reach the host is given back. */
export function RemoveChannel({address, store, done}: RemoveProps) {
	const texts = useTexts().house.remove;
	const dialog = useRef<HTMLDialogElement>(null);
	const go = async () => {
		dialog.current?.close();
		if (!await store({channel: '', keys: []})) return;
		// The browser keeps what a policy or the manifest gives.
		await giveBackAccess([channelPattern(address)]).catch(() => undefined);
		done();
	};
	return (
		<div>
			<button aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>{texts.open}</button>
			<dialog ref={dialog} aria-labelledby="remove-sure">
				<div class="stack">
					<h3 id="remove-sure">{texts.sure}</h3>
					<p>{texts.then}</p>
					<div class="row">
						<button autofocus onClick={() => dialog.current?.close()}>{texts.cancel}</button>
						<button class="main" onClick={() => void go()}>{texts.go}</button>
					</div>
				</div>
			</dialog>
		</div>
	);
}
