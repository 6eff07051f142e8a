/** What our pages show of an organisation's pack, each state reached with real envelopes that the background verifies. */
import type {Page} from '../../browsers/browser.js';
import type {Stage} from '../../browsers/stage.js';
import type {Change} from '../../src/shared/finding.js';
import {harbours, harboursVersion, inspection, silenced, weighed} from '../harbours.js';
import {type Held, hold} from '../held.js';
import {newKey, seal} from '../sealed.js';
import type {PageState} from './states.js';
import {seen, written} from './written.js';

const key = newKey();
const day = 24 * 60 * 60;

/** Envelopes that are valid, out of date, and out of date for too long. */
async function make() {
	const payload = await harbours();
	const held = (from: number, until: number) => ({version: harboursVersion, envelope: seal({key, payload, version: harboursVersion, from: from * day, until: until * day})});
	return {fresh: held(-30, 60), stale: held(-30, -5), lapsed: held(-300, -200)};
}

/** Makes the background hold what a state needs. */
function held(what: (made: Awaited<ReturnType<typeof make>>) => Partial<Held>) {
	return async (stage: Stage) => hold(stage, {keys: [key.public], ...what(await make())});
}

const changes: Change[] = [
	{kind: 'rule-added', rule: inspection.rule, title: 'An inspection that has not begun'},
	{kind: 'severity', rule: 'publication/media-appearance', title: 'An interview on your work', from: 'hint', to: 'caution'},
	{kind: 'silenced', rule: 'escalation/shouting', title: 'Capitals'},
	{kind: 'contacts'}, {kind: 'apps'},
];
const refused = {refusal: {refusal: {reason: 'unknown-key', got: 'key 0123456789abcdef', want: 'one of fedcba9876543210'} as const, at: Date.now() - 7_200_000}};
const shows = (selector: string) => async (page: Page) => void await seen(page, selector);

/** Opens the form and sends it off with what it cannot take. */
async function mistaken(page: Page): Promise<void> {
	await seen(page, '#channel summary');
	await page.click('#channel summary');
	await page.click('#channel input[name=address]');
	await page.type('https://packs.example.org/v1/channels/Staff');
	await page.click('#channel textarea');
	await page.type('not-a-key');
	await page.click('#channel form button');
}

export const houseStates: readonly PageState[] = [
	{name: 'options pack mistaken', file: 'options.html#channel', show: mistaken},
	{name: 'options pack', file: 'options.html#channel', prepare: held(({fresh}) => ({held: fresh, seen: 1, changes})), show: shows('.house-news')},
	{name: 'options pack stale', file: 'options.html#channel', prepare: held(({stale}) => ({
		held: stale, ...refused, failures: 4, failure: {failure: {kind: 'unreachable', got: 'TypeError: Failed to fetch'}, at: Date.now() - 60_000},
	})), show: shows('#channel .notice')},
	{name: 'options pack not allowed', file: 'options.html#channel', prepare: held(() => ({address: 'https://packs.example.org/v1/channels/harbours'})), show: shows('#channel .notice')},
	{name: 'popup pack', file: 'popup.html', prepare: held(({fresh}) => ({held: fresh, seen: 1, changes})), show: shows('.house-news')},
	{name: 'popup pack findings', file: 'popup.html', prepare: held(({fresh}) => ({held: fresh, ...refused})), show: written(`${weighed.sentence} ${silenced.sentence}`, 'comment')},
	{name: 'popup pack lapsed', file: 'popup.html', prepare: held(({lapsed}) => ({held: lapsed})), show: shows('.notice')},
];
