import type {PackInfo} from '../../shared/finding.js';
import type {ChannelStatus, News} from '../../shared/protocol.js';
import type {Kept} from './kept.js';

/** What the checker says of the house pack. */
export interface Look {
	/** The pack that judges now. */
	pack: PackInfo | undefined;
	/** Why the engine does without the envelope that is held. */
	houseProblem?: string | undefined;
}

/** How a channel stands by what is stored of it and by what judges now. */
export function statusOf(address: string, kept: Kept | undefined, {pack, houseProblem}: Look, now: number): Omit<ChannelStatus, 'checking'> {
	const {checkedAt, fetchedAt, digest, refusal, failure, failures = 0} = kept ?? {};
	const news = newsOf(kept, pack);
	return {
		address,
		house: pack?.house ?? null,
		...(pack?.refusal && {heldRefusal: pack.refusal}),
		...(checkedAt !== undefined && {checkedAt}),
		...(fetchedAt !== undefined && {fetchedAt}),
		...(digest !== undefined && {digest}),
		...(refusal && {refusal}),
		...(failure && {failure: {...failure, times: failures}}),
		...(houseProblem !== undefined && {failure: {failure: {kind: 'engine', got: houseProblem}, at: now, times: 1}}),
		...(news && {news}),
	};
}

/** What the user has not looked at yet. */
function newsOf(kept: Kept | undefined, pack: PackInfo | undefined): News | undefined {
	if (!kept || !pack?.house || kept.seen >= kept.floor) return undefined;
	const says = pack.house.news.filter(({version}) => version > kept.seen).sort((a, b) => b.version - a.version);
	return {from: kept.seen, to: kept.floor, at: kept.fetchedAt ?? 0, changes: [...kept.changes], says};
}
