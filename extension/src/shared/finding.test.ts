import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import type {PackInfo, Result} from './finding.js';

// Typed, so that a field that is added, dropped or renamed on one side fails on the other.
const result: Result = {
	findings: [
		{
			rule: 'confidentiality/internal-document', category: 'confidentiality', severity: 'warning', start: 3, end: 16, part: 0,
			shared: false, weighed: [[3, 11], [12, 16]], provisions: ['EC-2b-1'], title: 'Internal "document"', message: 'Line one\nline two \\ 😀', advice: 'Leave it out.',
			suggestions: [{label: 'Remove', start: 0, end: 17, text: ''}],
		},
		{
			rule: 'endorsement/party', category: 'endorsement', severity: 'hint', start: 0, end: 5, part: 2,
			shared: true, provisions: [], title: 'T', message: 'M', advice: 'A', suggestions: [],
		},
	],
	notes: [{kind: 'cut', what: '200000'}, {kind: 'language', what: 'fi'}, {kind: 'skipped', what: 'ru'}],
	langs: ['en', 'fr'],
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
};

it.each([['result.json', result], ['pack.json', pack]])('is what the engine writes (wasm/browser/wire reads the same %s)', (name, value) => {
	const file = path.join(import.meta.dirname, '..', '..', '..', 'testdata', 'contract', name);
	expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(value);
});
