import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['extension/e2e/*.test.ts'],
		// Three browsers at a time: these tests wait more than they work.
		maxWorkers: 3,
		// Waiting costs time only where something is wrong, and a busy machine may need ten times as long.
		testTimeout: 120_000,
		// Among hundreds of cases in real browsers one meets a machine that stands still; see second-attempts.ts.
		retry: 1,
		hookTimeout: 120_000,
		reporters: ['default', './extension/e2e/count-cases.ts', './extension/e2e/second-attempts.ts'],
	},
});
