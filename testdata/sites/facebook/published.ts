/** What can be read on the page: invented accounts and everyday matters, and one post that must not be shared. */
export interface Published {
	id: number;
	/** Part of the address of its author. */
	author: string;
	name: string;
	lines: string[];
	/** Lines shown before "See more"; all when absent. */
	shown?: number;
	picture?: boolean;
	/** The post that this one shares. */
	shared?: Published;
}

/** The post whose buttons the parts `like`, `repost`, `share` and `quote` are. */
export const guardedPost = 2;

export const firstPosts: Published[] = [
	{id: 1, author: 'corner.library', name: 'Corner Library', lines: ['The reading room stays open until nine on Thursdays this month.', 'Tea is on us 🫖 #reading']},
	{
		id: guardedPost,
		author: 'green.field.news',
		name: 'Green Field News',
		lines: ['Vote for the Green Harvest Party on Sunday and send these corrupt traitors home. They are vermin.'],
	},
	{id: 3, author: 'river.gauge', name: 'River Gauge', lines: ['Water level at the old bridge: 2.14 m and falling.', 'The towpath is open again from noon. #river'], picture: true},
	{
		id: 4,
		author: 'slow.trains',
		name: 'Slow Trains',
		lines: ['Nine countries, one rucksack, no flights 🚆', 'Part three of the diary is out.', 'This time: how to sleep on a night train.', 'And what to do when the kettle is forbidden.'],
		shown: 2,
		picture: true,
	},
	{id: 5, author: 'plot.seventeen', name: 'Plot Seventeen', lines: ['The last tomatoes are in.', 'Green ones go on the windowsill beside a banana 🍌'], picture: true},
];
