/** What a page's conversation is read as when the user asks to keep a record of it, and what a card hands over. */
import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {openForm, write} from './box.js';
import {untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {internal} from './samples.js';
import {type Form, forms} from './surfaces/forms.js';
import {chooseOrganisation, clickButton, openCard, until, untilUnderlined} from './writer.js';
import type {Conversation} from '../src/shared/protocol.js';
import type {Stage} from '../browsers/stage.js';

const formOf = (id: string): Form => forms.find(form => form.id === id)!;

/** Asks the content script of a page what the background would. */
async function ask(stage: Stage, url: string): Promise<Conversation> {
	const own = await stage.browser.openBehind(stage.browser.extensionUrl('options.html'));
	const answer = await own.evaluate(async (host: string) => {
		const tabs = await chrome.tabs.query({url: `${host}/*`});
		return chrome.tabs.sendMessage<object, Conversation>(tabs[0]!.id!, {notice: 'selected-messages'});
	}, new URL(url).origin);
	await own.close();
	return answer;
}

/** Selects from the first of these words to the last, wherever they are shown. */
function select(page: Page, from: string, to: string): Promise<void> {
	return page.evaluate((first: string, last: string) => {
		const roots: (Document | ShadowRoot)[] = [document, ...[...document.querySelectorAll('*')].flatMap(one => one.shadowRoot ?? [])];
		for (const root of roots) {
			const nodes: Text[] = [];
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) nodes.push(walker.currentNode as Text);
			const [start, end] = [first, last].map(words => nodes.find(node => node.data.includes(words) && !node.parentElement!.closest('script, style')));
			if (!start || !end) continue;
			const selection = (root as {getSelection?(): Selection | null}).getSelection?.() ?? getSelection()!;
			return selection.setBaseAndExtent(start, 0, end, end.length);
		}
		throw new Error(`words: got none, want ${first}`);
	}, from, to);
}

const chats: readonly {id: string; people: string[]; messages: object[]; part: [string, string]; chosen: number[]}[] = [
	{
		id: 'x chat', people: ['river_gauge', 'sample_writer'], part: ['Yes. I bring', 'Good. The repair'], chosen: [1, 2],
		messages: [
			{author: 'river_gauge', text: 'Lunch by the river at noon?', sent: '2026-11-20T09:41:00.000Z'},
			{author: 'sample_writer', text: 'Yes. I bring the plan of the towpath.', sent: '2026-11-20T09:44:00.000Z'},
			{author: 'river_gauge', text: expect.stringMatching(/^Good\. The repair is approved 👍\s+Please tell the crew\.$/u) as unknown, sent: '2026-11-20T10:02:00.000Z'},
		],
	},
	...['linkedin message', 'linkedin message-overlay'].map(id => ({
		id, people: ['Example Person', 'Sample Writer'], part: ['The crew asks', 'The crew asks'] as [string, string], chosen: [1],
		messages: [
			{author: 'Example Person', text: 'Is the towpath open again?', shownTime: '20 Nov 9:41 AM'},
			{author: 'Example Person', text: 'The crew asks for the decision.', shownTime: '20 Nov 9:41 AM'},
			{author: 'Sample Writer', text: 'Yes, from Monday. I confirm it for our side.', shownTime: '20 Nov 10:02 AM'},
		],
	})),
	{
		id: 'facebook message', people: ['Corner Library', 'Sample Writer'], part: ['Your book', 'Thank you'], chosen: [0, 1],
		messages: [
			{author: 'Corner Library', text: 'Your book is ready to be picked up.', shownTime: '20 Nov 2026, 09:41'},
			{author: 'Sample Writer', text: 'Thank you. I come for it on Friday.', shownTime: '20 Nov 2026, 09:41'},
			{author: 'Corner Library', text: 'The hall is yours from six, as agreed.', shownTime: '20 Nov 2026, 09:41'},
		],
	},
];

inBothBrowsers('the messages of a conversation', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(() => page.close());

	it.each(chats)('$id: all that is shown, or what is selected', async ({id, people, messages, part, chosen}) => {
		const form = formOf(id);
		page = await openForm(stage(), form);
		const all = await ask(stage(), form.url);
		expect(all.messages).toEqual(messages.map(message => expect.objectContaining(message) as unknown));
		expect([...all.participants].sort()).toEqual(people);
		await select(page, ...part);
		expect((await ask(stage(), form.url)).messages).toEqual(chosen.map(index => expect.objectContaining(messages[index]!) as unknown));
	});

	it('go to the record that a card opens, and no draft goes with a question that must not carry one', async () => {
		const form = formOf('x chat');
		page = await openForm(stage(), form);
		await write(page, form, internal.sentence);
		await untilUnderlined(page, internal.words);
		const record = await toolOf(page, 'Keep a record');
		await untilSays(record, /Lunch by the river[^]*The repair is approved/u);
		await record.close();
		const asked = await toolOf(page, 'Ask…');
		const written = () => asked.evaluate(() => document.body.innerText + [...document.querySelectorAll('textarea')].map(one => one.value).join('\n'));
		await until('question', async () => (await written()).includes('by phone than in an e-mail'));
		expect(await written()).not.toContain(internal.words);
		await asked.close();
	});

	/** Opens a tool from the card of the underlined words, with the mouse. */
	async function toolOf(on: Page, label: string): Promise<Page> {
		await on.front();
		await on.hover({x: 2, y: 2});
		await openCard(on, internal.words);
		await clickButton(on, 'More');
		await clickButton(on, label);
		const {browser} = stage();
		const tool = await until('tool', () => browser.find(browser.extensionUrl('desk.html')).catch(() => null));
		await tool!.front();
		return tool!;
	}
});
