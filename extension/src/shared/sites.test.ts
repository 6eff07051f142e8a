import {describe, expect, it} from 'vitest';
import {siteOf, sitePatterns} from './sites.js';

describe('siteOf', () => {
	it.each([
		['https://x.com/compose/post', 'x'],
		['https://mobile.x.com/', 'x'],
		['https://www.linkedin.com/feed/?a=https://x.com', 'linkedin'],
		['https://www.messenger.com/t/1', 'facebook'],
		['http://x.com/', undefined],
		['https://x.com.evil.example/', undefined],
		['https://evil.example/x.com', undefined],
		['https://help.x.com/', undefined],
		['about:blank', undefined],
		['not an address', undefined],
		['', undefined],
		[undefined, undefined],
	])('%s is %s', (address, site) => expect(siteOf(address)).toBe(site));
});

it('asks for eight hosts, https only', () => {
	expect(sitePatterns).toHaveLength(8);
	for (const pattern of sitePatterns) expect(pattern).toMatch(/^https:\/\/[\w.]+\/\*$/u);
});
