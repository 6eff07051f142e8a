/** What must hold in every box. Each scenario leaves the box as it was opened, or opens it anew. */
import path from 'node:path';
import type {Page} from '../../browsers/browser.js';
import {empty, enter, hasCaret, model, pointOfPart, same, sentCount, showForm, clickPart, untilEnabled, write} from '../box.js';
import {embargo, essay, harmless, internal, officialBio, type Sample, taunt, voteCall} from '../samples.js';
import type {Form, Sending} from './forms.js';
import {badgeText, badgeTitle, cardText, clickButton, openCard, overlayText, pause, pointOfUnderline, underlines, until, untilUnderlined} from '../writer.js';

/** Runs in one form; gives the reason where it does not apply there. */
export type Scenario = (page: Page, form: Form) => Promise<string | void>;

const isBio = ({surface}: Form): boolean => surface === 'bio';
const cautionOf = (form: Form): Sample => (isBio(form) ? officialBio : internal);
const warningOf = (form: Form): Sample => (isBio(form) ? voteCall : embargo);
const fits = (form: Form, text: string): boolean => text.length <= (form.room ?? Infinity);
/** The badge tells so many findings; where a risky post is shared along, that is one more. */
async function untilFound(page: Page, form: Form, own: number): Promise<void> {
	const count = own + (form.shares && form.site !== 'x' ? 1 : 0);
	const wanted = count === 0 ? /nothing found/iu : new RegExp(`^${count} finding`, 'iu');
	await until(`badge with ${count}`, async () => wanted.test(await badgeTitle(page)));
}

const panelText = (page: Page): Promise<string> => overlayText(page, 'panel-place');

function check(what: string, got: unknown, want: unknown): void {
	if (JSON.stringify(got) !== JSON.stringify(want)) throw new Error(`${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
}

const typed: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await write(page, form, sample.sentence);
	check('underline', await untilUnderlined(page, sample.words), [{text: sample.words, line: sample.line}]);
	await untilFound(page, form, 1);
	check('caret', await hasCaret(page), true);
	await empty(page);
	await untilUnderlined(page);
	check('badge of an empty box', await badgeText(page), '');
};

const pasted: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await page.paste(sample.sentence);
	await untilUnderlined(page, sample.words);
	check('model', same(await model(page), sample.sentence), true);
};

const marked: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	const text = `🚀👩‍👩‍👧 é @sample_writer #Nice ${sample.sentence} 🎉`;
	if (!fits(form, text)) return 'no room';
	await write(page, form, text);
	await untilUnderlined(page, sample.words);
};

const lines: Scenario = async (page, form) => {
	if (!form.lineBreak) return 'one line';
	const [first, second] = isBio(form) ? [voteCall, officialBio] : [embargo, internal];
	const text = `${first.sentence}\n\n${second.sentence}`;
	if (!fits(form, text)) return 'no room';
	await write(page, form, text);
	await untilUnderlined(page, first.words, second.words);
};

const undone: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await write(page, form, 'Hello. ');
	await pause(1100);
	await page.paste(sample.sentence);
	await untilUnderlined(page, sample.words);
	await page.press('ControlOrMeta+z');
	await untilUnderlined(page);
	await until('undone text', async () => !(await model(page)).includes(sample.words));
	await page.press('ControlOrMeta+Shift+z');
	await untilUnderlined(page, sample.words);
};

/** What a spelling correction does: a word is selected and another put in its place. */
const corrected: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	const wrong = sample.sentence.replace(sample.words, sample.words.replace(/^\w+/u, 'Xq'));
	await write(page, form, wrong);
	// What is left of a profile still names the employer, without a disclaimer.
	await untilFound(page, form, isBio(form) ? 1 : 0);
	await page.press('ControlOrMeta+Home');
	const before = sample.sentence.indexOf(sample.words);
	for (let at = 0; at < before; at++) await page.press('ArrowRight');
	for (let at = 0; at < 2; at++) await page.press('Shift+ArrowRight');
	await page.type(/^\w+/u.exec(sample.words)![0]);
	await untilUnderlined(page, sample.words);
	check('model', same(await model(page), sample.sentence), true);
};

const composed: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	const at = sample.sentence.length - 2;
	await write(page, form, sample.sentence.slice(0, at));
	await untilUnderlined(page, sample.words);
	if (!(await page.compose(['n', 'ni', 'に', '日本']))) return 'no command for it in WebDriver BiDi';
	// Draft takes a composed word over a moment after it has ended.
	await until('composed word in the model', async () => (await model(page)).endsWith('日本'));
	await untilUnderlined(page, sample.words);
};

const scrolled: Scenario = async (page, form) => {
	if (!form.lineBreak || form.room) return 'no room';
	const sample = cautionOf(form);
	await page.paste(`${harmless}\n`.repeat(30) + sample.sentence);
	await untilUnderlined(page, sample.words);
	const before = await pointOfUnderline(page, sample.words);
	const moved = await page.evaluate(() => {
		// Firefox calls the overflow of a text area visible, although it scrolls.
		const scrolls = (element: Element) => element instanceof HTMLTextAreaElement || /auto|scroll/.test(getComputedStyle(element).overflowY);
		let one: Element | null = window.replica.find('box');
		while (one && !(one.scrollHeight > one.clientHeight + 60 && scrolls(one))) {
			const root = one.getRootNode();
			one = one.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
		}
		const scroller = one ?? document.scrollingElement!;
		if (scroller.scrollHeight <= scroller.clientHeight) return null;
		const from = scroller.scrollTop;
		scroller.scrollTop += from > 60 ? -48 : 48;
		return scroller.scrollTop - from;
	});
	if (moved === null) return 'shows all of a long text';
	if (moved === 0) throw new Error('scroll: got 0 px, want 48');
	await until('moved underline', async () => Math.abs((await pointOfUnderline(page, sample.words)).y - before.y + moved) < 2);
};

const resized: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await page.paste(sample.sentence);
	await untilUnderlined(page, sample.words);
	await page.resize(700, 640);
	try {
		await untilPointed(page, sample);
		await page.resize(550, 380, 2);
		await untilPointed(page, sample);
	} finally {
		await page.resize(1100, 760);
	}
};

/** The card opens where the words are now: it is found by pointing at them. */
async function untilPointed(page: Page, sample: Sample): Promise<void> {
	await untilUnderlined(page, sample.words);
	await pointOfPart(page, 'box');
	// A card that was closed stays closed until the pointer has been elsewhere.
	await page.hover({x: 2, y: 2});
	check('card', (await openCard(page, sample.words)).includes(sample.title), true);
	await page.press('Escape');
	await until('closed card', async () => (await cardText(page)) === '');
}

const dark: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await page.paste(sample.sentence);
	await untilUnderlined(page, sample.words);
	await page.evaluate(() => window.replica.theme('dark'));
	try {
		await enter(page);
		await untilUnderlined(page, sample.words);
		await openCard(page, sample.words);
		const theme = await page.evaluateInRoots(roots => roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('.frame')]).find(frame => frame.querySelector('.card'))?.dataset['theme']);
		check('theme of the card', theme, 'dark');
	} finally {
		await page.evaluate(() => window.replica.theme('light'));
	}
};

const recreated: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await write(page, form, sample.sentence);
	await untilUnderlined(page, sample.words);
	await page.evaluate(() => window.replica.recreate());
	await pause(700);
	await enter(page);
	await untilUnderlined(page, sample.words);
};

const left: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	await page.paste(sample.sentence);
	await untilUnderlined(page, sample.words);
	await page.evaluate(() => window.replica.go('/elsewhere'));
	await pause(100);
	await page.evaluate(() => window.replica.open('feed'));
	await until('nothing left', async () => (await underlines(page)).length === 0 && (await badgeText(page)) === '');
	await showForm(page, form);
};

const applied: Scenario = async (page, form) => {
	const sample = cautionOf(form);
	if (isBio(form)) return 'no rule for profiles offers to remove a sentence';
	await write(page, form, `Hello. ${sample.sentence} Bye.`);
	await untilUnderlined(page, sample.words);
	await openCard(page, sample.words);
	await clickButton(page, 'Remove this sentence');
	await until('new text', async () => !(await model(page)).includes(sample.words));
	check('model', (await model(page)).replace(/\s+/gu, ' ').trim(), 'Hello. Bye.');
	await untilUnderlined(page);
	await page.press('ControlOrMeta+z');
	await untilUnderlined(page, sample.words);
};

/** What the surface decides: a taunt is one in answers only, a profile is no post, a message is private. */
const surface: Scenario = async (page, form) => {
	const probe = probeOf(form);
	if (!fits(form, probe.text)) return 'no room';
	await write(page, form, probe.text);
	await until('answer', async () => (await badgeText(page)) !== '' && !/checking/i.test(await badgeText(page)));
	await pause(300);
	check(`underlines (${await badgeTitle(page)})`, (await underlines(page)).map(({text}) => text), probe.words);
	if (probe.title) check('card', (await openCard(page, probe.words[0]!)).includes(probe.title), true);
};

function probeOf({surface: on}: Form): {text: string; words: readonly string[]; title?: string} {
	switch (on) {
		case 'reply': case 'quote': case 'comment': return {text: taunt.sentence, words: [taunt.words]};
		case 'dm': return {text: voteCall.sentence, words: []};
		case 'bio': return {text: officialBio.sentence, words: [officialBio.words]};
		case 'article': return {text: essay.sentence, words: essay.words, title: 'Article on matters of your work'};
		default: return {text: taunt.sentence, words: []};
	}
}

const shared: Scenario = async (page, form) => {
	if (!form.shares) return 'shares nothing';
	await page.evaluate(() => window.replica.open('feed'));
	await clickPart(page, form.site === 'facebook' ? 'share' : 'repost');
	await clickPart(page, 'quote');
	await pause(700);
	await enter(page);
	await write(page, form, 'Look at this.');
	await until('finding on what is shared', async () => /\d/u.test(await badgeText(page)));
	check('underlines', await underlines(page), []);
	await showForm(page, form);
};

/** The title of an article goes with its body; the name in a profile is judged by itself. */
const titled: Scenario = async (page, form) => {
	if (!(await pointOfPart(page, 'title'))) return 'has no title';
	await empty(page);
	await enter(page, 'title');
	await empty(page, 'title');
	const sample = cautionOf(form);
	await page.type(sample.sentence);
	await untilUnderlined(page, sample.words);
	await empty(page, 'title');
	await showForm(page, form);
};

/** Nothing can be sent that has no title where one belongs. */
async function entitle(page: Page, form: Form): Promise<void> {
	if (form.surface !== 'article') return;
	await enter(page, 'title');
	await page.type('Notes');
	await enter(page);
}

const press: Readonly<Record<Sending, (page: Page) => Promise<void>>> = {
	// Some ask once more, in a dialog.
	async button(page) {
		if (!(await pointOfPart(page, 'send')) && (await pointOfPart(page, 'next'))) {
			await untilEnabled(page, 'next');
			await clickPart(page, 'next');
		}
		const part = (await pointOfPart(page, 'confirm')) ? 'confirm' : 'send';
		await untilEnabled(page, part);
		await clickPart(page, part);
	},
	'mod-enter': page => page.press('ControlOrMeta+Enter'),
	enter: page => page.press('Enter'),
};

/** Presses as often as it takes when nothing is held. */
async function send(page: Page, form: Form, by: Sending): Promise<void> {
	const before = await sentCount(page);
	for (let count = 0; count < (form.presses ?? 1); count++) await press[by](page);
	await until('sent', async () => (await sentCount(page)) === before + 1);
}

/** A warning holds the first press, by whatever it is made; *let me post* lets the next one through. */
const held = (by: Sending): Scenario => async (page, form) => {
	if (!form.sending.includes(by)) return 'does not send';
	const [sample, before] = [warningOf(form), await sentCount(page)];
	await entitle(page, form);
	await write(page, form, sample.sentence);
	await untilUnderlined(page, sample.words);
	await press[by](page);
	const said = await until('panel', () => panelText(page));
	check('panel', said.includes(sample.title) && said.includes(sample.words), true);
	await pause(250);
	check('sent while held', (await sentCount(page)) - before, 0);
	await clickButton(page, 'Let me post');
	await until('note', async () => /again/i.test(await panelText(page)));
	check('sent before the second press', (await sentCount(page)) - before, 0);
	await send(page, form, by);
	await until('panel gone', async () => (await panelText(page)) === '');
	await showForm(page, form);
};

const edited: Scenario = async (page, form) => {
	if (await page.evaluate(() => window.replica.find('next') !== null)) return 'the page asks in a dialog of its own, from which there is no way to the box';
	const by = form.sending.includes('button') ? 'button' : form.sending[0]!;
	const sample = warningOf(form);
	await entitle(page, form);
	// Not what was saved before: a profile that is as it was cannot be saved.
	await write(page, form, `Hello. ${sample.sentence}`);
	await untilUnderlined(page, sample.words);
	await press[by](page);
	await until('panel', () => panelText(page));
	await page.press('Escape');
	await until('caret back', () => hasCaret(page));
	check('panel', await panelText(page), '');
	await empty(page);
	await write(page, form, harmless.slice(0, 40));
	await untilFound(page, form, 0);
	await send(page, form, by);
	check('panel', await panelText(page), '');
	await showForm(page, form);
};

const attached: Scenario = async (page, form) => {
	if (!(await page.evaluate(() => window.replica.find('media') !== null))) return 'takes no pictures';
	await page.attach(() => window.replica.find('media'), [path.resolve('testdata/pictures/place.jpg')]);
	const said = await until('reminder', () => overlayText(page, 'reminder-place'));
	check('name of the picture with a place', said.includes('place.jpg'), true);
	await showForm(page, form);
};

/** By the name of their column. */
export const scenarios: Readonly<Record<string, Scenario>> = {
	typed, pasted, marked, lines, undone, corrected, composed, scrolled, resized, dark, recreated, left, applied, surface, titled, shared,
	'held: button': held('button'), 'held: mod-enter': held('mod-enter'), 'held: enter': held('enter'), edited, attached,
};

/** Those that tell most of a box in the least time: what `make check` runs. `make surfaces` runs all. */
export const core: readonly string[] = ['typed', 'lines', 'surface', 'shared', 'held: button', 'held: mod-enter', 'held: enter', 'attached'];
