import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import type {House, PackInfo, Refusal, Result} from './finding.js';
import type {Verified} from '../background/engine.js';

// Typed, so that a field that is added, dropped or renamed on one side fails on the other.
const result: Result = {
	findings: [
		{
			rule: 'confidentiality/internal-document', category: 'confidentiality', severity: 'warning', start: 3, end: 16, part: 0,
			shared: false, weighed: [[3, 11], [12, 16]], provisions: ['EC-2b-1'], title: 'Internal "document"', message: 'Line one\nline two \\ 😀', advice: 'Leave it out.',
			suggestions: [{label: 'Remove', start: 0, end: 17, text: ''}],
		},
		{
			rule: 'endorsement/party', category: 'endorsement', severity: 'hint', was: 'caution', start: 0, end: 5, part: 2,
			shared: true, provisions: [], title: 'T', message: 'M', advice: 'A', suggestions: [],
		},
	],
	notes: [{kind: 'cut', what: '200000'}, {kind: 'language', what: 'fi'}, {kind: 'skipped', what: 'ru'}, {kind: 'silenced', what: 'accuracy/hearsay'}],
	langs: ['en', 'fr'],
};

const house: House = {
	id: 'sample-unit', name: 'Sample Unit', version: 3, channel: 'staff', notBefore: 1_767_225_600, expires: 1_798_761_600, standing: 'stale',
	key: '0123456789abcdef', rules: 2,
	lowered: [{rule: 'accuracy/hearsay', title: 'Hearsay', from: 'caution', to: 'hint'}],
	silenced: [{rule: 'branding/emblem', title: 'An emblem'}],
	apps: {recommended: ['House Chat'], discouraged: [], banned: ['Gossip Box']},
	news: [{version: 3, says: 'Two rules on the move.'}],
};

const verdicts: Verified[] = [
	{
		house, digest: 'd1', withdraws: ['0123456789abcdef'],
		changes: [
			{kind: 'rule-added', rule: 'confidentiality/move', title: 'The move'},
			{kind: 'severity', rule: 'accuracy/hearsay', title: 'Hearsay', from: 'caution', to: 'hint'}, {kind: 'contacts'},
		],
	},
	{refusal: {reason: 'not-newer', got: 'version 2', want: 'above 3'}},
];

/** Every reason there is; the type holds the list complete. */
const reasons: Record<Refusal['reason'], true> = {
	'too-large': true, 'truncated': true, 'bad-form': true, 'unknown-key': true, 'withdrawn-key': true, 'bad-signature': true,
	'wrong-channel': true, 'not-newer': true, 'not-yet-valid': true, 'expired': true, 'unreadable': true, 'unfit': true,
};

const pack: PackInfo = {
	id: 'ec', name: 'European Commission', version: '1', rules: 7,
	sources: [{id: 'EC', title: 'G', date: '2019-01'}],
	credits: [{what: 'w', from: 'f', licence: 'MIT'}],
	contacts: [{role: 'r', address: 'a@b'}, {role: 's'}],
	disclaimers: {en: 'e', fr: 'f'},
	media: [{ask: 'Is it yours?', provisions: ['EC-1']}],
	checkup: [
		{id: 'two-step', ask: 'Is a second step on?', why: 'w', provisions: ['EC-1'], links: {linkedin: 'https://www.linkedin.com/s', x: 'https://x.com/s'}, edition: '1a2b'},
		{id: 'old-posts', ask: 'Old posts?', why: 'w', provisions: ['EC-1'], links: {}, edition: '0'},
	],
	provisions: {'EC-1': {id: 'EC-1', document: 'd', place: 'p', says: 's'}},
	house,
};

const read = (name: string) => readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'testdata', 'contract', name), 'utf8');

it.each([
	['result.json', [result]], ['pack.json', [pack]], ['verdict.jsonl', verdicts], ['reasons.json', [Object.keys(reasons)]],
])('is what the engine writes (wasm/browser/wire reads the same %s)', (name, values) => {
	const texts = name.endsWith('l') ? read(name).trimEnd().split('\n') : [read(name)];
	expect(texts.map(text => JSON.parse(text) as unknown)).toEqual(values);
});
