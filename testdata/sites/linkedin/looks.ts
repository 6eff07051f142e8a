import type {} from 'react';

/** The new pages' class names: nonsense, as on the site; style.css uses the same. */
export const look = {
	light: '_892e173b',
	dark: '_f85670cf',
	header: '_b9b8373d',
	nav: '_eedd557a',
	page: '_65c4aa28',
	rail: '_6446d8ff',
	card: '_cfc99bc4',
	copy: '_6843377d',
	author: '_61672cff',
	person: '_6f4f8d64',
	start: '_c9fb8478',
	head: '_1414658f',
	entry: '_d701f1c2',
	text: '_181dea88',
	dim: '_d1f7d59c',
	actions: '_0fbdebef',
	anchor: '_e21718e4',
	menu: '_ed7d8b6a',
	menuFar: '_a560f455',
	item: '_985d9818',
	comment: '_740b17b1',
	commentBox: '_d344f99a',
	commentRow: '_52f912a2',
	commentEnd: '_cf117a08',
	thread: '_ee67317b',
	tool: '_49957b9e',
	links: '_6ccff55e',
	dialog: '_4ae56261',
	mask: '_30d1ccc1',
	column: '_482a97c6',
	waiting: '_70831c9b',
	scroll: '_528ca32f',
	footer: '_ce23aee1',
	gap: '_f49b4a91',
	primary: '_b942d625',
	secondary: '_f7c1a022',
	close: '_ba2b8f51',
	hidden: '_f62ca786',
	picture: '_b1c8a489',
	original: '_5f0e9923',
	fields: '_a5fbf522',
	field: '_bf4d8e1f',
} as const;

declare module 'react' {
	interface AriaAttributes {
		/** The new pages' stable hook. */
		componentkey?: string;
	}
}
