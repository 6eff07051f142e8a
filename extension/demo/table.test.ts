import {expect, it} from 'vitest';
import {sharedStart, tableOf} from './table.js';

it.each([
	[[], ''],
	[['Guide, 2.b'], 'Guide, '],
	[['Guide, EC, 2.b', 'Guide, EC, 2.c, dash 1'], 'Guide, EC, '],
	[['Guide, 2.b', 'Code, 7'], ''],
	[['Guide', 'Guide'], ''],
])('finds what %j begin with', (provisions, start) => {
	expect(sharedStart(provisions)).toBe(start);
});

it('puts each provision on a line and cuts what is too wide', () => {
	const rows = [
		{severity: 'Warning', words: 'internal evaluation of the whole year and more', title: 'Internal document', provisions: ['Guide, 2.b', 'Guide, 2.c']},
		{severity: 'Hint', words: 'so', title: 'Tone', provisions: ['Guide, 3']},
	];
	expect(tableOf(rows, 80)).toBe(
		[
			'Provisions of Guide',
			'',
			'Severity    Words                           Finding            Provision',
			'~~~ Warning “internal evaluation of the w…  Internal document  2.b',
			'                                                               2.c',
			'··· Hint    “so”                            Tone               3',
		].join('\n'),
	);
});
