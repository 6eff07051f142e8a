import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {BrowserName} from '../browsers/browser.js';
import {builtExtension} from '../browsers/stage.js';

/** A copy of the built extension that a test may change: a new version, a broken engine. */
export interface Copy {
	folder: string;
	/** Writes another version number into the manifest, as the store does with an update. */
	setVersion(version: string): Promise<void>;
	/** Cuts the engine off in the middle, as a disk or a download may. */
	breakEngine(): Promise<void>;
	remove(): Promise<void>;
}

export async function copyExtension(name: BrowserName): Promise<Copy> {
	const folder = await mkdtemp(path.join(tmpdir(), 'circumspect-extension-'));
	await cp(builtExtension(process.cwd(), name), folder, {recursive: true});
	return {
		folder,
		async setVersion(version) {
			const file = path.join(folder, 'manifest.json');
			const manifest = JSON.parse(await readFile(file, 'utf8'));
			await writeFile(file, JSON.stringify({...manifest, version}));
		},
		async breakEngine() {
			const file = path.join(folder, 'engine.wasm');
			const engine = await readFile(file);
			await writeFile(file, engine.subarray(0, engine.length / 2));
		},
		remove: () => rm(folder, {recursive: true, force: true}),
	};
}
