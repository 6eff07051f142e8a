// Finds or installs the browsers the tests need: node extension/browsers/run.mjs
import {build} from 'esbuild';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** Bundles a TypeScript program of this folder's kind, as Node 20 cannot run it, and gives its exports. */
export async function load(entry) {
	const outfile = path.join(root, 'dist', 'tools', `${path.basename(entry, '.ts')}.mjs`);
	await build({
		entryPoints: [path.join(root, entry)],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'warning',
	});
	return import(pathToFileURL(outfile).href);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const {ensureBrowsers} = await load('extension/browsers/ensure.ts');
	process.exitCode = await ensureBrowsers();
}
