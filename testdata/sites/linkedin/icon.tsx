/** @jsxImportSource react */

/** Own line drawings on a 24 by 24 grid: the replica shows nobody's marks. */
const paths = {
	like: 'M7 11v9H4v-9zM7 12l4-8c2 0 3 1 2 4l-.5 2H19c1.500 0 2 1 1.500 2.500l-2 6C18 20 17 20 16 20H7',
	comment: 'M4 5h16v11h-9l-4 4v-4H4z',
	repost: 'M4 9l3-3 3 3M7 6v9h7M20 15l-3 3-3-3M17 18V9h-7',
	send: 'M4 12l16-8-5 16-3-6z',
	image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01',
	clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2',
	emoji: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8.500 14c1 1.500 2.200 2 3.500 2s2.500-.5 3.500-2M9 9.500h.01M15 9.500h.01',
	event: 'M5 5h14v15H5zM5 9h14M9 3v4M15 3v4',
	more: 'M6 12h.01M12 12h.01M18 12h.01',
	edit: 'M5 19l1-4L16 5l3 3L9 18z',
};

export function Icon({name, id}: {name: keyof typeof paths; id?: string}) {
	return (
		<svg id={id} viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true">
			<path d={paths[name]} />
		</svg>
	);
}

const portrait = `data:image/svg+xml,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#5b7083"/><circle cx="18" cy="14" r="6" fill="#fff"/><path d="M6 36a12 12 0 0124 0z" fill="#fff"/></svg>',
)}`;

/** A drawn head, alike for everybody. */
export const Portrait = ({alt = '', size = 40, className}: {alt?: string; size?: number; className?: string}) => (
	<img className={className} src={portrait} alt={alt} width={size} height={size} style={{borderRadius: '50%', flex: 'none'}} />
);
