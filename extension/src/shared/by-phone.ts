import type {categories} from './fields.js';

/**
 * Categories of findings that are told of by phone only: an e-mail about them would be one leak
 * more. Such a draft is handed to no tool and put into no message.
 */
export const byPhone: ReadonlySet<string> = new Set(
	['confidentiality', 'security', 'personal-data', 'account-security'] satisfies (typeof categories)[number][],
);
