/** The posts of the feed. Invented accounts and everyday matters only, but for one that should raise the share guard. */

/** A published post. */
export interface Published {
	id: number;
	author: string;
	name: string;
	ago: string;
	text: string;
	/** What "Show more" shows of it. */
	rest?: string;
	quotes?: Published;
}

/** The post that `like`, `repost` and `quote` belong to. */
export const guarded: Published = {
	id: 2, author: 'green_harvest_fan', name: 'Harvest fan', ago: '3h',
	text: 'Vote for the Green Harvest Party on Sunday and send these corrupt traitors home. They are vermin.',
};

/** The post that the forms `reply`, `reply-inline` and `quote` are about. */
export const harmless: Published = {
	id: 1, author: 'river_gauge', name: 'River gauge', ago: '2h',
	text: 'Water level at the old bridge: 2.14 m and falling 🌊. The towpath is open again from noon, says @corner_library.\nhttps://example.org/gauges/old-bridge/levels #river',
};

const library: Published = {
	id: 3, author: 'corner_library', name: 'Corner library', ago: '4h',
	text: 'The reading room stays open until nine on Thursdays this month.\nTea is on us. ☕️',
};

const trains: Published = {
	id: 4, author: 'slow_trains', name: 'Slow trains', ago: '6h',
	text: 'Nine countries, one rucksack, no flights. Part three of the diary is out. #railways\n\nThe night train left at six, and nobody in the compartment minded the window',
	rest: ' being open until the mountains came. We shared bread, cheese and a map from 1987.',
};

const walks: Published = {
	id: 5, author: 'sunday_walks', name: 'Sunday walks', ago: '7h',
	text: 'Worth a look before you put your boots on 🥾', quotes: harmless,
};

const allotment: Published = {
	id: 6, author: 'allotment_17', name: 'Plot seventeen', ago: '1h',
	text: 'The last tomatoes are in. Green ones go on the windowsill beside a banana.',
};

/** What each tab of the feed shows. */
export const feeds = {'for-you': [harmless, guarded, library, trains, walks], following: [allotment]};

export const everyPost: Published[] = [...feeds['for-you'], ...feeds.following];

/** Where a post has its own page. */
export const permalinkOf = ({author, id}: Published): string => `/${author}/status/${19_000_000_000_000 + id}`;
