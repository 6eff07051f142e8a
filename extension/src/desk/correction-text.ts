import type {Texts} from '../shared/texts.js';
import {type Mishap, type Venue, wayOf} from './steps.js';

type CorrectionTexts = Texts['desk']['correction']['texts'];

/** Which text fits; none where saying anything in public would point to what must not be seen. */
const names = {
	fact: {x: 'factPost', edit: 'factEdit', message: 'factMessage'},
	shared: {x: 'sharedPost', edit: 'sharedEdit', message: 'sharedMessage'},
	rude: {x: 'rudePost', edit: 'rudeEdit', message: 'rudeMessage'},
	leak: undefined,
	person: {x: 'person', edit: 'person', message: 'person'},
	account: {x: 'accountPost', edit: 'accountPost', message: 'accountMessage'},
} as const satisfies Record<Mishap, Record<ReturnType<typeof wayOf>, keyof CorrectionTexts> | undefined>;

/** A text to put it right with, to be filled in; undefined where there should be none. */
export function correctionText(texts: CorrectionTexts, mishap: Mishap, venue: Venue): string | undefined {
	const name = names[mishap]?.[wayOf(venue)];
	return name && texts[name];
}
