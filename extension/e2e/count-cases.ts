import type {Reporter, TestModule} from 'vitest/node';
import {casesPerBrowser, browsersUnderTest} from './in-both-browsers.js';

function countOf(modules: readonly TestModule[], name: string): number {
	const tests = modules.flatMap(module => [...module.children.allTests('passed')]);
	return tests.filter(test => test.fullName.startsWith(`${name}: `)).length;
}

/** A run of a few cases by hand need not be whole. */
const isPartial = (): boolean => process.argv.slice(2).some(word => /^-t$|--testNamePattern|\.test\b/.test(word));

/** Fails the run when a browser passed fewer cases than there are, whatever the reason. */
export default class CountCases implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		for (const name of browsersUnderTest) {
			const passed = countOf(modules, name);
			console.log(`${name}: ${passed} of ${casesPerBrowser} cases passed`);
			if (passed === casesPerBrowser || isPartial()) continue;
			console.error(`e2e: ${name}: got ${passed} cases passed, want ${casesPerBrowser}`);
			process.exitCode = 1;
		}
	}
}
