import type {CDPSession, Page as Tab} from 'playwright-core';
import type {Page, Point} from './browser.js';
import {callOf, pointOf} from './place.js';

interface DomNode {
	backendNodeId: number;
	shadowRootType?: string;
	shadowRoots?: DomNode[];
	children?: DomNode[];
	contentDocument?: DomNode;
}

/** Shadow roots below a node of the debugger's tree, without the browser's own. */
function rootsBelow(node: DomNode): number[] {
	const own = node.shadowRootType && node.shadowRootType !== 'user-agent' ? [node.backendNodeId] : [];
	return [...own, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(rootsBelow)];
}

/** A tab of a Chromium. */
export class ChromiumPage implements Page {
	constructor(
		private readonly tab: Tab,
		/** The debugging protocol of this tab. */
		readonly protocol: CDPSession,
	) {}

	async goto(url: string): Promise<void> {
		await this.tab.goto(url);
	}

	evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return this.tab.evaluate<R>(callOf(run, args));
	}

	/** The debugger's own tree has closed roots in it, and can make page values of them. */
	async evaluateInRoots<A extends unknown[], R>(run: (roots: ShadowRoot[], ...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		const {root} = (await this.protocol.send('DOM.getDocument', {depth: -1, pierce: true})) as {root: DomNode};
		const handles: {objectId?: string | undefined}[] = [];
		for (const backendNodeId of rootsBelow(root)) {
			const {object} = await this.protocol.send('DOM.resolveNode', {backendNodeId});
			handles.push({objectId: object.objectId});
		}
		// A function needs some object of the page to be called on.
		const first = await this.protocol.send('Runtime.evaluate', {expression: 'globalThis'});
		const answer = await this.protocol.send('Runtime.callFunctionOn', {
			functionDeclaration: `function (...roots) { return (${String(run)})(roots, ...${JSON.stringify(args)}); }`,
			objectId: first.result.objectId!,
			arguments: handles,
			awaitPromise: true,
			returnByValue: true,
		});
		if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
		return answer.result.value as R;
	}

	type(text: string, delayMs = 0): Promise<void> {
		return this.tab.keyboard.type(text, {delay: delayMs});
	}

	press(keys: string): Promise<void> {
		return this.tab.keyboard.press(keys);
	}

	async click(where: string | Point): Promise<void> {
		const {x, y} = await pointOf(this, where);
		await this.tab.mouse.click(x, y);
	}

	async hover(where: string | Point): Promise<void> {
		const {x, y} = await pointOf(this, where);
		await this.tab.mouse.move(x, y, {steps: 3});
	}

	async paste(text: string): Promise<void> {
		await this.tab.context().grantPermissions(['clipboard-write']);
		await this.evaluate((copied: string) => navigator.clipboard.writeText(copied), text);
		await this.press('ControlOrMeta+v');
	}

	async screenshot(file: string): Promise<void> {
		await this.tab.screenshot({path: file});
	}

	async attach(find: () => Element | null, files: readonly string[]): Promise<void> {
		const input = (await this.tab.evaluateHandle<Element | null>(callOf(find, []))).asElement();
		if (!input) throw new Error('attach: input: got none, want one');
		await input.setInputFiles([...files]);
	}

	async compose(stages: readonly string[], key?: string): Promise<boolean> {
		for (const text of stages) {
			await this.protocol.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
		}
		// A key that the input method takes is 229 to the page, whatever it is.
		if (key) await this.protocol.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229});
		await this.protocol.send('Input.insertText', {text: stages.at(-1) ?? ''});
		return true;
	}

	async resize(width: number, height: number, pixels = 1): Promise<void> {
		await this.tab.setViewportSize({width, height});
		await this.protocol.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: pixels, mobile: false});
	}

	front(): Promise<void> {
		return this.tab.bringToFront();
	}

	close(): Promise<void> {
		return this.tab.close();
	}
}
