// @vitest-environment jsdom
import {describe, expect, it} from 'vitest';
import {lineRects, mapText, rangesOf, skipForeign, type TextMap, type TextRules} from './text-map.js';

const plain: TextRules = {skip: skipForeign, counts: () => true};
const leaf = (text: string) => `<span data-offset-key="a-0-0"><span data-text="true">${text}</span></span>`;
const block = (inside: string) => `<div data-block="true"><div class="public-DraftStyleDefault-block">${inside}</div></div>`;
const blank = '<span data-offset-key="b-0-0"><br data-text="true"></span>';
const emoji = (text: string) => `<span style="background-image:url(x)"><span style="clip-path:circle(0%)">${leaf(text)}</span></span>`;

function read(html: string, rules = plain): TextMap {
	document.body.innerHTML = `<div id="box">${html}</div>`;
	return mapText(document.querySelector('#box')!, rules);
}

const texts: [what: string, html: string, text: string][] = [
	['nothing', '', ''],
	['an empty Draft editor', block(blank), ''],
	['one Draft block', block(leaf('Hi')), 'Hi'],
	['two Draft blocks', block(leaf('one')) + block(leaf('two')), 'one\ntwo'],
	['a blank Draft line', block(leaf('one')) + block(blank) + block(leaf('two')), 'one\n\ntwo'],
	['two blank Draft lines', block(leaf('a')) + block(blank) + block(blank) + block(leaf('b')), 'a\n\n\nb'],
	['a blank line at the start', block(blank) + block(leaf('a')), '\na'],
	['a blank line at the end', block(leaf('a')) + block(blank), 'a\n'],
	['a Draft emoji between leaves', block(leaf('Hi ') + emoji('👩‍👩‍👧') + leaf(' you')), 'Hi 👩‍👩‍👧 you'],
	['a word split by the limit', block(leaf('confid') + leaf('ential')), 'confidential'],
	['a lone surrogate', block(leaf('a\uD83Db')), 'a\uD83Db'],
	['paragraphs', '<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
	['a soft break', '<p>a<br>b</p>', 'a\nb'],
	['a last br holds only the line', '<p>a<br></p><p>b</p>', 'a\nb'],
	['two last brs are a blank line', '<p>a<br><br></p><p>b</p>', 'a\n\nb'],
	['text beside blocks', 'a<div>b</div>c', 'a\nb\nc'],
	['blocks within blocks', '<div><div><p>a</p></div><div><p>b</p></div></div>', 'a\nb'],
	['an emoji picture', '<p>a<img alt="🚀">b</p>', 'a🚀b'],
	['right to left', block(leaf('مرحبا')) + block(leaf('שלום')), 'مرحبا\nשלום'],
	['hidden text', '<p>a<span aria-hidden="true">x</span>b</p>', 'ab'],
	['another extension’s element', '<p>a<grammar-mark>x</grammar-mark>b</p>', 'ab'],
];

describe('mapText', () => {
	it.each(texts)('reads %s', (_, html, text) => {
		expect(read(html).text).toBe(text);
	});

	it('leaves out what the rules do not count', () => {
		const rules: TextRules = {skip: skipForeign, counts: node => node.parentElement?.hasAttribute('data-text') ?? false};
		expect(read(block(leaf('mine') + '<b>not mine</b>'), rules).text).toBe('mine');
	});
});

describe('range', () => {
	const text = 'Hi 👩‍👩‍👧 confidential\n\nend';
	const html = block(leaf('Hi ') + emoji('👩‍👩‍👧') + leaf(' confid') + leaf('ential')) + block(blank) + block(leaf('end'));

	it('finds a word that is split over leaves, after an emoji', () => {
		const map = read(html);
		expect(map.text).toBe(text);
		const start = text.indexOf('confidential');
		expect(map.range(start, start + 12)?.toString()).toBe('confidential');
	});

	it('goes both ways for every offset with letters', () => {
		const map = read(html);
		let tried = 0;
		for (let at = 0; at < text.length; at++) {
			if (text[at] === '\n') continue;
			const range = map.range(at, at + 1)!;
			expect(range.toString()).toBe(text[at]);
			expect(map.offset(range.startContainer, range.startOffset)).toBe(at);
			tried++;
		}
		expect(tried).toBe(text.length - 2);
	});

	it('spans blocks', () => {
		expect(read(html).range(4, text.length)?.toString()).toBe(text.slice(4).replaceAll('\n', ''));
	});

	it('has nothing for a line break alone or beyond the end', () => {
		const map = read(html);
		expect(map.range(text.indexOf('\n'), text.indexOf('\n') + 1)?.toString() ?? '').toBe('');
		expect(map.range(text.length, text.length + 5)).toBeNull();
	});

	it('is given for each place that is shown', () => {
		const places = [{start: 0, end: 2}, {start: text.length, end: text.length + 1}, {start: text.indexOf('end'), end: text.length}];
		expect(rangesOf(places, read(html)).map(String)).toEqual(['Hi', 'end']);
	});

	it('gives a caret at the end and on a blank line', () => {
		const map = read(html);
		const end = map.range(text.length, text.length)!;
		expect([end.startContainer.textContent, end.startOffset]).toEqual(['end', 3]);
		const onBlank = map.range(text.indexOf('\n') + 1, text.indexOf('\n') + 1)!;
		expect(onBlank.startContainer.childNodes[onBlank.startOffset]?.nodeName).toBe('BR');
	});

	it('gives nothing for nodes the editor has replaced', () => {
		const map = read(html);
		document.querySelector('#box')!.innerHTML = '';
		expect(map.range(0, 2)).toBeNull();
	});
});

describe('offset', () => {
	it('reads a caret given as an element and a child', () => {
		const map = read(block(leaf('one')) + block(blank) + block(leaf('two')));
		const box = document.querySelector('#box')!;
		expect(map.offset(box, 0)).toBe(0);
		expect(map.offset(box, 1)).toBe(4);
		expect(map.offset(box, 2)).toBe(5);
		expect(map.offset(box, 3)).toBe(8);
		expect(map.offset(document.querySelector('br')!.parentElement!, 0)).toBe(4);
	});

	it('knows nothing of places outside', () => {
		expect(read('a').offset(document.body, 0)).toBeNull();
	});
});

describe('lineRects', () => {
	it('asks line by line, and not at all for blank lines', () => {
		const asked: string[] = [];
		const text = 'one\ntwo\n\nthree';
		const map: TextMap = {
			text,
			offset: () => null,
			range: (start, end) => {
				asked.push(text.slice(start, end));
				return {getClientRects: () => [new DOMRect(start, 0, end - start, 1)]} as unknown as Range;
			},
		};
		expect(lineRects(map, 1, text.length - 1).map(rect => rect.left)).toEqual([1, 4, 9]);
		expect(asked).toEqual(['ne', 'two', 'thre']);
	});
});
