import type {Reporter, TestModule} from 'vitest/node';

/** More cases than this that failed at first are no chance. */
const mostFlaky = 3;

/** Names the cases that passed at the second attempt only, for each may be a fault that shows rarely; fails the run where they are many. */
export default class SecondAttempts implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const flaky = modules.flatMap(module => [...module.children.allTests('passed')]).filter(test => test.diagnostic()?.flaky);
		for (const {fullName} of flaky) console.log(`passed at the second attempt: ${fullName}`);
		if (flaky.length <= mostFlaky) return;
		console.error(`second attempts: got ${flaky.length} cases that needed one, want ${mostFlaky} at most`);
		process.exitCode = 1;
	}
}
