import type {Finding, Severity} from '../shared/finding.js';

/** A finding at `start`..`end` (UTF-16 code units), for tests. */
export function findingAt(start: number, end: number, severity: Severity = 'warning', rule = 'test/rule'): Finding {
	return {
		rule, category: 'test', severity, start, end, part: 0, shared: false, provisions: ['P-1'],
		title: 'Title', message: 'Message', advice: 'Advice',
		suggestions: [{label: 'Remove', start, end, text: ''}],
	};
}

