import {expect, it} from 'vitest';
import {fields} from './fields.js';
import {policySchema} from './policy.js';

const properties = policySchema()['properties'] as Record<string, unknown>;

it('lets an organisation set everything but what is the user’s own', () => {
	const own = Object.keys(fields).filter(name => !(name in properties));
	expect(own).toEqual(['officialHandles', 'official', 'field', 'watchlist', 'contactEthics', 'contactCommunication', 'contactSecurity']);
});

it('describes each kind of setting', () => {
	expect(properties).toMatchObject({
		org: {type: 'string', enum: ['', 'ec', 'osce', 'un']},
		guard: {type: 'boolean'},
		appsBanned: {type: 'array', items: {type: 'string'}},
		sites: {type: 'object', properties: {x: {type: 'boolean'}}},
		severity: {type: 'object', properties: {offensive: {type: 'string', enum: ['full', 'caution', 'hint', 'off']}}},
	});
});
