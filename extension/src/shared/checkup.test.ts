import {expect, it} from 'vitest';
import {checkupNews, itemStates, parseProgress, withMark, withoutMarks} from './checkup.js';
import type {CheckupItem} from './finding.js';

const item = (id: string, edition: string): CheckupItem => ({id, ask: `${id}?`, why: 'w', provisions: ['EC-1'], links: {}, edition});
const pack = (...checkup: CheckupItem[]) => ({id: 'ec', checkup});
const first = pack(item('a', '1'), item('b', '1'));

it('calls nothing new before the user has begun', () => {
	expect(itemStates(first, {}).map(({mark, news}) => [mark, news])).toEqual([[undefined, undefined], [undefined, undefined]]);
	expect(checkupNews(first, {})).toBe(0);
});

it('offers again what came or was changed since, and nothing else', () => {
	const looked = withMark(first, withMark(first, {}, 'a', '2026-11-22'), 'b', 'skip');
	expect(checkupNews(first, looked)).toBe(0);
	const later = pack(item('a', '1'), item('b', '2'), item('c', '1'));
	expect(itemStates(later, looked).map(({mark, news}) => [mark, news])).toEqual([['2026-11-22', undefined], [undefined, 'changed'], [undefined, 'new']]);
	expect(checkupNews(later, looked)).toBe(2);
	const again = withMark(later, withMark(later, looked, 'b', '2026-12-01'), 'c', 'skip');
	expect(checkupNews(later, again)).toBe(0);
	expect(itemStates(later, again).map(({mark}) => mark)).toEqual(['2026-11-22', '2026-12-01', 'skip']);
});

it('takes a mark back without calling the item new, and leaves other organisations alone', () => {
	const un = withMark({id: 'un', checkup: [item('z', '1')]}, {}, 'z', '2026-01-01');
	const looked = withMark(first, withMark(first, un, 'a', '2026-11-22'), 'a', undefined);
	expect(itemStates(first, looked).map(({mark, news}) => [mark, news])).toEqual([[undefined, undefined], [undefined, undefined]]);
	expect(withoutMarks(first, looked)['un']).toEqual(un['un']);
	expect(checkupNews(first, withoutMarks(first, looked))).toBe(0);
});

it('reads back what it stores, and leaves out what does not fit', () => {
	const looked = withMark(first, {}, 'a', '2026-11-22');
	expect(parseProgress(JSON.parse(JSON.stringify(looked)))).toEqual(looked);
	expect(parseProgress('x')).toEqual({});
	expect(parseProgress({ec: {editions: {a: 1, b: '1'}, items: {a: 'yesterday', b: '2026-11-22', c: 'skip', d: '2026-02-30'}}, un: null}))
		.toEqual({ec: {editions: {b: '1'}, items: {b: '2026-11-22', c: 'skip'}}, un: {editions: {}, items: {}}});
});
