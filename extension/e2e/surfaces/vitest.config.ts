import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['extension/e2e/surfaces/*.test.ts'],
		// One browser each, side by side: the two are the longest tests there are.
		maxWorkers: 2,
		testTimeout: 300_000,
		retry: 1,
		hookTimeout: 120_000,
		reporters: ['default', './extension/e2e/surfaces/print-grid.ts', './extension/e2e/second-attempts.ts'],
	},
});
