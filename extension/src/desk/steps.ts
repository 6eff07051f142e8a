import type {Handed} from '../shared/protocol.js';

/** What may have gone wrong. */
export const mishaps = ['fact', 'shared', 'rude', 'leak', 'person', 'account'] as const;
export type Mishap = (typeof mishaps)[number];

/** Where it stands: a post on one of the sites, or a message on any. */
export const venues = ['x', 'linkedin', 'facebook', 'message'] as const;
export type Venue = (typeof venues)[number];

/** The steps by name; their words stand in the catalogue. */
const ofSteps = {
	replyCorrection: ['EC-4d-1'],
	thenDelete: ['EC-4d-1'],
	editPost: ['EC-4d-2'],
	sayEdited: ['EC-4d-2'],
	commentToo: [],
	tellReaders: [],
	deleteMessage: [],
	thank: ['EC-4d-3'],
	postRight: ['EC-4d-1', 'UN-9'],
	undoShare: ['EC-4d-1', 'UN-9'],
	editShare: ['EC-4d-2', 'UN-9'],
	bareShare: ['EC-4d-2', 'UN-9'],
	stopSpreading: ['UN-9'],
	apologise: ['EC-2a-2'],
	apologiseThere: ['EC-2a-2'],
	deletePost: [],
	editOut: ['EC-4d-2'],
	leaveQuarrel: ['EC-2a-3'],
	noteDown: [],
	deleteNotEdit: [],
	askDelete: [],
	callSecurity: ['EC-4d-4', 'OSCE-8.1', 'UN-11'],
	sayNothing: [],
	tellPerson: ['UN-10a'],
	neverRepeat: ['UN-10a'],
	changePassword: ['EC-4c-5'],
	secureMail: ['EC-4c-5', 'EC-4c-4'],
	revokeApps: ['EC-4c-5'],
	lookThrough: [],
	sayNotYou: [],
	warnReaders: [],
	tellOffice: ['EC-2-4', 'OSCE-8.1', 'UN-11'],
} as const satisfies Record<string, readonly string[]>;

/** A thing to do. */
export type Step = keyof typeof ofSteps;

/** The provisions a step rests on, of all packs. */
export const provisionsOf = (step: Step): readonly string[] => ofSteps[step];

/** On X what is right is posted first and the post deleted then; elsewhere the post is edited. */
const correct = {
	x: ['replyCorrection', 'thenDelete'],
	edit: ['editPost', 'sayEdited', 'commentToo'],
	message: ['tellReaders', 'deleteMessage'],
} as const satisfies Record<string, readonly Step[]>;

const unshare = {
	x: ['postRight', 'undoShare'],
	edit: ['editShare', 'bareShare', 'commentToo'],
	message: ['stopSpreading', 'deleteMessage'],
} as const satisfies Record<string, readonly Step[]>;

const takeBack = {
	x: ['apologise', 'deletePost', 'leaveQuarrel'],
	edit: ['editOut', 'sayEdited', 'apologise', 'leaveQuarrel'],
	message: ['apologiseThere', 'deleteMessage', 'leaveQuarrel'],
} as const satisfies Record<string, readonly Step[]>;

// A correction in public would point to what must not be seen, so there is none.
const hush = {
	x: ['noteDown', 'deletePost', 'callSecurity', 'sayNothing'],
	edit: ['noteDown', 'deleteNotEdit', 'callSecurity', 'sayNothing'],
	message: ['noteDown', 'deleteMessage', 'callSecurity', 'askDelete', 'sayNothing'],
} as const satisfies Record<string, readonly Step[]>;

const protect = {
	x: ['noteDown', 'deletePost', 'tellPerson', 'callSecurity', 'neverRepeat'],
	edit: ['noteDown', 'deleteNotEdit', 'tellPerson', 'callSecurity', 'neverRepeat'],
	message: ['noteDown', 'deleteMessage', 'askDelete', 'tellPerson', 'callSecurity', 'neverRepeat'],
} as const satisfies Record<string, readonly Step[]>;

const regain = {
	x: ['changePassword', 'secureMail', 'revokeApps', 'callSecurity', 'lookThrough', 'sayNotYou'],
	edit: ['changePassword', 'secureMail', 'revokeApps', 'callSecurity', 'lookThrough', 'sayNotYou'],
	message: ['changePassword', 'secureMail', 'revokeApps', 'callSecurity', 'warnReaders'],
} as const satisfies Record<string, readonly Step[]>;

const ways = {fact: correct, shared: unshare, rude: takeBack, leak: hush, person: protect, account: regain};

/** How a post is changed there: on X it cannot be edited by everybody. */
export const wayOf = (venue: Venue): 'x' | 'edit' | 'message' => (venue === 'linkedin' || venue === 'facebook' ? 'edit' : venue);

/** What to do, in this order. */
export function stepsFor(mishap: Mishap, venue: Venue): Step[] {
	const last: Step[] = mishap === 'fact' || mishap === 'shared' ? ['thank', 'tellOffice'] : mishap === 'rude' ? ['tellOffice'] : [];
	return [...ways[mishap][wayOf(venue)], ...last];
}

/** True where security must hear of it at once. */
export const isIncident = (mishap: Mishap): boolean => mishap === 'leak' || mishap === 'person' || mishap === 'account';

/** The kind of mishap each category of findings warns of. */
const byCategory: Readonly<Record<string, Mishap>> = {
	'accuracy': 'fact', 'offensive': 'rude', 'discrimination': 'rude', 'threat': 'rude', 'escalation': 'rude',
	'confidentiality': 'leak', 'security': 'leak', 'proceedings': 'leak', 'personal-data': 'person', 'account-security': 'account',
};

/** What probably went wrong, by what was handed over. */
export function mishapOf(handed: Handed | null): Mishap | undefined {
	return handed?.findings?.map(({category}) => byCategory[category]).find(mishap => mishap !== undefined);
}

/** Where it probably stands, by what was handed over. */
export function venueOf(handed: Handed | null): Venue | undefined {
	if (handed?.surface === 'dm') return 'message';
	return handed?.site === 'none' ? undefined : handed?.site;
}
