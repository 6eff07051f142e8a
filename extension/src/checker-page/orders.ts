import type {Settings} from '../shared/fields.js';
import type {Answer, BioAnswer, BioRequest, CheckAnswer, CheckRequest, StatusAnswer} from '../shared/protocol.js';

/** What the page asks of its engine, which runs in a thread of its own, and what is answered. */
export interface Orders {
	/** Judges by these settings from now on. */
	use: {request: Settings; answer: Standing};
	check: {request: CheckRequest; answer: CheckAnswer};
	bio: {request: BioRequest; answer: BioAnswer};
}

/** What judges on the page, and how the channel of its server stands. */
export type Standing = Omit<StatusAnswer, 'sites'>;

/** The name of an order. */
export type Order = keyof Orders;

/** An order as it travels. */
export type Sent<O extends Order = Order> = {[K in O]: {number: number; order: K; request: Orders[K]['request']}}[O];

/** What comes back: the answer to the order of that number, or unasked how things stand now. */
export type Returned =
	| {number: number; answer: Answer<Orders[Order]['answer']>}
	/** `anew`: the same text may be judged otherwise than before. */
	| {standing: Standing; anew: boolean};
