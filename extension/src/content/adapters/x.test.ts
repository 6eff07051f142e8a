// @vitest-environment jsdom
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {editorOf} from './editors.js';
import {x} from './x.js';

const draft = (number = 0) => `
	<label data-testid="tweetTextarea_${number}_label"><div data-testid="tweetTextarea_${number}RichTextInputContainer">
		<div class="DraftEditor-root">
			<div class="public-DraftEditorPlaceholder-root">What’s happening?</div>
			<div contenteditable="true" data-testid="tweetTextarea_${number}" role="textbox"><div data-contents="true">
				<div data-block="true"><div><span><span data-text="true">Hello </span></span><u>foreign</u></div></div>
				<div data-block="true"><div><span><span data-text="true">you</span></span></div></div>
			</div></div>
		</div>
	</div></label>`;
const article = '<article data-testid="tweet"><div data-testid="tweetText">Their words</div></article>';
const quote = `<div data-testid="attachments"><div role="link">
	<div data-testid="User-Name"><span>Someone</span><span>@someone</span></div><div data-testid="tweetText">Quoted words</div></div></div>`;
const dialog = (inside: string) => `<div role="dialog" aria-modal="true">${inside}</div>`;

/** Finds the box as the focus entering it would. */
function find(html: string, path = '/home', selector = '[contenteditable], textarea') {
	document.body.innerHTML = html;
	history.replaceState(null, '', path);
	const target = document.querySelector(selector)!;
	const up: EventTarget[] = [];
	for (let node: Element | null = target; node; node = node.parentElement) up.push(node);
	return x.find(up);
}

describe('X', () => {
	beforeEach(() => vi.stubGlobal('CSSStyleSheet', class { replaceSync() {} }));

	it('reads Draft’s own text and no other', () => {
		expect(editorOf(find(draft())!.root).read().text).toBe('Hello \nyou');
	});

	it('finds the box from a node within it, and no box from its label', () => {
		expect(find(draft(), '/home', '[data-text]')?.root.dataset['testid']).toBe('tweetTextarea_0');
		expect(find(draft(), '/home', 'label')).toBeNull();
	});

	it('reads the plain box of mobile layouts', () => {
		const {root} = find('<textarea data-testid="tweetTextarea_0"></textarea>')!;
		(root as HTMLTextAreaElement).value = 'Hello\n\nyou';
		expect(editorOf(root).read().text).toBe('Hello\n\nyou');
	});

	it('leaves other fields alone', () => {
		expect(find('<textarea name="search"></textarea>')).toBeNull();
	});

	const surfaces: [what: string, html: string, path: string, surface: string][] = [
		['the box on the home page', `<div data-testid="primaryColumn">${draft()}${article}</div>`, '/home', 'post'],
		['the dialog', dialog(draft()), '/compose/post', 'post'],
		['the dialog over a feed', article + dialog(draft()), '/compose/post', 'post'],
		['the dialog with the post that is answered', dialog(article + draft()), '/compose/post', 'reply'],
		['the address of an answer', dialog(draft()), '/compose/post?in_reply_to=12', 'reply'],
		['the box below a post', `<main>${article}${draft()}</main>`, '/someone/status/12', 'reply'],
		['a new post while a post is open', `<main>${article}</main>${dialog(draft())}`, '/someone/status/12', 'post'],
		['a quotation', dialog(draft() + quote), '/compose/post', 'quote'],
		['the second post of a thread', dialog(draft(1)), '/compose/post', 'post'],
	];
	it.each(surfaces)('knows %s', (_, html, path, surface) => {
		expect(find(html, path)?.venue.surface()).toBe(surface);
	});

	it('tells what is quoted and by whom', () => {
		expect(find(dialog(draft() + quote))?.venue.shared()).toEqual({text: 'Quoted words', author: '@someone'});
		expect(find(dialog(article + draft()))?.venue.shared()).toBeNull();
	});
});
