import type {Finding, Note, PackInfo, Provision, Result} from '../../shared/finding.js';
import type {CheckAnswer, CheckRequest} from '../../shared/protocol.js';
import {siteOf} from '../../shared/sites.js';
import type {Pairs} from '../engine.js';
import type {Dismissals} from '../dismissals.js';
import {asRecord, asSite, asSurface, asText, asTexts} from './form.js';
import {type Handler, Refusal} from './handler.js';

/** Judges a text, and leaves out what the user has dismissed for good. */
export const check: Handler<'check'> = {
	from: 'anywhere',
	parse,
	async answer(request, {checker, dismissals, settings}, sender) {
		const site = siteOf(sender.url);
		if (site && !(await settings()).sites[site]) throw new Refusal('site-off');
		// What site a page is comes from the browser, not from the page's own word.
		const result = await checker.check(pairsOf({...request, site: site ?? 'none'}));
		const findings = await undismissed(result.findings, request, dismissals);
		return answerOf({...result, findings}, checker.pack);
	},
};

function parse(request: Record<string, unknown>): CheckRequest | undefined {
	const text = asText(request['text']);
	const parts = asTexts(request['parts']);
	const surface = asSurface(request['surface']);
	const site = asSite(request['site']);
	if ((text === undefined) === (parts === undefined) || !surface || !site) return undefined;
	const [lang, handle] = [asText(request['lang']), asText(request['handle'])];
	const shared = parseShared(request['shared']);
	return {surface, site, ...(text === undefined ? {parts} : {text}), ...(lang && {lang}), ...(handle && {handle}), ...(shared && {shared})};
}

function parseShared(value: unknown): CheckRequest['shared'] {
	const record = asRecord(value);
	const text = asText(record?.['text']);
	if (text === undefined) return undefined;
	const author = asText(record?.['author']);
	return {text, ...(author && {author})};
}

/** What a page is told of a result. */
export function answerOf({findings, notes, langs}: Result, pack: PackInfo | undefined): CheckAnswer {
	return {findings, notes: notes.map(note => named(note, pack)), langs, provisions: cited(findings, pack)};
}

/** The request as the engine reads it; see wasm/browser. */
export function pairsOf({text, parts, surface, site, lang, handle, shared}: CheckRequest): Pairs {
	const pairs: [string, string][] = parts ? parts.map(part => ['part', part]) : [['text', text ?? '']];
	pairs.push(['surface', surface], ['site', site]);
	if (lang) pairs.push(['lang', lang]);
	if (handle) pairs.push(['handle', handle]);
	if (shared) pairs.push(['shared', shared.text]);
	if (shared?.author) pairs.push(['author', shared.author]);
	return pairs;
}

async function undismissed(findings: Finding[], request: CheckRequest, dismissals: Dismissals): Promise<Finding[]> {
	const gone = await dismissals.has(findings.map(finding => ({rule: finding.rule, phrase: phraseOf(finding, request)})));
	return findings.filter((_, index) => !gone[index]);
}

/** The words a finding marks. */
function phraseOf({start, end, part, shared}: Finding, request: CheckRequest): string {
	const text = shared ? request.shared?.text : request.parts ? request.parts[part] : request.text;
	return (text ?? '').slice(start, end);
}

function cited(findings: readonly Finding[], pack: PackInfo | undefined): Record<string, Provision> {
	const ids = new Set(findings.flatMap(finding => finding.provisions));
	return Object.fromEntries(Object.entries(pack?.provisions ?? {}).filter(([id]) => ids.has(id)));
}

/** Says which rule was silenced by its title, as the engine knows rules by their ids. */
function named(note: Note, pack: PackInfo | undefined): Note {
	const rule = note.kind === 'silenced' && pack?.house?.silenced.find(one => one.rule === note.what);
	return rule ? {...note, what: rule.title} : note;
}
