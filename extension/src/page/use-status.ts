import {useEffect, useState} from 'preact/hooks';
import {ask} from '../shared/ask.js';
import {onMessage} from '../shared/browser.js';
import type {AnswerTo, Notice} from '../shared/protocol.js';

/** An engine that has not started by then is told of as it stands. */
const startWithinMs = 10_000;

/** How things stand in the background; undefined until it has answered. */
export function useStatus(): AnswerTo<'status'> | undefined {
	const [status, setStatus] = useState<AnswerTo<'status'> | undefined>(undefined);
	useEffect(() => {
		let left = false;
		const show = (answer: AnswerTo<'status'>) => {
			if (!left) setStatus(answer);
		};
		const look = async () => {
			const now = await ask('status', {});
			show(now);
			if (now.ok && now.value.engine === 'starting') show(await ask('status', {wait: true}, startWithinMs));
		};
		void look();
		const stop = onMessage(message => {
			if ((message as Partial<Notice> | null)?.notice === 'settings-changed') void look();
			return undefined;
		});
		return () => {
			left = true;
			stop();
		};
	}, []);
	return status;
}
