import {useTexts} from '../page/mount.js';
import {giveBackAccess} from '../shared/browser.js';
import {channelPattern} from '../shared/channel.js';
import type {Settings} from '../shared/fields.js';
import {Sure} from './sure.js';

interface RemoveProps {
	address: string;
	store: (change: Partial<Settings>) => Promise<boolean>;
	done: () => void;
}

/** Goes back to the built-in pack alone, after one question. Leave to reach the host is given back. */
export function RemoveChannel({address, store, done}: RemoveProps) {
	const texts = useTexts().house.remove;
	const go = async (close: () => void) => {
		close();
		if (!await store({channel: '', keys: []})) return;
		// The browser keeps what a policy or the manifest gives.
		await giveBackAccess([channelPattern(address)]).catch(() => undefined);
		done();
	};
	return <Sure id="remove-sure" texts={texts} go={go}><p>{texts.then}</p></Sure>;
}
