import {accessSync, constants, readFileSync, realpathSync} from 'node:fs';
import path from 'node:path';
import type {BrowserName} from './browser.js';

/** Says in one line what to install or which variable to set. Programs exit with status 2 on it. */
export class MissingBrowser extends Error {}

interface Kind {
	/** Variables that name the program, first one first. */
	variables: string[];
	linux: string[];
	darwin: string[];
	win32: string[];
}

export const kinds: Record<BrowserName, Kind> = {
	chromium: {
		variables: ['CIRCUMSPECT_CHROME', 'CHROME_PATH'],
		linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser', 'brave'],
		darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
		win32: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
	},
	firefox: {
		variables: ['CIRCUMSPECT_FIREFOX'],
		linux: ['firefox-esr', 'firefox'],
		darwin: ['Firefox', 'Firefox Developer Edition'],
		win32: ['Mozilla Firefox\\firefox.exe'],
	},
};

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** A snap cannot read a throw-away profile in /tmp, and Ubuntu's package only fetches the snap. */
function isSnap(file: string): boolean {
	const real = realpathSync(file);
	if (real.startsWith('/snap/') || real.endsWith('/snap')) return true;
	const start = readFileSync(real).subarray(0, 4096).toString('latin1');
	return start.startsWith('#!') && /snap (install|run)|\/snap\/bin/.test(start);
}

function places(name: BrowserName): string[] {
	const kind = kinds[name];
	if (process.platform === 'darwin') {
		const roots = ['/Applications', path.join(process.env.HOME ?? '', 'Applications')];
		return roots.flatMap(root => kind.darwin.map(app => `${root}/${app}.app/Contents/MacOS/${app.replace('Firefox Developer Edition', 'firefox').replace(/^Firefox$/, 'firefox')}`));
	}
	if (process.platform === 'win32') {
		const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
		return roots.flatMap(root => (root ? kind.win32.map(end => path.join(root, end)) : []));
	}
	const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
	return kind.linux.flatMap(program => folders.map(folder => path.join(folder, program)));
}

function named(name: BrowserName): string | null {
	for (const variable of kinds[name].variables) {
		const file = process.env[variable];
		if (!file) continue;
		if (!isProgram(file)) throw new MissingBrowser(`${variable}: got ${file}, want a program that can be run`);
		return file;
	}
	return null;
}

export interface Found {
	program: string | null;
	/** A browser that is there but cannot be used, being a snap. */
	snap: string | null;
}

/** Looks for a browser: the variables first, then the usual places. */
export function findBrowser(name: BrowserName): Found {
	const program = named(name);
	if (program) return {program, snap: null};
	const there = places(name).filter(isProgram);
	const usable = there.find(file => !isSnap(file));
	return {program: usable ?? null, snap: usable ? null : (there[0] ?? null)};
}

/** True where no window can be shown or none is wanted. */
export function isHeadless(): boolean {
	if (process.env.CI) return true;
	return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}
