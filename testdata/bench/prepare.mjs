/** Makes what the measurements run: peers, the bridge, the Go benchmarks, the browser part. */
import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

export const root = path.resolve(import.meta.dirname, '../..');
/** Where everything that a run makes goes. */
export const out = path.join(root, 'dist/bench');

/** Runs a program and gives what it prints; what it complains of goes to the terminal. */
export function run(program, args, options = {}) {
	return execFileSync(program, args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8, ...options});
}

export const goRoot = () => run('go', ['env', 'GOROOT']).trim();
export const wasmEnv = {...process.env, GOOS: 'js', GOARCH: 'wasm'};

function installPeers() {
	if (existsSync(path.join(import.meta.dirname, 'node_modules/harper.js/package.json'))) return;
	console.log('Installing the peers (npm ci in testdata/bench) …');
	run('npm', ['ci', '--no-audit', '--no-fund'], {cwd: import.meta.dirname});
}

/** Bundles a TypeScript file of ours for Node. */
function bundle(file, name, alias = {}) {
	return build({
		entryPoints: [path.join(root, file)], outfile: path.join(out, name),
		bundle: true, platform: 'node', format: 'esm', packages: 'external', alias, logLevel: 'warning',
	});
}

/** The benchmarks of the engine as a program, native and as WebAssembly. */
function buildGoBenchmarks() {
	run('go', ['test', '-c', '-o', path.join(out, 'engine.test'), './engine']);
	run('go', ['test', '-c', '-o', path.join(out, 'engine.test.wasm'), './engine'], {env: wasmEnv});
}

export async function prepare() {
	if (!existsSync(path.join(root, 'dist/extension/chrome/manifest.json'))) {
		throw new Error('dist/extension/chrome: got nothing, want the built extension: run make build');
	}
	mkdirSync(out, {recursive: true});
	installPeers();
	for (const file of ['dist/engine.wasm', 'wasm/browser/engine.image']) {
		copyFileSync(path.join(root, file), path.join(out, path.basename(file)));
	}
	await bundle('extension/src/background/engine.ts', 'bridge.mjs', {'wasm-exec': path.join(goRoot(), 'lib/wasm/wasm_exec.js')});
	for (const part of ['start-in-browser', 'cost-in-page', 'presses']) await bundle(`testdata/bench/${part}.ts`, `${part}.mjs`);
	buildGoBenchmarks();
}
