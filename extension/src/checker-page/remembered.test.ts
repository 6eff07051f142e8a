// @vitest-environment jsdom
import {afterEach, describe, expect, it, vi} from 'vitest';
import {initialSettings} from '../shared/settings.js';
import {recall, remember} from './remembered.js';

const chosen = {...initialSettings(), org: 'osce', status: 'seconded', device: 'corporate', field: ['elections'], contactEthics: 'ethics@osce.example'} as const;

afterEach(() => {
	vi.restoreAllMocks();
	localStorage.clear();
});

describe('the choices of a visitor', () => {
	it('are kept and read again, and nothing beside them', () => {
		expect(recall()).toBeUndefined();
		expect(remember(chosen)).toBe(true);
		expect(recall()).toEqual({...initialSettings(), org: 'osce', status: 'seconded', device: 'corporate', field: ['elections']});
		expect(Object.keys(localStorage)).toHaveLength(1);
		expect(JSON.stringify({...localStorage})).not.toContain('ethics');
	});

	it('are forgotten on request', () => {
		remember(chosen);
		expect(remember(undefined)).toBe(true);
		expect(localStorage).toHaveLength(0);
		expect(recall()).toBeUndefined();
	});

	it('are what fits of whatever is stored', () => {
		localStorage.setItem('circumspect', '{"version":2,"org":"nato","status":"intern","field":7,"official":true}');
		expect(recall()).toEqual({...initialSettings(), status: 'intern'});
		localStorage.setItem('circumspect', 'no JSON');
		expect(recall()).toBeUndefined();
	});

	it('are not kept by a browser that keeps nothing, which says so', () => {
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(remember(chosen)).toBe(false);
	});
});
