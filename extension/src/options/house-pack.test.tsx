// @vitest-environment jsdom
import {render} from 'preact';
import {act} from 'preact/test-utils';
import {describe, expect, it, vi} from 'vitest';
import type {Settings} from '../shared/fields.js';
import type {House} from '../shared/finding.js';
import {noPolicy, type Policy, parsePolicy} from '../shared/policy.js';
import type {ChannelStatus, StatusAnswer} from '../shared/protocol.js';
import {initialSettings} from '../shared/settings.js';
import {HousePack} from './house-pack.js';
import {LockedField, PolicyNote, PolicyProblems} from './policy-note.js';

const [address, own] = ['https://packs.example.org/v1/channels/staff', 'https://other.example.org/v1/channels/mine'];
const key = btoa(String.fromCharCode(...Array<number>(32).fill(7)));
const house: House = {
	id: 'example', name: 'Example Office', version: 7, channel: 'staff', notBefore: 1, expires: 4e9, standing: 'fresh', key: '0011223344556677',
	rules: 0, lowered: [{rule: 'a/b', title: 'Leaks', from: 'warning', to: 'hint'}], silenced: [{rule: 'a/c', title: 'Shouting'}],
	apps: {recommended: ['Courier'], discouraged: [], banned: []}, news: [],
};

function show(settings: Partial<Settings>, policy: Policy = noPolicy, channel: Partial<ChannelStatus> = {}) {
	document.body.innerHTML = '<main></main>';
	const main = document.querySelector('main') as HTMLElement;
	const status = {channel: {address, checking: false, house, digest: 'abcd', ...channel}} as unknown as StatusAnswer;
	const [change, store] = [vi.fn(), vi.fn(async () => true)];
	const all = {...initialSettings(), org: 'ec', ...settings} as Settings;
	void act(() => render(<HousePack {...{policy, change, store}} settings={all} status={{ok: true, value: status}} done={() => undefined} />, main));
	const button = (name: string) => [...main.querySelectorAll('button')].find(one => (one.getAttribute('aria-label') ?? one.textContent)?.includes(name));
	return {main, change, store, button, says: main.textContent ?? ''};
}

describe('the organisation’s pack among the options', () => {
	it('is nothing but a calm line and a way to it where there is none', () => {
		const {main, says} = show({});
		expect(says).toContain('Nothing is fetched, and no request is made.');
		expect(main.querySelectorAll('.notice')).toHaveLength(0);
		expect(main.querySelector('details')?.open).toBe(false);
	});

	it('shows address and keys in full, and every rule it changes by name', () => {
		const {says} = show({channel: address, keys: [key]});
		for (const words of [address, key, 'Example Office, version 7', 'It adds no rules of its own', 'Leaks: Hint instead of Warning', 'Shouting', 'Recommended: Courier', 'abcd']) {
			expect(says).toContain(words);
		}
	});

	it('waits for the background rather than show what belongs to another address', () => {
		expect(show({channel: own, keys: [key]}).says).toBe('Looking up which pack is in use…');
	});

	it('offers no change of what the organisation has locked', () => {
		const policy = parsePolicy({channel: address, keys: [key], locked: ['channel', 'keys']});
		const {main, button, says} = show({channel: address, keys: [key]}, policy);
		expect(says).toContain('Address and keys are set by your organisation');
		expect(main.querySelector('form')).toBeNull();
		expect(button('Stop using this pack')).toBeUndefined();
		expect(button('Look now')).toBeDefined();
	});

	it('asks for keys only where the organisation has locked the address', () => {
		const policy = parsePolicy({channel: address, locked: ['channel']});
		const {main, button} = show({channel: address, keys: []}, policy, {house: null, obstacle: 'no-keys'});
		expect(main.querySelector('[name=address]')).toBeNull();
		expect(main.querySelector('[name=keys]')).not.toBeNull();
		expect(main.textContent).toContain('no key is known');
		expect(button('Stop using this pack')).toBeUndefined();
	});

	it('lets the user’s own choice stand, and leads back to what the organisation has set', () => {
		const policy = parsePolicy({channel: address, keys: [key]});
		expect(show({channel: address, keys: [key]}, policy).says).toContain('Set beforehand by your organisation. You may change it.');
		const {says, button, change} = show({channel: '', keys: [key]}, policy);
		expect(says).toContain(`Your own choice stands. Your organisation has set beforehand: ${address}`);
		button('Use what your organisation has set beforehand: Address of the pack')?.click();
		expect(change).toHaveBeenCalledWith({channel: address});
	});
});

describe('a setting under a policy', () => {
	const shown = (view: Parameters<typeof render>[0]) => {
		document.body.innerHTML = '<main></main>';
		const main = document.querySelector('main') as HTMLElement;
		void act(() => render(view, main));
		return main;
	};
	const settings = {...initialSettings(), org: 'un', guard: false} as Settings;

	it('is shown as text where it is locked', () => {
		const main = shown(<LockedField name="org" settings={settings} />);
		expect(main.textContent).toBe('Your organisationUnited NationsSet by your organisation, so it cannot be changed here.');
		expect(main.querySelector('select, input')).toBeNull();
	});

	it('says nothing where the organisation has set nothing, or has locked it', () => {
		for (const managed of [{}, {org: 'un', locked: ['org']}]) {
			expect(shown(<PolicyNote name="org" settings={settings} policy={parsePolicy(managed)} change={vi.fn()} />).textContent).toBe('');
		}
	});

	it('names what the organisation has set where the user has chosen otherwise', () => {
		const change = vi.fn();
		const main = shown(<PolicyNote name="guard" settings={settings} policy={parsePolicy({guard: true})} change={change} />);
		expect(main.textContent).toContain('Your own choice stands. Your organisation has set beforehand: On');
		main.querySelector('button')?.click();
		expect(change).toHaveBeenCalledWith({guard: true});
	});

	it('is told of where it cannot be used, as its administrators would name it', () => {
		const said = shown(<PolicyProblems policy={parsePolicy({org: 'nasa', colour: 1})} />).textContent;
		expect(said).toContain('policy.org: got "nasa", want one of "", "ec", "osce", "un"');
		expect(said).toContain('policy.colour: got "colour"');
	});
});
