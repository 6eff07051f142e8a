/** Every page of ours and every state it can be in, for tests of looks, words and access, and for pictures. */
import type {Page} from '../../browsers/browser.js';
import type {Stage} from '../../browsers/stage.js';
import {embargo, internal} from '../samples.js';
import {changeSettings, type Change} from '../settings.js';
import {pause, until} from '../writer.js';
import {seen, written} from './written.js';
import {houseStates} from './house-states.js';

/** One state of a page. */
export interface PageState {
	name: string;
	/** The page's file, with what comes after a #. */
	file: string;
	/** What the user has set, besides working for the Commission. */
	settings?: Change;
	/** What must be there before the page is opened. */
	prepare?(stage: Stage): Promise<void>;
	/** What the user does on the page before they see this; by selectors, as the words may be of any language. */
	show?(page: Page): Promise<void>;
}

/** Looks for something among the options. */
function searched(words: string) {
	return async (page: Page) => {
		await seen(page, 'input[type=search]');
		await page.click('input[type=search]');
		await page.type(words);
	};
}

export const states: readonly PageState[] = [
	{name: 'welcome', file: 'welcome.html'},
	{name: 'welcome first', file: 'welcome.html', settings: {org: ''}},
	{name: 'popup', file: 'popup.html'},
	{name: 'popup first', file: 'popup.html', settings: {org: ''}},
	{name: 'popup findings', file: 'popup.html', show: written(`Hello 🚀. ${internal.sentence} ${embargo.sentence}`)},
	{name: 'popup nothing found', file: 'popup.html', show: written('Good morning from the harbour.')},
	{name: 'popup not checked', file: 'popup.html', show: written('Tänään on kaunis päivä ja lähdemme järvelle uimaan ja soutamaan koko perheen kanssa, kunhan aurinko nousee ja tuuli tyyntyy.')},
	{name: 'options', file: 'options.html'},
	{name: 'options first', file: 'options.html', settings: {org: ''}},
	{name: 'options with words', file: 'options.html#words', settings: {
		field: ['fisheries'], watchlist: [{word: 'Blue Heron', until: '2099-01-31'}, {word: 'Otter'}], severity: {offensive: 'hint'},
	}},
	{name: 'options nothing found', file: 'options.html', show: searched('zzzz')},
	{name: 'popup profile', file: 'popup.html', show: written('Policy officer at the European Commission. Bikes, bread, Bologna.', 'bio')},
	...(['ask', 'publication', 'correction', 'record', 'checkup'] as const).map(tool => ({name: `desk ${tool}`, file: `desk.html#${tool}`})),
	...houseStates,
];

/** Opens a page in one of its states. */
export async function openState(stage: Stage, {file, settings, prepare, show}: PageState): Promise<Page> {
	await changeSettings(stage, {org: 'ec', channel: '', keys: [], ...settings});
	await prepare?.(stage);
	const page = await stage.browser.open(stage.browser.extensionUrl(file));
	await page.front();
	await until('content', () => page.evaluate(() => document.body.innerText.length > 40));
	await show?.(page);
	await pause(200);
	return page;
}
