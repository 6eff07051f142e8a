import {describe, expect, it} from 'vitest';
import type {Sender} from '../../shared/browser.js';
import type {Settings} from '../../shared/fields.js';
import {initialSettings} from '../../shared/settings.js';
import {Bios} from '../bios.js';
import {Channel} from '../channel/channel.js';
import {Checker} from '../checker.js';
import {Dismissals} from '../dismissals.js';
import {HandedOver} from '../handed.js';
import {answerTo, handlers} from './answer.js';

const us = {id: 'abc', root: 'chrome-extension://abc/'};
const popup: Sender = {extension: 'abc', url: 'chrome-extension://abc/popup.html', inTab: false, inPrivate: false};
const onX: Sender = {extension: 'abc', url: 'https://x.com/home', inTab: true, inPrivate: false};

function newContext(change: Partial<Settings> = {}) {
	const settings = {...initialSettings(), ...change};
	const lastGood = {read: () => Promise.resolve(undefined), write: () => undefined};
	const checker = new Checker({start: () => Promise.reject(new Error('no engine in this test')), stored: () => Promise.resolve(settings), lastGood, lang: 'en'});
	const shelf = {read: () => Promise.resolve(undefined), write: () => Promise.resolve()};
	const [dismissals, bios] = [new Dismissals(shelf), new Bios(shelf)];
	const fails = () => Promise.reject(new Error('no channel in this test'));
	const channel = new Channel({
		now: () => 0, random: () => 0, read: () => Promise.resolve(undefined), write: fails, alarm: () => Promise.resolve(undefined), setAlarm: fails,
		mayAsk: fails, ask: fails, verify: fails, pack: fails, useHeld: fails, tell: () => undefined,
	});
	return {checker, channel, dismissals, bios, handedOver: new HandedOver(), settings: () => Promise.resolve(settings)};
}
const check = {call: 'check', request: {text: 'Hello', surface: 'post', site: 'x'}};
const dismissals = {call: 'dismissals', request: {}};

describe('answerTo', () => {
	it.each<[string, unknown, Sender]>([
		['another extension', check, {...popup, extension: 'other'}],
		['nobody', check, {...popup, extension: undefined}],
		['a page that is none of the sites', check, {...onX, url: 'https://example.org/'}],
		['a site without encryption', check, {...onX, url: 'http://x.com/'}],
		['a page that begins like one of ours', dismissals, {...popup, url: 'chrome-extension://abcd/popup.html'}],
		['a content script asking for what is ours alone', dismissals, onX],
		['a content script that wants to forget', {call: 'forget-dismissals', request: {}}, onX],
		['a content script that wants to delete', {call: 'delete-everything', request: {}}, onX],
		['a content script that wants to ask the channel', {call: 'check-channel', request: {}}, onX],
		['a content script that wants to hide news', {call: 'news-seen', request: {}}, onX],
		['a content script that wants to take back', {call: 'restore-dismissal', request: {mac: 'x'}}, onX],
		['a site outside a tab', check, {...onX, inTab: false}],
	])('refuses %s', async (_name, message, sender) => {
		expect(await answerTo(message, sender, us, newContext())).toEqual({ok: false, reason: 'refused'});
	});

	it.each([
		[{...check, request: {}}],
		[{...check, request: 'Hello'}],
		[{...check, request: {text: 'a', parts: ['b'], surface: 'post', site: 'x'}}],
		[{...check, request: {text: 7, surface: 'post', site: 'x'}}],
		[{...check, request: {parts: ['a', 7], surface: 'post', site: 'x'}}],
		[{...check, request: {text: 'a', surface: 'wall', site: 'x'}}],
		[{...check, request: {text: 'a', surface: 'post', site: 'elsewhere'}}],
		[{call: 'dismiss', request: {rule: 'a/b', phrase: '', site: 'x'}}],
	])('does not understand %j', async message => {
		expect(await answerTo(message, onX, us, newContext())).toEqual({ok: false, reason: 'bad-message'});
	});

	it.each([undefined, null, 'check', {}, {call: 'constructor'}, {call: 'toString'}, {notice: 'ping'}])('leaves %j to others', message => {
		expect(answerTo(message, popup, us, newContext())).toBeUndefined();
	});

	it('says that a site is off, whatever site the message names', async () => {
		const context = newContext({sites: {x: false, linkedin: true, facebook: true}});
		const message = {...check, request: {...check.request, site: 'linkedin'}};
		expect(await answerTo(message, onX, us, context)).toEqual({ok: false, reason: 'site-off'});
	});

	it('gives the reason why the engine is off', async () => {
		expect(await answerTo(check, onX, us, newContext({org: 'ec'}))).toEqual({
			ok: false, reason: 'engine-off', detail: 'Error: no engine in this test',
		});
	});

	it('lists and forgets dismissals', async () => {
		const context = newContext();
		const dismiss = {call: 'dismiss', request: {rule: 'a/b', phrase: 'c', site: 'none'}};
		expect(await answerTo(dismiss, onX, us, context)).toEqual({ok: true, value: {}});
		expect(await answerTo(dismissals, popup, us, context)).toMatchObject({ok: true, value: {entries: [{rule: 'a/b', site: 'x'}]}});
		await answerTo({call: 'forget-dismissals', request: {}}, popup, us, context);
		expect(await answerTo(dismissals, popup, us, context)).toEqual({ok: true, value: {entries: []}});
	});

	it('answers some messages of our pages alone', () => {
		const own = Object.entries(handlers).filter(([, {from}]) => from === 'pages').map(([call]) => call);
		expect(Object.keys(handlers).length).toBeGreaterThan(own.length);
		expect(own).toEqual(['dismissals', 'restore-dismissal', 'forget-dismissals', 'delete-everything', 'handed', 'check-channel', 'news-seen']);
	});
});
