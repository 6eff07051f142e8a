import {useEffect, useState} from 'preact/hooks';
import {ask} from '../shared/ask.js';
import type {Handed} from '../shared/protocol.js';

/** What was handed over to the popup: `waiting` while it is fetched, `lost` where it was fetched before. */
export type HandedState = Handed | 'none' | 'waiting' | 'lost';

/** Fetches what the address of the popup names, once. Without a name in it the popup is empty. */
export function useHanded(): HandedState {
	const token = location.hash.slice(1);
	const [state, setState] = useState<HandedState>(token ? 'waiting' : 'none');
	useEffect(() => {
		if (!token) return;
		void ask('handed', {token}).then(answer => setState(answer.ok && answer.value ? answer.value : 'lost'));
		// It is given out once: loading the page again must not ask in vain.
		history.replaceState(null, '', location.pathname);
	}, []);
	return state;
}
