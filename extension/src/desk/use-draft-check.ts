import {useEffect, useState} from 'preact/hooks';
import {ask} from '../shared/ask.js';
import type {Surface} from '../shared/protocol.js';
import type {DraftCheck} from './message.js';

/** A draft is checked when the typing has paused this long. */
const checkAfterMs = 300;

/** Checks the draft as it is now. The findings of a card are about one place only; this is about all of it. */
export function useDraftCheck(draft: string, surface: Surface): DraftCheck {
	const [checked, setChecked] = useState<{draft: string; check: DraftCheck}>({draft: '', check: 'checking'});
	useEffect(() => {
		if (!draft.trim()) return;
		let left = false;
		const look = async () => {
			const answer = await ask('check', {text: draft, surface, site: 'none'});
			if (!left) setChecked({draft, check: answer.ok ? answer.value : 'failed'});
		};
		const timer = setTimeout(() => void look(), checkAfterMs);
		return () => {
			left = true;
			clearTimeout(timer);
		};
	}, [draft, surface]);
	// An answer about an earlier draft says nothing about this one.
	return checked.draft === draft ? checked.check : 'checking';
}
