import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {defineConfig} from 'vitest/config';

const goRoot = execFileSync('go', ['env', 'GOROOT'], {encoding: 'utf8'}).trim();

/** Unit tests, beside the code they test. Those that need a browser are in e2e. */
export default defineConfig({
	root: import.meta.dirname,
	resolve: {alias: {'wasm-exec': path.join(goRoot, 'lib', 'wasm', 'wasm_exec.js')}},
	test: {
		include: ['**/*.test.{ts,tsx}'],
		exclude: ['e2e/**'],
		// Starting the engine takes its time on a busy machine.
		testTimeout: 30_000,
	},
});
