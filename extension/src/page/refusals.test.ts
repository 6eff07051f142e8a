import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import pages from '../../locales/en/pages.json';

const contract = path.join(import.meta.dirname, '../../../testdata/contract/reasons.json');

it('has words for every reason that the engine gives, and for no other', () => {
	const reasons: unknown = JSON.parse(readFileSync(contract, 'utf8'));
	expect(Object.keys(pages.house.refusals)).toEqual(reasons);
});
