import {isDay} from './day.js';
import type {CheckupItem, PackInfo} from './finding.js';
import {isRecord} from './validate.js';

/** What the user did with an item: the day they looked at it (YYYY-MM-DD), or `skip` where it is not for them. */
export type Mark = string;

/** What the user has looked at of one organisation's check-up. */
export interface Marks {
	/** The edition of each item the user knows of, by id; see CheckupItem. */
	editions: Readonly<Record<string, string>>;
	items: Readonly<Record<string, Mark>>;
}

/** The same for every organisation, as it is stored. */
export type CheckupProgress = Readonly<Record<string, Marks>>;

/** An item as it stands for the user. */
export interface ItemState {
	item: CheckupItem;
	/** Undefined where it is still to be looked at. */
	mark: Mark | undefined;
	/** Set where the user has not looked at it since it came, or since it was changed. */
	news?: 'new' | 'changed';
}

const noMarks: Marks = {editions: {}, items: {}};

/** Makes progress of whatever was stored; what does not fit is left out. */
export function parseProgress(stored: unknown): CheckupProgress {
	return Object.fromEntries(entriesOf(stored).map(([org, value]) => {
		const {editions, items} = Object.fromEntries(entriesOf(value));
		return [org, {editions: texts(editions), items: marksOf(items)}];
	}));
}

function entriesOf(value: unknown): [string, unknown][] {
	return isRecord(value) ? Object.entries(value) : [];
}

function texts(value: unknown): Record<string, string> {
	return Object.fromEntries(entriesOf(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function marksOf(value: unknown): Record<string, Mark> {
	return Object.fromEntries(Object.entries(texts(value)).filter(([, mark]) => mark === 'skip' || isDay(mark)));
}

/** How each item of a pack's check-up stands. The mark on an item that was changed since no longer counts. */
export function itemStates(pack: Pick<PackInfo, 'id' | 'checkup'>, progress: CheckupProgress): ItemState[] {
	const {editions, items} = progress[pack.id] ?? noMarks;
	const begun = Object.keys(editions).length > 0;
	return pack.checkup.map(item => {
		const edition = editions[item.id];
		if (edition === item.edition) return {item, mark: items[item.id]};
		// Before the first mark everything is new, which is worth no word.
		return {item, mark: undefined, ...(begun && {news: edition === undefined ? 'new' : 'changed'} as const)};
	});
}

/** How many items are new or changed for a user who has begun. */
export function checkupNews(pack: Pick<PackInfo, 'id' | 'checkup'>, progress: CheckupProgress): number {
	return itemStates(pack, progress).filter(({news}) => news).length;
}

/** Marks an item, or takes its mark back. The first mark makes the whole list known. */
export function withMark(pack: Pick<PackInfo, 'id' | 'checkup'>, progress: CheckupProgress, id: string, mark: Mark | undefined): CheckupProgress {
	const {editions, items} = progress[pack.id] ?? noMarks;
	const begun = Object.keys(editions).length > 0;
	const known = pack.checkup.filter(item => !begun || item.id === id).map(item => [item.id, item.edition] as const);
	const others = Object.entries(items).filter(([other]) => other !== id);
	const marked = mark === undefined ? others : [...others, [id, mark] as const];
	return {...progress, [pack.id]: {editions: {...editions, ...Object.fromEntries(known)}, items: Object.fromEntries(marked)}};
}

/** Takes back every mark of one organisation; the list stays known. */
export function withoutMarks(pack: Pick<PackInfo, 'id' | 'checkup'>, progress: CheckupProgress): CheckupProgress {
	return {...progress, [pack.id]: {editions: Object.fromEntries(pack.checkup.map(({id, edition}) => [id, edition])), items: {}}};
}
