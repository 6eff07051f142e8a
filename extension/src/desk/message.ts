import {byPhone} from '../shared/by-phone.js';
import type {Provision} from '../shared/finding.js';
import type {CheckAnswer, Handed} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';

/** What is known of the draft: it is being checked, could not be, or this is what was found. */
export type DraftCheck = 'checking' | 'failed' | CheckAnswer;

/** Why the draft stays out, or that it may go along. */
export type DraftState = 'none' | 'phone' | 'checking' | 'failed' | 'may';

/** True where the findings are about something that is told by phone only. */
function isByPhone(findings: Handed['findings'] | CheckAnswer['findings'] = []): boolean {
	return findings.some(({category}) => byPhone.has(category));
}

/** Whether the draft may go along: judged by what was handed over and by a check of the whole draft. */
export function draftState(handed: Handed | null, draft: string, check: DraftCheck): DraftState {
	if (isByPhone(handed?.findings)) return 'phone';
	if (!draft.trim()) return 'none';
	if (typeof check === 'string') return check;
	return isByPhone(check.findings) ? 'phone' : 'may';
}

/** What goes out after the message: the draft where the user ticked it and it may, otherwise nothing. */
export function appended(intro: string, draft: string, state: DraftState, ticked: boolean): string {
	return ticked && state === 'may' ? `\n\n${intro}\n\n${draft.trim()}` : '';
}

/** The ready message. It holds the user's text nowhere. */
export function askMessage(texts: Texts, handed: Handed | null): string {
	const {ask} = texts.desk;
	const findings = handed?.findings ?? [];
	const where = handed && handed.site !== 'none' ? texts.sites[handed.site] : ask.anySite;
	const phone = isByPhone(findings);
	return [
		ask.hello,
		fill(phone ? ask.introPhone : ask.intro, {where}),
		// What a finding is called may say too much already.
		phone ? '' : listed(ask.points, [...new Set(findings.map(({title}) => title))]),
		listed(ask.provisions, citedBy(handed).map(provision => fill(ask.provision, {...provision}))),
		phone ? ask.questionPhone : findings.length > 0 ? ask.question : ask.questionOpen,
		ask.wait,
		ask.bye,
	].filter(Boolean).join('\n\n');
}

/** The provisions that the findings cite, each once. */
export function citedBy(handed: Handed | null): Provision[] {
	const ids = new Set((handed?.findings ?? []).flatMap(({provisions}) => provisions));
	return [...ids].flatMap(id => handed?.provisions?.[id] ?? []);
}

const listed = (title: string, items: readonly string[]): string =>
	(items.length > 0 ? [title, ...items.map(item => `- ${item}`)].join('\n') : '');
