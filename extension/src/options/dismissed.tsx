import {useEffect, useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import {onLocalChange, readLocal, writeLocal} from '../shared/browser.js';
import {shownDay} from '../shared/day.js';
import type {Dismissal} from '../shared/protocol.js';
import {dismissalsKey} from '../shared/storage.js';
import {counted, fill, type Texts} from '../shared/texts.js';
import type {DoneThing} from './done.js';

/** What was dismissed for good, and the way to see it again, one by one or all. */
export function Dismissed({done}: {done: (what: DoneThing) => void}) {
	const texts = useTexts();
	const own = texts.options;
	const {entries, problem, look} = useDismissals();
	const takeBack = async (text: string, call: 'restore-dismissal' | 'forget-dismissals', mac = '') => {
		const undo = await forgetDismissals(call, mac);
		look();
		if (undo) done({text, undo});
	};
	if (problem !== undefined) return <p class="notice" role="alert">{fill(own.dismissal.failed, {reason: problem})}</p>;
	if (!entries) return <p class="quiet">{own.loading}</p>;
	return (
		<>
			<p>{counted(own.dismissed, entries.length)}</p>
			{entries.length > 0 && <ul class="dismissed plain-list">
				{entries.map(entry => <Entry key={entry.mac} entry={entry} again={() => void takeBack(own.dismissal.restored, 'restore-dismissal', entry.mac)} />)}
			</ul>}
			{entries.length > 1 && <div><button onClick={() => void takeBack(own.forgot, 'forget-dismissals')}>{own.forgetDismissals}</button></div>}
		</>
	);
}

/** Longer than a check may take: while a full storage is emptied the background has much to do. */
const patientMs = 15_000;

/** What is dismissed at present. */
function useDismissals(): {entries: readonly Dismissal[] | undefined; problem: string | undefined; look: () => void} {
	const texts = useTexts();
	const [entries, setEntries] = useState<readonly Dismissal[] | undefined>(undefined);
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const look = () => void ask('dismissals', {}, patientMs).then(answer => {
		if (answer.ok) setEntries(answer.value.entries);
		setProblem(answer.ok ? undefined : texts.reasons[answer.reason]);
	});
	useEffect(() => {
		look();
		return onLocalChange(dismissalsKey, look);
	}, []);
	return {entries, problem, look};
}

function Entry({entry, again}: {entry: Dismissal; again: () => void}) {
	const texts = useTexts();
	const what = describeDismissal(entry, texts);
	return (
		<li class="row apart">
			<span>{what}</span>
			<button aria-label={fill(texts.options.dismissal.againNamed, {what})} onClick={again}>{texts.options.dismissal.again}</button>
		</li>
	);
}

/** The rule in words, the site and the day. The name of a rule is made of English words. */
function describeDismissal({rule, site, date}: Dismissal, texts: Texts): string {
	const [category = '', name = ''] = rule.split('/');
	const categories: Record<string, string> = texts.categories;
	const shown = `${categories[category] ?? category} (${name.replaceAll('-', ' ')})`;
	const {where, here} = texts.options.dismissal;
	const day = shownDay(date, texts.lang);
	return site === 'none' ? fill(here, {rule: shown, date: day}) : fill(where, {rule: shown, site: texts.sites[site], date: day});
}

/** Forgets the dismissals, or one, and gives the way to bring them back; undefined where that failed. */
export async function forgetDismissals(call: 'restore-dismissal' | 'forget-dismissals', mac = ''): Promise<(() => Promise<void>) | undefined> {
	const stored = await readLocal(dismissalsKey);
	const answer = await (call === 'restore-dismissal' ? ask(call, {mac}) : ask(call, {}));
	if (!answer.ok) return undefined;
	return async () => {
		if (stored !== undefined) await writeLocal(dismissalsKey, stored);
	};
}
