import {writeFile} from 'node:fs/promises';
import type {Bidi, Evaluated} from './bidi.js';
import type {Page, Point} from './browser.js';
import {keysOf, typingOf} from './keys.js';
import {callOf, pointOf} from './place.js';

interface TreeNode {
	sharedId?: string;
	value?: {children?: TreeNode[]; shadowRoot?: TreeNode | null};
}

/** Shadow roots below a serialised node, closed ones too. */
function rootsBelow(node: TreeNode): string[] {
	const root = node.value?.shadowRoot;
	const own = root?.sharedId ? [root.sharedId, ...rootsBelow(root)] : [];
	return [...own, ...(node.value?.children ?? []).flatMap(rootsBelow)];
}

/** Brings the JSON text of a script's answer back as a value. */
export function valueOf<R>(answer: Evaluated): R {
	if (answer.type === 'exception') throw new Error(`firefox: script: ${answer.exceptionDetails?.text}`);
	return (answer.result.type === 'string' ? JSON.parse(answer.result.value as string) : undefined) as R;
}

/** A tab of Firefox. */
export class FirefoxPage implements Page {
	constructor(
		private readonly bidi: Bidi,
		private readonly context: string,
		private readonly copy: (text: string) => Promise<void>,
	) {}

	async goto(url: string): Promise<void> {
		await this.bidi.send('browsingContext.navigate', {context: this.context, url, wait: 'complete'});
	}

	async evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		return valueOf(
			await this.bidi.send<Evaluated>('script.evaluate', {
				expression: `(async () => JSON.stringify(await ${callOf(run, args)}))()`,
				target: {context: this.context},
				awaitPromise: true,
				// As after a click: a page may then use the clipboard.
				userActivation: true,
			}),
		);
	}

	/** WebDriver hands out closed roots to whoever asks for the whole tree, and takes them back as arguments. */
	async evaluateInRoots<A extends unknown[], R>(run: (roots: ShadowRoot[], ...args: A) => R | Promise<R>, ...args: A): Promise<R> {
		const tree = await this.bidi.send<Evaluated>('script.evaluate', {
			expression: 'document.documentElement',
			target: {context: this.context},
			awaitPromise: false,
			serializationOptions: {maxDomDepth: 500, includeShadowTree: 'all'},
		});
		return valueOf(
			await this.bidi.send<Evaluated>('script.callFunction', {
				functionDeclaration: `async (...roots) => JSON.stringify(await (${String(run)})(roots, ...${JSON.stringify(args)}))`,
				arguments: rootsBelow(tree.result as TreeNode).map(sharedId => ({sharedId})),
				target: {context: this.context},
				awaitPromise: true,
			}),
		);
	}

	private async perform(...sources: object[]): Promise<void> {
		await this.bidi.send('input.performActions', {context: this.context, actions: sources});
	}

	type(text: string, delayMs = 0): Promise<void> {
		return this.perform({type: 'key', id: 'keyboard', actions: typingOf(text, delayMs)});
	}

	press(keys: string): Promise<void> {
		return this.perform({type: 'key', id: 'keyboard', actions: keysOf(keys)});
	}

	/** Two moves, because a page that has just opened under a resting mouse hears of none. */
	private async point(where: string | Point, ...rest: object[]): Promise<void> {
		const {x, y} = await pointOf(this, where);
		const move = (dx: number) => ({type: 'pointerMove', x: Math.round(x) + dx, y: Math.round(y), duration: 0});
		await this.perform({type: 'pointer', id: 'mouse', actions: [move(-1), move(0), ...rest]});
	}

	click(where: string | Point): Promise<void> {
		return this.point(where, {type: 'pointerDown', button: 0}, {type: 'pointerUp', button: 0});
	}

	rightClick(where: Point): Promise<void> {
		return this.point(where, {type: 'pointerDown', button: 2}, {type: 'pointerUp', button: 2});
	}

	hover(where: string | Point): Promise<void> {
		return this.point(where);
	}

	async paste(text: string): Promise<void> {
		await this.copy(text);
		await this.press('ControlOrMeta+v');
	}

	async screenshot(file: string): Promise<void> {
		const {data} = await this.bidi.send<{data: string}>('browsingContext.captureScreenshot', {context: this.context});
		await writeFile(file, Buffer.from(data, 'base64'));
	}

	async attach(find: () => Element | null, files: readonly string[]): Promise<void> {
		const answer = await this.bidi.send<Evaluated>('script.evaluate', {
			expression: callOf(find, []), target: {context: this.context}, awaitPromise: false,
		});
		const {sharedId} = answer.result;
		if (!sharedId) throw new Error('attach: input: got none, want one');
		await this.bidi.send('input.setFiles', {context: this.context, element: {sharedId}, files: [...files]});
	}

	/** WebDriver BiDi has no command for it. */
	compose(): Promise<boolean> {
		return Promise.resolve(false);
	}

	async resize(width: number, height: number, pixels = 1): Promise<void> {
		await this.bidi.send('browsingContext.setViewport', {context: this.context, viewport: {width, height}, devicePixelRatio: pixels});
	}

	async front(): Promise<void> {
		await this.bidi.send('browsingContext.activate', {context: this.context});
	}

	async close(): Promise<void> {
		await this.bidi.send('browsingContext.close', {context: this.context});
	}
}
