import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {findBrowser, isHeadless, MissingBrowser} from './find.js';
import {adviceOf} from './install.js';

const onLinux = describe.runIf(process.platform === 'linux');

onLinux('findBrowser', () => {
	let folder = '';

	const program = (name: string, text = '#!/bin/sh\n') => {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, text);
		chmodSync(file, 0o755);
		return file;
	};

	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'circumspect-find-'));
		vi.stubEnv('PATH', folder);
		for (const name of ['CIRCUMSPECT_CHROME', 'CHROME_PATH', 'CIRCUMSPECT_FIREFOX']) vi.stubEnv(name, '');
	});

	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(folder, {recursive: true});
	});

	it('finds nothing on an empty path', () => {
		expect(findBrowser('chromium')).toEqual({program: null, snap: null});
		expect(findBrowser('firefox')).toEqual({program: null, snap: null});
	});

	it.each(['chromium', 'google-chrome', 'microsoft-edge', 'brave-browser'])('finds %s by its name', name => {
		const file = program(name);
		expect(findBrowser('chromium')).toEqual({program: file, snap: null});
	});

	it('takes the program a variable names', () => {
		program('chromium');
		vi.stubEnv('CHROME_PATH', program('mine/chrome'));
		expect(findBrowser('chromium').program).toBe(path.join(folder, 'mine/chrome'));
		vi.stubEnv('CIRCUMSPECT_CHROME', program('other/chrome'));
		expect(findBrowser('chromium').program).toBe(path.join(folder, 'other/chrome'));
	});

	it('says which variable names nothing', () => {
		vi.stubEnv('CIRCUMSPECT_FIREFOX', '/nowhere/firefox');
		expect(() => findBrowser('firefox')).toThrow(MissingBrowser);
		expect(() => findBrowser('firefox')).toThrow('CIRCUMSPECT_FIREFOX: got /nowhere/firefox, want a program that can be run');
	});

	it('does not take the script that only fetches a snap', () => {
		const file = program('chromium-browser', '#!/bin/sh\necho "Command requires the chromium snap: snap install chromium"\n');
		expect(findBrowser('chromium')).toEqual({program: null, snap: file});
		const real = program('google-chrome');
		expect(findBrowser('chromium')).toEqual({program: real, snap: null});
	});

	it('does not take a link to the snap program', () => {
		const snap = program('usr/bin/snap');
		symlinkSync(snap, path.join(folder, 'firefox'));
		expect(findBrowser('firefox')).toEqual({program: null, snap: path.join(folder, 'firefox')});
	});

	it('shows no window where there is no display or under CI', () => {
		for (const name of ['CI', 'DISPLAY', 'WAYLAND_DISPLAY']) vi.stubEnv(name, '');
		expect(isHeadless()).toBe(true);
		vi.stubEnv('DISPLAY', ':0');
		expect(isHeadless()).toBe(false);
		vi.stubEnv('CI', 'true');
		expect(isHeadless()).toBe(true);
	});
});

describe('adviceOf', () => {
	const plain = {debian: false, ubuntu: false, root: false};

	it.each([
		['a snap', plain, '/snap/bin/chromium', /only a snap \(\/snap\/bin\/chromium\).*install Chrome, .*CIRCUMSPECT_CHROME/],
		['Ubuntu', {...plain, debian: true, ubuntu: true}, null, /Ubuntu's package is a snap.*CIRCUMSPECT_CHROME/],
		['Debian without root', {...plain, debian: true}, null, /sudo apt-get install --no-install-recommends chromium, or set CIRCUMSPECT_CHROME/],
		['any other', plain, null, /got none; install Chrome, Chromium, Edge or Brave, or set CIRCUMSPECT_CHROME/],
	])('tells on %s in one line what to do', (_, system, snap, line) => {
		const advice = adviceOf('chromium', system, snap);
		expect(advice).toMatch(line);
		expect(advice).not.toContain('\n');
	});
});
