/** What a script of the page can do to us, and we to the page: nothing. */
import path from 'node:path';
import {afterEach, beforeAll, expect, it} from 'vitest';
import type {Page, Point} from '../browsers/browser.js';
import {model, openForm, pressSend, sentCount, showForm, write} from './box.js';
import {inBothBrowsers} from './in-both-browsers.js';
import {embargo, internal} from './samples.js';
import {type Form, forms} from './surfaces/forms.js';
import {badgeTitle, chooseOrganisation, overlayText, pause, pointOfButton, underlines, until, untilUnderlined} from './writer.js';

const formOf = (id: string): Form => forms.find(form => form.id === id)!;
const xPost = formOf('x post');
const panelText = (page: Page): Promise<string> => overlayText(page, 'panel-place');
const untilHeld = (page: Page) => until('panel', async () => (await panelText(page)).includes(embargo.title));

/** Writes what is held, and waits until it would be. */
async function writeWarning(page: Page, form: Form): Promise<void> {
	await write(page, form, embargo.sentence);
	await untilUnderlined(page, embargo.words);
}

/** Has the page note every error that reaches it. */
function noteErrors(page: Page): Promise<void> {
	return page.evaluate(() => {
		const errors: string[] = [];
		Object.assign(window, {errors});
		addEventListener('error', event => errors.push(event.message));
		addEventListener('unhandledrejection', event => errors.push(String(event.reason)));
	});
}

const errorsOf = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as {errors: string[]}).errors);

/** Presses by script, as a page can, what it finds at these points, and every element that is not its own. */
function fakePresses(page: Page, points: readonly Point[]): Promise<number> {
	return page.evaluate((places: readonly Point[]) => {
		const strangers = [...document.documentElement.children].filter(one => one !== document.head && one !== document.body);
		const targets = [...strangers, ...places.map(({x, y}) => document.elementFromPoint(x, y)!), document.activeElement!, document, window];
		for (const [at, target] of targets.entries()) {
			const {x, y} = places[at % places.length]!;
			const common = {bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y};
			for (const type of ['pointerover', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, common));
			for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, common));
			for (const key of ['Tab', 'Enter', ' ', 'Escape']) {
				for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, {...common, key, code: key}));
			}
			if (!(target instanceof HTMLElement) || !strangers.includes(target)) continue;
			target.click();
			target.focus();
		}
		return strangers.length;
	}, points);
}

/** What a box is made of, less what is random: names of elements and attributes, styles, number of classes, text. */
function shapeOf(page: Page): Promise<string> {
	return page.evaluate(() => {
		const shape = (node: Node): string => {
			if (!(node instanceof HTMLElement)) return JSON.stringify(node.textContent);
			const names = node.getAttributeNames().sort().join();
			return `<${node.localName} ${names} ${node.style.cssText} ${node.classList.length}>${[...node.childNodes].map(shape).join('')}`;
		};
		return shape(window.replica.find('box')!);
	});
}

inBothBrowsers('a script of the page', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(() => page.close());

	it('presses Post as it likes, and no panel opens', async () => {
		page = await openForm(stage(), xPost);
		await writeWarning(page, xPost);
		await page.evaluate(() => {
			const [box, send] = [window.replica.find('box')!, window.replica.find('send')!];
			const common = {bubbles: true, cancelable: true, composed: true};
			for (const target of [box, send]) {
				target.dispatchEvent(new Event('submit', common));
				target.dispatchEvent(new PointerEvent('pointerdown', common));
			}
			box.dispatchEvent(new KeyboardEvent('keydown', {...common, key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: true}));
		});
		await until('sent by key', async () => (await sentCount(page)) === 1);
		expect(await panelText(page)).toBe('');
		await showForm(page, xPost);
		await writeWarning(page, xPost);
		await page.evaluate(() => window.replica.find('send')!.click());
		await until('sent by click', async () => (await sentCount(page)) === 2);
		expect(await panelText(page)).toBe('');
	});

	it('does not press what is in our panel', async () => {
		page = await openForm(stage(), xPost);
		await writeWarning(page, xPost);
		await pressSend(page);
		const before = await untilHeld(page).then(() => panelText(page));
		const points = await Promise.all(['Let me post', 'Edit'].map(async label => (await pointOfButton(page, label))!));
		expect(await fakePresses(page, points)).toBeGreaterThan(0);
		await pause(300);
		expect(await panelText(page)).toBe(before);
		expect(await sentCount(page)).toBe(0);
		// Nor has anything been let through unseen.
		await pressSend(page);
		await untilHeld(page);
		expect(await sentCount(page)).toBe(0);
	});

	it('is not heard when it speaks as we do', async () => {
		page = await openForm(stage(), xPost);
		await writeWarning(page, xPost);
		await page.evaluate(() => {
			const request = {text: '', surface: 'post', site: 'x'};
			const messages = [
				{notice: 'settings-changed'}, {notice: 'ping'}, {call: 'check', request}, {call: 'preferences', request: {}},
				{call: 'dismiss', request: {rule: 'confidentiality/embargo', phrase: 'Under embargo until', site: 'x'}}, {call: 'forget-dismissals', request: {}},
			];
			for (const message of messages) {
				postMessage(message, '*');
				dispatchEvent(new MessageEvent('message', {data: message}));
				for (const target of [window, document, window.replica.find('box')!]) {
					for (const type of Object.values(message)) dispatchTo(target, String(type), message);
				}
			}
			function dispatchTo(target: EventTarget, type: string, detail: object) {
				target.dispatchEvent(new CustomEvent(type, {bubbles: true, detail}));
			}
		});
		await pause(500);
		expect((await underlines(page)).map(({text}) => text)).toEqual([embargo.words]);
		await pressSend(page);
		await untilHeld(page);
		expect(await sentCount(page)).toBe(0);
	});

	it('has no way to the extension', async () => {
		page = await openForm(stage(), xPost);
		await writeWarning(page, xPost);
		const found = await page.evaluate(() => ['chrome', 'browser'].flatMap(name => {
			const own = (window as unknown as Record<string, Record<string, unknown> | undefined>)[name];
			return ['runtime', 'storage', 'tabs', 'extension'].filter(part => own?.[part] !== undefined);
		}));
		expect(found).toEqual([]);
		const file = stage().browser.extensionUrl('engine.wasm');
		expect(await page.evaluate((url: string) => fetch(url, {mode: 'no-cors'}).then(() => 'read', () => 'refused'), file)).toBe('refused');
	});

	it('makes no reminder by faking that a picture is added', async () => {
		page = await openForm(stage(), xPost);
		await page.evaluate(() => {
			const data = new DataTransfer();
			data.items.add(new File(['1'], 'fake.jpg', {type: 'image/jpeg'}));
			const [input, box] = [window.replica.find('media') as HTMLInputElement, window.replica.find('box')!];
			input.files = data.files;
			for (const target of [input, box]) {
				for (const type of ['focusin', 'input', 'change']) target.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
				target.dispatchEvent(new DragEvent('drop', {bubbles: true, composed: true, cancelable: true, dataTransfer: data}));
				target.dispatchEvent(new ClipboardEvent('paste', {bubbles: true, composed: true, cancelable: true, clipboardData: data}));
			}
		});
		await pause(700);
		expect(await overlayText(page, 'reminder-place')).toBe('');
		await page.attach(() => window.replica.find('media'), [path.resolve('testdata/pictures/place.jpg')]);
		await until('reminder', async () => (await overlayText(page, 'reminder-place')).includes('place.jpg'));
	});

	it('breaks nothing but its own by changing what scripts call', async () => {
		page = await openForm(stage(), xPost);
		await noteErrors(page);
		await page.evaluate(() => {
			const broken = () => {
				throw new Error('broken by the page');
			};
			HighlightRegistry.prototype.set = broken;
			Highlight.prototype.add = broken;
			Element.prototype.attachShadow = broken;
			Element.prototype.checkVisibility = broken;
			Event.prototype.composedPath = broken;
			CSSStyleSheet.prototype.replaceSync = broken;
			Range.prototype.getClientRects = broken;
			Object.defineProperty(Node.prototype, 'isConnected', {get: broken});
			Object.defineProperty(ShadowRoot.prototype, 'activeElement', {get: broken});
		});
		await write(page, xPost, embargo.sentence);
		await until('badge', async () => /^1 finding/u.test(await badgeTitle(page)));
		await page.press('ControlOrMeta+Enter');
		await until('panel', async () => (await textOfPanel(page)).includes(embargo.title));
		expect(await sentCount(page)).toBe(0);
		expect(await errorsOf(page)).toEqual([]);
	});

	it('stops neither the writer nor the post by throwing out whatever we show', async () => {
		page = await openForm(stage(), xPost);
		await noteErrors(page);
		await page.evaluate(() => {
			const clear = () => {
				for (const one of document.documentElement.children) if (one !== document.head && one !== document.body) one.remove();
			};
			new MutationObserver(clear).observe(document.documentElement, {childList: true});
			setInterval(() => {
				clear();
				CSS.highlights.clear();
				document.adoptedStyleSheets = [];
			}, 20);
		});
		await write(page, xPost, embargo.sentence);
		await pause(700);
		await page.type(' On.');
		await until('text', async () => (await model(page)).endsWith(' On.'));
		// A pause that nobody can see must not last: the second press goes through.
		await pressSend(page);
		await pause(300);
		if ((await sentCount(page)) === 0) await pressSend(page);
		await until('sent', () => sentCount(page));
		expect(await errorsOf(page)).toEqual([]);
	});
});

/** What the panel says; unlike `overlayText` without a call that the page has broken. */
function textOfPanel(page: Page): Promise<string> {
	return page.evaluateInRoots(roots => roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('.panel-place')]).map(one => one.innerText).join('\n'));
}

inBothBrowsers('a dialog that pulls the focus back', stage => {
	let page: Page;

	beforeAll(async () => {
		await (await chooseOrganisation(stage())).close();
	});
	afterEach(() => page.close());

	it.each(['x post', 'linkedin post', 'facebook post'])('%s: leaves it to our panel', async id => {
		const form = formOf(id);
		page = await openForm(stage(), form);
		await writeWarning(page, form);
		await pressSend(page);
		await untilHeld(page);
		for (const label of ['Edit', 'Let me post', 'Edit', 'Let me post']) {
			await until(`focus on ${label}`, async () => (await focusedLabel(page)) === label);
			await pause(150);
			expect(await focusedLabel(page)).toBe(label);
			if (label === 'Edit') await page.press('Tab');
			else await page.press('Shift+Tab');
		}
		await page.press('Tab');
		await page.press('Enter');
		await until('note', async () => /again/iu.test(await panelText(page)));
		expect(await sentCount(page)).toBe(0);
	});
});

/** The button of ours that has the focus. */
function focusedLabel(page: Page): Promise<string> {
	return page.evaluateInRoots(roots => roots.flatMap(root => (root.activeElement instanceof HTMLButtonElement ? [root.activeElement.innerText.trim()] : [])).join());
}

const shaped = ['x post', 'linkedin post', 'linkedin post-classic', 'facebook post'].map(formOf);

inBothBrowsers('inside the editor', stage => {
	it('is the same, with warnings shown and without us', async () => {
		const shapes = async () => {
			const seen: string[] = [];
			for (const form of shaped) {
				const page = await openForm(stage(), form);
				await write(page, form, `${embargo.sentence} ${internal.sentence}`);
				if (installed) await untilUnderlined(page, embargo.words, internal.words);
				await pause(500);
				seen.push(await shapeOf(page));
				await page.close();
			}
			return seen;
		};
		let installed = false;
		const without = await shapes();
		await stage().browser.install();
		await (await chooseOrganisation(stage())).close();
		installed = true;
		expect(await shapes()).toEqual(without);
		expect(without.every(shape => shape.includes(embargo.words))).toBe(true);
	});
}, async () => ({install: false}));
