/** @jsxImportSource react */

/** Own line drawings on a 24 by 24 grid: the replica shows nobody's marks. */
const paths = {
	home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
	profile: 'M12 12a4 4 0 100-8 4 4 0 000 8zm-8 8c0-4 4-6 8-6s8 2 8 6',
	chat: 'M4 5h16v11H9l-5 4z',
	articles: 'M5 4h14v16H5zM8 8h8M8 12h8M8 16h5',
	media: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01',
	gif: 'M3 6h18v12H3zM10 10H8a1 1 0 00-1 1v2a1 1 0 001 1h2v-2M13 10v4M16 14v-4h2.5M16 12h2',
	draw: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
	poll: 'M5 6h9M5 12h14M5 18h6',
	emoji: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8.5 14c1 1.5 2.200 2 3.500 2s2.500-.5 3.500-2M9 9.500h.01M15 9.500h.01',
	schedule: 'M5 5h14v15H5zM5 9h14M9 3v4M15 3v4M12 12v3l2 1',
	place: 'M12 21s-7-6-7-11a7 7 0 0114 0c0 5-7 11-7 11zM12 12a2 2 0 100-4 2 2 0 000 4z',
	disclose: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5M12 8h.01',
	reply: 'M4 6h16v10h-8l-5 4v-4H4z',
	repost: 'M6 17V8h9M12 5l3 3-3 3M18 7v9H9M12 19l-3-3 3-3',
	like: 'M12 20l-7-7a4 4 0 017-5 4 4 0 017 5z',
	views: 'M6 19v-6M12 19V6M18 19v-9',
	bookmark: 'M7 4h10v16l-5-4-5 4z',
	share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
	caret: 'M6 12h.01M12 12h.01M18 12h.01',
	quote: 'M5 6h14M5 11h14M5 16h8',
	send: 'M4 12l16-7-5 15-3-6z',
};

export function Icon({name}: {name: keyof typeof paths}) {
	return (
		<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true">
			<path d={paths[name]} />
		</svg>
	);
}

export function Avatar({handle}: {handle: string}) {
	return (
		<div className="css-175oi2r r-avatar" data-testid={`UserAvatar-Container-${handle}`} aria-hidden="true">
			{handle.slice(0, 1).toUpperCase()}
		</div>
	);
}
