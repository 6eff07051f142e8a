/** @jsxImportSource react */
import {CompositeDecorator, type ContentBlock} from 'draft-js';
import type {CSSProperties, ReactNode} from 'react';
import {drawing, patterns} from './patterns.js';

type Part = {children?: ReactNode};

const strategy = (pattern: RegExp) => (block: ContentBlock, found: (start: number, end: number) => void) => {
	for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length);
};

const Coloured = ({children}: Part) => <span style={{color: 'rgb(29, 155, 240)'}}>{children}</span>;

/** X shows a picture in place of an emoji; the character stays in the text, invisible. */
function Emoji({children}: Part) {
	const style: CSSProperties & Record<'WebkitTextFillColor', string> = {
		backgroundImage: `url("${drawing}")`,
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

const {link, mention, hashtag, cashtag, emoji} = patterns;

export const decorator = new CompositeDecorator([
	...[link, mention, hashtag, cashtag].map(pattern => ({strategy: strategy(pattern), component: Coloured})),
	{strategy: strategy(emoji), component: Emoji},
]);
