import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createInterface} from 'node:readline/promises';
import type {BrowserName} from './browser.js';
import {findBrowser, kinds, MissingBrowser} from './find.js';

const debianPackages: Record<BrowserName, string> = {chromium: 'chromium', firefox: 'firefox-esr'};
const people: Record<BrowserName, string> = {
	chromium: 'Chrome, Chromium, Edge or Brave',
	firefox: 'Firefox 142 or newer',
};

interface System {
	debian: boolean;
	/** Ubuntu's browser packages are only signposts to snaps. */
	ubuntu: boolean;
	root: boolean;
}

function readSystem(): System {
	const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	const ids = [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(match => (match[1] ?? '').split(' '));
	return {
		debian: ids.includes('debian') && existsSync('/usr/bin/apt-get'),
		ubuntu: ids.includes('ubuntu'),
		root: process.getuid?.() === 0,
	};
}

/** The one line for a person whose machine we cannot or may not change. */
export function adviceOf(name: BrowserName, system: System, snap: string | null): string {
	const variable = kinds[name].variables[0];
	const byHand = `install ${people[name]}, or set ${variable} to the program`;
	if (snap) return `${name}: got only a snap (${snap}), which cannot be given a throw-away profile; ${byHand}`;
	if (system.ubuntu) return `${name}: got none, and Ubuntu's package is a snap, which cannot be given a throw-away profile; ${byHand}`;
	if (system.debian) return `${name}: got none; run: sudo apt-get install --no-install-recommends ${debianPackages[name]}, or set ${variable} to the program`;
	return `${name}: got none; ${byHand}`;
}

async function agrees(name: string): Promise<boolean> {
	if (!process.stdin.isTTY) return true;
	const terminal = createInterface({input: process.stdin, output: process.stderr});
	const answer = await terminal.question(`Install ${name} with apt-get now? [Y/n] `);
	terminal.close();
	return !/^n/i.test(answer.trim());
}

function apt(...args: string[]): void {
	console.error(`+ apt-get ${args.join(' ')}`);
	const {status, error} = spawnSync('apt-get', args, {stdio: ['ignore', 2, 2], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}});
	if (error || status !== 0) throw new MissingBrowser(`apt-get ${args[0]}: got exit status ${status ?? error?.message}, want 0`);
}

/** Finds a browser, or installs one where that is ours to do: as root on Debian, said aloud. */
export async function ensureBrowser(name: BrowserName): Promise<string> {
	const {program, snap} = findBrowser(name);
	if (program) return program;
	const system = readSystem();
	const installable = system.debian && !system.ubuntu && system.root;
	if (!installable) throw new MissingBrowser(adviceOf(name, system, snap));
	console.error(`No ${people[name]} found: ${debianPackages[name]} will be installed from Debian.`);
	if (!(await agrees(debianPackages[name]))) throw new MissingBrowser(adviceOf(name, system, snap));
	apt('update');
	apt('install', '-y', '--no-install-recommends', debianPackages[name]);
	const installed = findBrowser(name).program;
	if (!installed) throw new MissingBrowser(adviceOf(name, system, snap));
	return installed;
}
