import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Page} from '../browsers/browser.js';
import {control, openForm, press, stored, textOf, untilSays} from './form.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {changeSettings} from './settings.js';
import {until} from './writer.js';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'circumspect-settings-'));
});
afterAll(() => rm(folder, {recursive: true, force: true}));

/** Writes a file of settings, each on a line of its own from line 5 on. */
async function fileOf(name: string, settings: readonly string[], form = 2): Promise<string> {
	const file = path.join(folder, name);
	await writeFile(file, `{\n"product": "circumspect", "version": "0.1.0",\n"form": ${form},\n"settings": {\n${settings.join(',\n')}\n}}`);
	return file;
}
const choose = (page: Page, file: string) => page.attach(() => document.querySelector('input[type=file]'), [file]);
const settingsIn = async (page: Page) => (await stored(page))['settings'] as Record<string, unknown>;

/** Presses a button that saves a file, and reads what the user would get. */
async function saved(page: Page, button: string): Promise<string> {
	await page.evaluate(() => {
		const make = URL.createObjectURL.bind(URL);
		Object.assign(window, {saved: ''});
		URL.createObjectURL = made => {
			void (made as Blob).text().then(text => Object.assign(window, {saved: text}));
			return make(made);
		};
	});
	await press(page, button);
	return until('file', () => page.evaluate(() => (window as unknown as {saved?: string}).saved ?? ''));
}

inBothBrowsers('a file of settings', stage => {
	it('tells every mistake of a broken one by line and field, and changes nothing', async () => {
		await changeSettings(stage(), {org: 'ec', watchlist: [{word: 'Grey Lighthouse'}]});
		const page = await openForm(stage());
		const before = await stored(page);
		await choose(page, await fileOf('broken.json', ['"org": "un"', '"sites": {"x": "yes"}', '"watchlist": [{"word": "Otter", "until": "soon"}]']));
		await untilSays(page, /broken\.json was not loaded, and nothing has changed\. There are 2 mistakes/u);
		await untilSays(page, /broken\.json: line 6: sites\.x: got "yes", want true or false/u);
		await untilSays(page, /broken\.json: line 7: watchlist\[0\]\.until: got "soon", want a date/u);
		await choose(page, await fileOf('torn.json', ['"org": "un" "guard": true']));
		await untilSays(page, /torn\.json: line 5: a comma is missing/u);
		expect(await stored(page)).toEqual(before);
		await page.close();
	});

	it('shows what it would change, changes it when told to, and takes that back', async () => {
		const page = await openForm(stage());
		const file = await fileOf('good.json', ['"org": "osce"', '"field": ["elections"]', '"guard": false', '"colour": {"of": "night"}'], 4);
		const before = await settingsIn(page);
		await choose(page, file);
		await untilSays(page, /would change 3 settings/u);
		await untilSays(page, /Your organisation\s+European Commission → OSCE/u);
		await untilSays(page, /kept for a newer one: colour/u);
		expect(await settingsIn(page)).toEqual(before);
		await press(page, 'Change nothing');
		expect(await textOf(page)).not.toContain('would change');
		await choose(page, file);
		await press(page, 'Load these settings');
		await untilSays(page, /The settings are loaded/u);
		await untilSays(page, /Guidelines of: .*(OSCE|Organization for Security)/u);
		expect(await settingsIn(page)).toMatchObject({org: 'osce', guard: false, colour: {of: 'night'}, watchlist: [{word: 'Grey Lighthouse'}]});
		expect(JSON.parse(await saved(page, 'Save to a file'))).toMatchObject({settings: {org: 'osce', colour: {of: 'night'}}});
		await press(page, 'Undo');
		await until('organisation as before', async () => (await settingsIn(page))['org'] === 'ec');
		expect(await settingsIn(page)).toEqual(before);
		await page.close();
	});

	it('takes a dropped file', async () => {
		const page = await openForm(stage());
		await page.evaluate(() => {
			const data = new DataTransfer();
			data.items.add(new File(['{"product": "other"}'], 'dropped.json'));
			document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}));
		});
		await untilSays(page, /dropped\.json: line 1: product: got "other", want “circumspect”/u);
		await page.close();
	});

	it('holds the watchlist only where that is ticked, each time', async () => {
		const page = await openForm(stage());
		expect(await saved(page, 'Save to a file')).not.toMatch(/Lighthouse|"key"|"kept"/u);
		const tick = () => page.evaluate(() => {
			const box = [...document.querySelectorAll('label')].find(label => label.innerText.includes('Put my watchlist'))?.querySelector('input');
			const before = box?.checked;
			box?.click();
			return before;
		});
		expect(await tick()).toBe(false);
		const file = await saved(page, 'Save to a file');
		expect(JSON.parse(file)).toMatchObject({product: 'circumspect', settings: {watchlist: [{word: 'Grey Lighthouse'}]}});
		await untilSays(page, /with your watchlist/u);
		expect(await tick()).toBe(false);
		await writeFile(path.join(folder, 'whole.json'), file);
		await control(page, 'Your organisation', 'un');
		await choose(page, path.join(folder, 'whole.json'));
		await untilSays(page, /would change 1 setting:\s+Your organisation\s+United Nations → European Commission/u);
		await page.close();
	});
});
