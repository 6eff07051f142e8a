import type {Sender} from '../../shared/browser.js';
import type {Call, Calls, Reason} from '../../shared/protocol.js';
import type {Settings} from '../../shared/fields.js';
import type {Checker} from '../checker.js';
import type {Bios} from '../bios.js';
import type {Channel} from '../channel/channel.js';
import type {Dismissals} from '../dismissals.js';
import type {HandedOver} from '../handed.js';

/** What the handlers work with. */
export interface Context {
	checker: Checker;
	dismissals: Dismissals;
	bios: Bios;
	handedOver: HandedOver;
	channel: Channel;
	settings(): Promise<Settings>;
}

/** How one message is answered. */
export interface Handler<C extends Call> {
	/** Who may send it: our pages and our content scripts, or only our pages. */
	from: 'anywhere' | 'pages';
	/** The request if it has the right form, otherwise undefined. */
	parse(request: Record<string, unknown>): Calls[C]['request'] | undefined;
	/** Answers, or throws Refusal or NotChecked with the reason. */
	answer(request: Calls[C]['request'], context: Context, sender: Sender): Promise<Calls[C]['answer']>;
}

/** Thrown by a handler that does not answer. */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly reason: Reason;
	constructor(reason: Reason, detail = '') {
		super(detail);
		this.reason = reason;
	}
}

/** For messages that carry nothing. */
export const parseNothing = (): object => ({});
