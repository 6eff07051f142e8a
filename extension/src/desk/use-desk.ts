import {useEffect, useState} from 'preact/hooks';
import {ask} from '../shared/ask.js';
import type {Handed, Reason} from '../shared/protocol.js';
import {type DeskTool, parseAddress} from './address.js';

/** What the desk shows, and what it was handed. */
export interface DeskState {
	tool: DeskTool;
	/** Undefined while it is fetched, null where nothing was handed over. */
	handed: Handed | null | undefined;
	/** True where something was handed over that is there no more. */
	lost: boolean;
	/** Why it could not be fetched. */
	problem: Reason | undefined;
}

/** Follows the address. What was handed over is fetched once and stays until the page is closed. */
export function useDesk(): DeskState {
	const [state, setState] = useState<DeskState>(() => stateAt(location.hash));
	useEffect(() => {
		let left = false;
		const follow = async () => {
			const {tool, token} = parseAddress(location.hash);
			setState(before => ({...before, tool, ...(token !== undefined && {handed: undefined})}));
			if (token === undefined) return;
			const change = await fetchHanded(token);
			// A token is good for one fetch: a reload must not ask for it again.
			history.replaceState(null, '', `#${tool}`);
			if (!left) setState(before => ({...before, ...change}));
		};
		const onMove = () => void follow();
		void follow();
		window.addEventListener('hashchange', onMove);
		return () => {
			left = true;
			window.removeEventListener('hashchange', onMove);
		};
	}, []);
	return state;
}

function stateAt(hash: string): DeskState {
	const {tool, token} = parseAddress(hash);
	return {tool, handed: token === undefined ? null : undefined, lost: false, problem: undefined};
}

async function fetchHanded(token: string): Promise<Pick<DeskState, 'handed' | 'lost' | 'problem'>> {
	const answer = await ask('handed', {token});
	if (!answer.ok) return {handed: null, lost: false, problem: answer.reason};
	return {handed: answer.value, lost: answer.value === null, problem: undefined};
}
