import {connected, send} from './browser.js';
import type {Answer, AnswerTo, Call, Calls} from './protocol.js';

/** How long a question may stay open before it counts as not answered. */
const answerWithinMs = 2000;

/**
 * Asks the background and never throws: a background that is gone, broken or too
 * slow is a reason like any other.
 */
export async function ask<C extends Call>(
	call: C,
	request: Calls[C]['request'],
	withinMs = answerWithinMs,
): Promise<AnswerTo<C>> {
	if (!connected()) return {ok: false, reason: 'gone'};
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<Answer<never>>(resolve => {
		timer = setTimeout(resolve, withinMs, {ok: false, reason: 'no-answer'});
	});
	try {
		return await Promise.race([send({call, request}) as Promise<AnswerTo<C>>, late]);
	} catch (error) {
		return {ok: false, reason: connected() ? 'no-answer' : 'gone', detail: String(error)};
	} finally {
		clearTimeout(timer);
	}
}
