import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['extension/e2e/*.test.ts'],
		// Three browsers at a time: these tests wait more than they work.
		maxWorkers: 3,
		testTimeout: 40_000,
		hookTimeout: 120_000,
		reporters: ['default', './extension/e2e/count-cases.ts'],
	},
});
