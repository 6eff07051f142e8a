/** Pictures of every form with what we show there, and of every state of our own pages, for people to look at. */
import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import type {Page} from '../browsers/browser.js';
import {MissingBrowser} from '../browsers/find.js';
import {openStage, type Stage} from '../browsers/stage.js';
import {clickPart, enter, openForm, pointOfPart, write} from '../e2e/box.js';
import {tick, write as fillIn} from '../e2e/checker-visitor.js';
import {untilSays} from '../e2e/form.js';
import {servePage} from '../e2e/page-server.js';
import {embargo, voteCall} from '../e2e/samples.js';
import {openState, type PageState, states} from '../e2e/pages/states.js';
import {type Form, forms} from '../e2e/surfaces/forms.js';
import {chooseOrganisation, openCard, overlayText, pause, until, untilUnderlined} from '../e2e/writer.js';
import {sites, type WebSite} from '../src/shared/sites.js';

type Theme = 'light' | 'dark';

/** Saves what the page shows now, once nothing moves any more. */
type Picture = (page: Page, name: string) => Promise<void>;

/** One thing to be seen, shown on pages of its own. */
interface Scene {
	name: string;
	show(stage: Stage, theme: Theme, picture: Picture): Promise<void>;
}

/** A window as most have it, one of a phone, and the narrowest a page must fit, in CSS pixels. */
const [desktop, phone, narrow] = [{width: 1100, height: 760}, {width: 390, height: 760}, {width: 320, height: 1400}];

async function openPage(stage: Stage, form: Form, theme: Theme): Promise<Page> {
	const {width, height} = form.form === 'phone' ? phone : desktop;
	const page = await openForm(stage, form);
	await page.resize(width, height);
	await page.evaluate((wanted: Theme) => window.replica.theme(wanted), theme);
	await enter(page);
	return page;
}

/** A warning with its card, then the panel that holds it back. */
function formScene(form: Form): Scene {
	const sample = form.surface === 'bio' ? voteCall : embargo;
	return {
		name: form.id,
		async show(stage, theme, picture) {
			const page = await openPage(stage, form, theme);
			if (form.surface === 'article') await entitle(page);
			await write(page, form, sample.sentence);
			await untilUnderlined(page, sample.words);
			await picture(page, `${form.id} ${theme} typed`);
			await openCard(page, sample.words);
			await picture(page, `${form.id} ${theme}`);
			await page.press('Escape');
			await pressSend(page, form);
			await until('panel', () => overlayText(page, 'panel-place'));
			await picture(page, `${form.id} ${theme} panel`);
			await page.close();
		},
	};
}

/** Without a title an article cannot be published. */
async function entitle(page: Page): Promise<void> {
	await enter(page, 'title');
	await page.type('Notes');
	await enter(page);
}

/** LinkedIn publishes an article only in the dialog behind *Next*. */
async function pressSend(page: Page, form: Form): Promise<void> {
	if (await pointOfPart(page, 'next')) await clickPart(page, 'next');
	if (form.sending.includes('button')) await clickPart(page, 'send');
	else await page.press('Enter');
}

/** The note at a like and at a share, on the site's feed. */
function actScene(site: WebSite): Scene {
	return {
		name: `${site} feed`,
		async show(stage, theme, picture) {
			// To the Commission a like counts only within one's own field.
			await (await chooseOrganisation(stage, 'United Nations')).close();
			for (const act of ['like', site === 'facebook' ? 'share' : 'repost']) {
				const page = await stage.browser.open(formOf(site, 'post').url);
				await page.front();
				await page.resize(desktop.width, desktop.height);
				await page.evaluate((wanted: Theme) => window.replica.theme(wanted), theme);
				await page.evaluate(() => window.replica.open('feed'));
				await clickPart(page, act);
				await until('note', () => overlayText(page, 'panel-place'));
				await picture(page, `${site} feed ${theme} ${act}`);
				await page.close();
			}
		},
	};
}

/** The reminder for a picture that tells where it was taken. */
function mediaScene(form: Form): Scene {
	return {
		name: `${form.id} media`,
		async show(stage, theme, picture) {
			const page = await openPage(stage, form, theme);
			await page.attach(() => window.replica.find('media'), [path.resolve('testdata/pictures/place.jpg')]);
			await until('reminder', () => overlayText(page, 'reminder-place'));
			await enter(page);
			await write(page, form, embargo.sentence);
			await untilUnderlined(page, embargo.words);
			await picture(page, `${form.id} ${theme} media`);
			await page.close();
		},
	};
}

/** Takes a page of ours as wide as most have it and as narrow as a phone or a zoom of 400 % makes it. */
async function wideAndNarrow(page: Page, name: string, picture: Picture): Promise<void> {
	for (const {width, height} of [desktop, narrow]) {
		await page.resize(width, height);
		await picture(page, `${name} ${width}`);
	}
}

/** A page of ours in one of its states. */
function pageScene(state: PageState): Scene {
	return {
		name: `page ${state.name}`,
		async show(stage, theme, picture) {
			await stage.browser.setScheme(theme);
			const page = await openState(stage, state);
			await wideAndNarrow(page, `page ${state.name} ${theme}`, picture);
			await page.close();
			await stage.browser.setScheme('light');
		},
	};
}

/** The page for phones and machines without the extension: as it is first met, and with a warning. */
const checkerScene: Scene = {
	name: 'checker page',
	async show(stage, theme, picture) {
		const server = await servePage();
		stage.gateway.servers.add(server.host);
		await stage.browser.setScheme(theme);
		const page = await stage.browser.open(server.address);
		try {
			await page.front();
			await untilSays(page, /Check a text/u);
			await wideAndNarrow(page, `checker page first ${theme}`, picture);
			await tick(page, 'European Commission');
			await fillIn(page, embargo.sentence);
			await untilUnderlined(page, embargo.words);
			await wideAndNarrow(page, `checker page finding ${theme}`, picture);
		} finally {
			await page.close();
			await stage.browser.setScheme('light');
			stage.gateway.servers.delete(server.host);
			await server.close();
		}
	},
};

function formOf(site: WebSite, name: string): Form {
	const form = forms.find(one => one.site === site && one.form === name);
	if (!form) throw new Error(`pictures: form: got ${site} ${name}, want one of the forms`);
	return form;
}

const withMedia = [...sites.map(site => formOf(site, 'post')), formOf('x', 'home'), formOf('x', 'phone'), formOf('facebook', 'comment'), formOf('facebook', 'phone')];
const scenes: readonly Scene[] = [...forms.map(formScene), ...withMedia.map(mediaScene), ...sites.map(actScene), ...states.map(pageScene), checkerScene];

/** Runs every scene in light and dark; gives what failed. */
async function takeAll(stage: Stage, folder: string): Promise<string[]> {
	const failed: string[] = [];
	const picture: Picture = async (page, name) => {
		await pause(400);
		await page.screenshot(path.join(folder, `${name.replaceAll(' ', '-')}.png`));
	};
	const only = process.env['CIRCUMSPECT_FORMS']?.split(',');
	for (const scene of scenes.filter(({name}) => only?.includes(name) ?? true)) {
		for (const theme of ['light', 'dark'] as const) {
			await scene.show(stage, theme, picture).catch((error: Error) => failed.push(`${scene.name}, ${theme}: ${error.message}`));
		}
		console.log(scene.name);
	}
	return failed;
}

/** Takes every picture in a browser and gives the exit status: 0 taken, 1 some failed, 2 no browser to be had. */
export async function pictures(root: string, browser = 'chromium'): Promise<number> {
	if (browser !== 'chromium' && browser !== 'firefox') {
		console.error(`BROWSER: got ${browser}, want chromium or firefox`);
		return 1;
	}
	let stage: Stage | undefined;
	try {
		const folder = path.join(root, 'dist/pictures');
		await rm(folder, {recursive: true, force: true});
		await mkdir(folder, {recursive: true});
		stage = await openStage(browser, {root, headless: true, extension: process.env['CIRCUMSPECT_EXTENSION']});
		await (await chooseOrganisation(stage)).close();
		const failed = await takeAll(stage, folder);
		for (const one of failed) console.error(one);
		console.log(`Pictures: ${path.relative(root, folder)}/`);
		return failed.length > 0 ? 1 : 0;
	} catch (error) {
		console.error((error as Error).message);
		return error instanceof MissingBrowser ? 2 : 1;
	} finally {
		await stage?.close();
	}
}
