import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['extension/e2e/*.test.ts'],
		// One browser at a time: what is timed here is a person's patience, not the machine.
		fileParallelism: false,
		isolate: false,
		testTimeout: 40_000,
		hookTimeout: 120_000,
		reporters: ['default', './extension/e2e/count-cases.ts'],
	},
});
