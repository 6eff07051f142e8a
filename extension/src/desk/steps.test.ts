import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Handed, Surface} from '../shared/protocol.js';
import type {Site} from '../shared/sites.js';
import {en} from '../shared/texts/en.js';
import {correctionText} from './correction-text.js';
import {noticeProvisions} from './notice.js';
import {isIncident, mishapOf, mishaps, provisionsOf, type Step, stepsFor, venueOf, venues} from './steps.js';

const words = en.desk.correction;
const all = mishaps.flatMap(mishap => venues.map(venue => ({mishap, venue, steps: stepsFor(mishap, venue)})));
const knownProvisions = ['ec', 'osce', 'un']
	.map(org => readFileSync(path.join(import.meta.dirname, `../../../rules/provisions/${org}.yaml`), 'utf8'))
	.flatMap(yaml => [...yaml.matchAll(/^- id: (\S+)$/gmu)].map(([, id]) => id));

/** The first comes before the second. */
const before = (steps: Step[], first: Step, second: Step) => steps.includes(first) && steps.indexOf(first) < steps.indexOf(second);

describe('the steps', () => {
	it('are there for each of the 24 cases, each step once and with words', () => {
		expect(all).toHaveLength(24);
		for (const {mishap, venue, steps} of all) {
			expect(steps.length, `${mishap} ${venue}`).toBeGreaterThanOrEqual(3);
			expect(new Set(steps).size, `${mishap} ${venue}`).toBe(steps.length);
			for (const step of steps) expect(words.step[step], step).toBeTruthy();
		}
	});

	it('are all taken somewhere', () => {
		const used = new Set(all.flatMap(({steps}) => steps));
		expect(Object.keys(words.step).filter(step => !used.has(step as Step))).toEqual([]);
	});

	it('post the correction first on X and delete then; elsewhere edit and say so', () => {
		expect(before(stepsFor('fact', 'x'), 'replyCorrection', 'thenDelete')).toBe(true);
		expect(before(stepsFor('shared', 'x'), 'postRight', 'undoShare')).toBe(true);
		for (const venue of ['linkedin', 'facebook'] as const) {
			expect(before(stepsFor('fact', venue), 'editPost', 'sayEdited')).toBe(true);
			expect(stepsFor('fact', venue)).not.toContain('thenDelete');
		}
		expect(stepsFor('fact', 'message')[0]).toBe('tellReaders');
	});

	it('tell security of every incident, and never correct a leak in public', () => {
		for (const {mishap, venue, steps} of all) {
			expect(steps.includes('callSecurity'), `${mishap} ${venue}`).toBe(isIncident(mishap));
			if (mishap === 'leak') expect(correctionText(words.texts, mishap, venue)).toBeUndefined();
			else expect(correctionText(words.texts, mishap, venue), `${mishap} ${venue}`).toBeTruthy();
		}
	});

	it('rest on provisions that exist', () => {
		expect(knownProvisions.length).toBeGreaterThan(100);
		const cited = [...all.flatMap(({steps}) => steps.flatMap(provisionsOf)), ...Object.values(noticeProvisions).flat()];
		expect(cited.filter(id => !knownProvisions.includes(id))).toEqual([]);
	});

	it('have places in their texts that are known as places', () => {
		const known: string[] = Object.values(words.places);
		for (const [name, text] of Object.entries(words.texts)) {
			expect(text.match(/\[[^\]]+\]/gu)?.filter(place => !known.includes(place)) ?? [], name).toEqual([]);
		}
	});
});

describe('what was handed over', () => {
	const handed = (site: Site, surface: Surface, ...of: string[]): Handed => ({
		tool: 'correction', site, surface, findings: of.map(category => ({rule: 'a/b', category, title: '', message: '', provisions: []})),
	});
	it('tells where it stands and what probably went wrong', () => {
		expect(venueOf(handed('linkedin', 'post'))).toBe('linkedin');
		expect(venueOf(handed('x', 'dm'))).toBe('message');
		expect(venueOf(handed('none', 'post'))).toBeUndefined();
		expect(venueOf(null)).toBeUndefined();
		expect(mishapOf(handed('x', 'post', 'publication', 'confidentiality'))).toBe('leak');
		expect(mishapOf(handed('x', 'post', 'publication'))).toBeUndefined();
		expect(mishapOf(null)).toBeUndefined();
	});
});
