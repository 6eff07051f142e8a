import type {Sender} from '../../shared/browser.js';
import type {Answer, AnswerTo, Call} from '../../shared/protocol.js';
import {siteOf} from '../../shared/sites.js';
import {NotChecked} from '../checker.js';
import {bio, bioSeen} from './bio.js';
import {checkChannel, newsSeen} from './channel.js';
import {check} from './check.js';
import {deleteEverything} from './delete-everything.js';
import {dismiss} from './dismiss.js';
import {dismissals} from './dismissals.js';
import {forgetDismissals} from './forget-dismissals.js';
import {asRecord} from './form.js';
import {handed, handOver} from './hand-over.js';
import {type Context, type Handler, Refusal} from './handler.js';
import {preferences} from './preferences.js';
import {restoreDismissal} from './restore-dismissal.js';
import {status} from './status.js';

/** One handler for every message there is; the type holds the table complete. */
export const handlers: {readonly [C in Call]: Handler<C>} = {
	check,
	preferences,
	status,
	dismiss,
	dismissals,
	'restore-dismissal': restoreDismissal,
	'forget-dismissals': forgetDismissals,
	'delete-everything': deleteEverything,
	bio,
	'bio-seen': bioSeen,
	'hand-over': handOver,
	handed,
	'check-channel': checkChannel,
	'news-seen': newsSeen,
};

/** Who we are, to tell our own pages from the rest. */
export interface Self {
	id: string;
	/** The address under which our pages lie, ending in a slash. */
	root: string;
}

/** Answers a message, or gives undefined when it is none of ours. */
export function answerTo(message: unknown, sender: Sender, self: Self, context: Context): Promise<AnswerTo<Call>> | undefined {
	const call = asRecord(message)?.['call'];
	if (typeof call !== 'string' || !Object.hasOwn(handlers, call)) return undefined;
	const handler = handlers[call as Call] as Handler<Call>;
	if (!mayAsk(handler.from, sender, self)) return Promise.resolve({ok: false, reason: 'refused'});
	const request = handler.parse(asRecord(asRecord(message)?.['request']) ?? {});
	if (!request) return Promise.resolve({ok: false, reason: 'bad-message'});
	return handler.answer(request, context, sender).then(value => ({ok: true, value}), failed);
}

/** Only our own extension is answered: its pages, and its content script on our sites. */
function mayAsk(from: Handler<Call>['from'], sender: Sender, self: Self): boolean {
	if (sender.extension !== self.id) return false;
	if (sender.url?.startsWith(self.root)) return true;
	return from === 'anywhere' && sender.inTab && siteOf(sender.url) !== undefined;
}

function failed(error: unknown): Answer<never> {
	if (error instanceof Refusal || error instanceof NotChecked) {
		return {ok: false, reason: error.reason, ...(error.message && {detail: error.message})};
	}
	return {ok: false, reason: 'engine-failed', detail: String(error)};
}
