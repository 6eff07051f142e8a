import {useEffect, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import {onLocalChange, readLocal, writeLocal} from '../shared/browser.js';
import {dismissalsKey} from '../shared/storage.js';
import {counted} from '../shared/texts.js';
import type {Undoable} from './done.js';

/** How many phrases were dismissed for good, and the way to see them again. */
export function Forget({done}: {done: (what: Undoable) => void}) {
	const texts = useTexts();
	const [count, setCount] = useState<number | undefined>(undefined);
	const [problem, setProblem] = useState<string | undefined>(undefined);
	useEffect(() => {
		const look = () => void ask('dismissals', {}).then(answer => {
			if (answer.ok) setCount(answer.value.count);
			setProblem(answer.ok ? undefined : texts.reasons[answer.reason]);
		});
		look();
		return onLocalChange(dismissalsKey, look);
	}, []);
	const forget = async () => {
		const undo = await forgetDismissals();
		done({text: texts.options.forgot, undo});
	};
	return (
		<section class="stack" aria-labelledby="forget">
			<h2 id="forget">{texts.options.forget}</h2>
			{problem && <p class="notice" role="alert">{problem}</p>}
			{count !== undefined && <p>{counted(texts.options.dismissed, count)}</p>}
			{count !== undefined && count > 0 && <div><button onClick={() => void forget()}>{texts.options.forgetDismissals}</button></div>}
		</section>
	);
}

/** Forgets the dismissals and gives the way to bring them back. */
export async function forgetDismissals(): Promise<() => Promise<void>> {
	const stored = await readLocal(dismissalsKey);
	await ask('forget-dismissals', {});
	return async () => {
		if (stored !== undefined) await writeLocal(dismissalsKey, stored);
	};
}
