import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {describe, expect, it} from 'vitest';
import {managedSchema, manifest, targets} from './manifest.js';
import {content} from './src/shared/texts/content.js';

const sites = [
	'https://x.com/*', 'https://mobile.x.com/*', 'https://twitter.com/*', 'https://www.linkedin.com/*',
	'https://www.facebook.com/*', 'https://web.facebook.com/*', 'https://m.facebook.com/*', 'https://www.messenger.com/*',
];

describe.each(targets)('the manifest for %s', target => {
	const made = manifest(target, '1.2.3');

	it('asks for what it always asked for, and for nothing else', () => {
		expect(made['permissions']).toEqual(['storage', 'alarms', 'contextMenus']);
		expect(made['optional_permissions']).toEqual(['notifications']);
		expect(made['host_permissions']).toEqual(sites);
		expect((made['content_scripts'] as {matches: string[]}[]).map(({matches}) => matches)).toEqual([sites]);
		// For one origin at a time, by the user's click: the host of the organisation's channel.
		expect(made['optional_host_permissions']).toEqual(['https://*/*']);
		for (const key of ['web_accessible_resources', 'externally_connectable']) {
			expect(made).not.toHaveProperty(key);
		}
	});

	it('lets only its background reach another address, and only in https', () => {
		const {extension_pages: policy} = made['content_security_policy'] as {extension_pages: string};
		expect(policy.split('; ')).toEqual([
			"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'", "style-src 'self'",
			"img-src 'self'", "connect-src 'self' https:", "base-uri 'none'", "form-action 'none'",
		]);
		const page = readFileSync(path.join(import.meta.dirname, 'src', 'page', 'page.html'), 'utf8');
		expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`);
	});

	it('names only files there are', () => {
		const icons = Object.values(made['icons'] as Record<string, string>);
		expect(icons).toHaveLength(4);
		for (const icon of icons) expect(existsSync(path.join(import.meta.dirname, icon))).toBe(true);
		// The stores cut a longer description.
		expect(made['description']).toBe('__MSG_about__');
		expect(content.about.length).toBeLessThanOrEqual(132);
	});
});

it('tells Chrome what an organisation may set, and Firefox, which asks for nothing of the kind, not', () => {
	expect(manifest('chrome', '1.2.3')['storage']).toEqual({managed_schema: 'managed-schema.json'});
	expect(manifest('firefox', '1.2.3')).not.toHaveProperty('storage');
	expect(Object.keys(managedSchema['properties'] as object)).toEqual(expect.arrayContaining(['org', 'channel', 'keys', 'locked']));
});

it('collects no data in Firefox and runs from 142', () => {
	expect(manifest('firefox', '1.2.3')['browser_specific_settings']).toMatchObject({
		gecko: {strict_min_version: '142.0', data_collection_permissions: {required: ['none']}},
	});
});

/** Tells whether code, not comment or text, uses one of the names. */
function names(node: ts.Node, wanted: readonly string[]): boolean {
	if (ts.isIdentifier(node) && wanted.includes(node.text)) return true;
	return ts.forEachChild(node, child => names(child, wanted) || undefined) ?? false;
}

describe('the sources', () => {
	const files = readdirSync(path.join(import.meta.dirname, 'src'), {recursive: true, encoding: 'utf8'})
		.filter(file => /\.tsx?$/u.test(file) && !/\.(test|d)\.tsx?$/u.test(file))
		// The page of the pack server is no part of the extension.
		.filter(file => !file.startsWith('checker-page'));
	const source = (file: string) => ts.createSourceFile(
		file, readFileSync(path.join(import.meta.dirname, 'src', file), 'utf8'), ts.ScriptTarget.Latest, true,
	);

	it('name the browser in one file only', () => {
		expect(files.length).toBeGreaterThan(40);
		expect(files.filter(file => names(source(file), ['chrome', 'browser']))).toEqual([path.join('shared', 'browser.ts')]);
	});

	it('fetch in one file only, and open no other way out', () => {
		const waysOut = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'RTCPeerConnection', 'importScripts', 'WebTransport'];
		expect(files.filter(file => names(source(file), ['fetch']))).toEqual([path.join('background', 'fetch.ts')]);
		expect(files.filter(file => names(source(file), waysOut))).toEqual([]);
	});
});
