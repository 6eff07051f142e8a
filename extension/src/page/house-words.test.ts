import {describe, expect, it} from 'vitest';
import type {House, PackInfo, Refusal} from '../shared/finding.js';
import type {ChannelStatus, Failure} from '../shared/protocol.js';
import {initialSettings} from '../shared/settings.js';
import {en} from '../shared/texts/en.js';
import {addedApps, changeText, judging, standingText, troublesOf} from './house-words.js';

const expires = Date.UTC(2026, 10, 22, 12) / 1000;
const house: House = {
	id: 'example', name: 'Example Office', version: 7, channel: 'staff', notBefore: expires - 1000, expires, standing: 'fresh', key: '00',
	rules: 1, lowered: [], silenced: [], apps: {recommended: ['Courier', 'Signal'], discouraged: [], banned: ['Pigeon']}, news: [],
};
const channel: ChannelStatus = {address: 'https://packs.example.org/v1/channels/staff', checking: false, house};
const refused = (reason: Refusal['reason'], at = 1): Pick<ChannelStatus, 'refusal'> => ({refusal: {refusal: {reason, got: 'this', want: 'that'}, at}});
const failed = (kind: Failure['kind'], got?: string): Pick<ChannelStatus, 'failure'> => ({failure: {failure: {kind, ...(got && {got})}, at: 2, times: 1}});

describe('the standing of a house pack', () => {
	it('is told where it is old, with the day on which it ends', () => {
		expect(standingText(house, en)).toBeUndefined();
		expect(standingText({...house, standing: 'stale'}, en)).toMatch(/been out of date since November 22, 2026\. .* until May 21, 2027\.$/u);
		expect(standingText({...house, standing: 'lapsed'}, en)).toContain('too long, so only the guidelines');
	});

	it('says whether it judges', () => {
		expect(judging(channel)).toBe(house);
		expect(judging({...channel, house: {...house, standing: 'stale'}})).toBeDefined();
		expect(judging({...channel, house: {...house, standing: 'lapsed'}})).toBeUndefined();
		expect(judging({...channel, house: null})).toBeUndefined();
		expect(judging(null)).toBeUndefined();
	});
});

describe('what is in the way', () => {
	it('has words of its own for every reason, and what to do', () => {
		const {refusals, failures} = en.house;
		const reasons = Object.keys(refusals) as Refusal['reason'][];
		const said = [
			...reasons.flatMap(reason => troublesOf({...channel, ...refused(reason)}, en)),
			...(Object.keys(failures) as Failure['kind'][]).flatMap(kind => troublesOf({...channel, ...failed(kind, '503')}, en)),
		];
		expect(said).toHaveLength(19);
		expect(new Set(said.map(({says}) => says)).size).toBe(19);
		for (const {says, then} of said) {
			expect(then).toMatch(/\.$/u);
			expect(says + then).not.toMatch(/[{}]/u);
		}
		expect(said[0]?.detail).toBe('In detail: got this, want that.');
	});

	it('tells the newest first, and the same thing once', () => {
		const all = {...channel, ...refused('expired', 1), ...failed('status', '503'), heldRefusal: {reason: 'unfit', got: 'a', want: 'b'}} as const;
		expect(troublesOf(all, en).map(({says}) => says)).toEqual([
			'The address answered with 503 instead of a pack.', en.house.refusals.expired.says, en.house.refusals.unfit.says,
		]);
		expect(troublesOf({...channel, ...refused('unfit'), heldRefusal: {reason: 'unfit', got: 'a', want: 'b'}}, en)).toHaveLength(1);
		expect(troublesOf(channel, en)).toEqual([]);
	});

	it('gives what the browser said only where the words do not hold it', () => {
		expect(troublesOf({...channel, ...failed('unreachable', 'NetworkError')}, en)[0]).toMatchObject({detail: 'In detail: NetworkError.', times: 1, calm: true});
		expect(troublesOf({...channel, ...failed('status', '404')}, en)[0]).not.toHaveProperty('detail');
	});
});

it('names what an update changed, by the title of the rule or else its id', () => {
	expect(changeText({kind: 'severity', rule: 'a/b', title: 'Leaks', from: 'warning', to: 'hint'}, en)).toBe('Leaks: Hint instead of Warning');
	expect(changeText({kind: 'rule-removed', rule: 'a/b'}, en)).toBe('Rule taken out: a/b');
	expect(changeText({kind: 'apps'}, en)).toBe('What it says about apps has changed.');
});

it('adds the apps of a pack that judges to those of the settings', () => {
	const settings = {...initialSettings(), appsRecommended: ['signal']};
	const pack = {house} as PackInfo;
	expect(addedApps('appsRecommended', settings, pack)).toEqual(['Courier']);
	expect(addedApps('appsBanned', settings, pack)).toEqual(['Pigeon']);
	expect(addedApps('guard', settings, pack)).toEqual([]);
	expect(addedApps('appsBanned', settings, {house: {...house, standing: 'lapsed'}} as PackInfo)).toEqual([]);
	expect(addedApps('appsBanned', settings, null)).toEqual([]);
});
