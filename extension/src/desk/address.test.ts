import {expect, it} from 'vitest';
import {deskTools, parseAddress} from './address.js';

it.each(deskTools)('finds %s, with and without something handed over', tool => {
	expect(parseAddress(`#${tool}`)).toEqual({tool});
	expect(parseAddress(`#${tool}.0f-1e`)).toEqual({tool, token: '0f-1e'});
});

it.each(['', '#', '#nothing', '#nothing.token', '#check', '#ask.', '#__proto__'])('leads %j to the first tool, with no token', fragment => {
	expect(parseAddress(fragment)).toEqual({tool: 'ask'});
});
