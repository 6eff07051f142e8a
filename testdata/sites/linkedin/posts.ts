/** A post that the feed shows: invented accounts, everyday matters, and one that nobody in office should share. */
export interface Published {
	/** Counts from 1; what `replica.acts()` names. */
	number: number;
	/** The item's key, as random as the site's. */
	key: string;
	author: string;
	/** Of the author's profile. */
	slug: string;
	text: string;
	tag?: string;
}

const first: Published = {
	number: 1, key: 'b7e0c2d4-51aa-4c1f-9d0e-6f1f3c2a7711', author: 'River Gauge', slug: 'river-gauge',
	text: 'Water level at the old bridge: 2.14 m and falling.\nThe towpath is open again from noon. ', tag: 'river',
};

/** The post that `like`, `repost` and `quote` of `replica.find` belong to. */
export const heated: Published = {
	number: 2, key: '0d9f6a18-3be2-47a5-8e4e-92b6a1d0c35f', author: 'Loud Corner', slug: 'loud-corner',
	text: 'Vote for the Green Harvest Party on Sunday and send these corrupt traitors home. They are vermin.',
};

export const published: Published[] = [
	first,
	heated,
	{
		number: 3, key: '6a3d11c9-e07b-4b1d-a5f2-0c8e4d7b9a20', author: 'Corner Library', slug: 'corner-library',
		text: 'The reading room stays open until nine on Thursdays this month.\n\nTea is on us.',
	},
	{
		number: 4, key: 'f25b8e70-98c4-4d36-b6a1-7d5e2f0c1b44', author: 'Slow Trains', slug: 'slow-trains',
		text: 'Nine countries, one rucksack, no flights. Part three of the diary is out. ', tag: 'railways',
	},
	{
		number: 5, key: '3c7a90e2-4f15-4a88-92cd-5b1e6d8f0a93', author: 'Plot Seventeen', slug: 'plot-seventeen',
		text: 'The last tomatoes are in. Green ones go on the windowsill beside a banana.',
	},
];

export const postUnderComment = first;

/** A comment that stands under the first post, for replies. */
export const comment = {key: 'commentList-91f0', author: 'Bridge Watch', slug: 'bridge-watch', text: 'Thank you, that saves me the detour.'};
