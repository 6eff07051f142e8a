/** @jsxImportSource react */
import {CompositeDecorator, type ContentBlock} from 'draft-js';
import type {CSSProperties, ReactNode} from 'react';

const mention = /(?<![\p{L}\p{N}_])@\w+/gu;
const hashtag = /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]+/gu;
const cashtag = /(?<![\p{L}\p{N}_])\$[A-Za-z]{1,6}\b/gu;
const link = /\b(?:https?:\/\/\S+|(?:[a-z0-9-]+\.)+(?:com|eu|int|net|org)(?:\/\S*)?)/giu;
const emoji = /\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D\p{Extended_Pictographic})*/gu;

type Part = {children?: ReactNode};

const strategy = (pattern: RegExp) => (block: ContentBlock, found: (start: number, end: number) => void) => {
	for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length);
};

const Coloured = ({children}: Part) => <span style={{color: 'rgb(29, 155, 240)'}}>{children}</span>;

/** One drawing serves for every emoji, so that it looks the same without an emoji font. */
const drawing = `url("data:image/svg+xml,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><path fill="#f5a623" d="M18 1l5 11 12 1.5-9 8 2.5 12L18 27.5 7.5 33.5l2.5-12-9-8L13 12z"/></svg>',
)}")`;

/** X shows a picture in place of an emoji; the character stays in the text, invisible. */
function Emoji({children}: Part) {
	const style: CSSProperties & Record<'WebkitTextFillColor', string> = {
		backgroundImage: drawing,
		backgroundSize: '1em 1em',
		padding: '0.15em',
		backgroundPosition: 'center center',
		backgroundRepeat: 'no-repeat',
		WebkitTextFillColor: 'transparent',
	};
	return (
		<span style={style}>
			<span style={{clipPath: 'circle(0% at 50% 50%)'}}>{children}</span>
		</span>
	);
}

export const decorator = new CompositeDecorator([
	...[link, mention, hashtag, cashtag].map(pattern => ({strategy: strategy(pattern), component: Coloured})),
	{strategy: strategy(emoji), component: Emoji},
]);
