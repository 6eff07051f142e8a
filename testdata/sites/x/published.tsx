/** @jsxImportSource react */
import {drawing, patterns} from './patterns.js';

const {link, mention, hashtag, emoji} = patterns;
const special = new RegExp([link, mention, hashtag, emoji].map(({source}) => `(${source})`).join('|'), 'giu');
/** How much of an address X shows. */
const shownOfLink = 22;

/** The beginning of an address is there for screen readers to skip; what is cut off is not there at all. */
function Link({address}: {address: string}) {
	const [, scheme = '', rest = ''] = /^(https?:\/\/)?(.*)$/.exec(address) ?? [];
	return (
		<a href={`https://t.co/${rest.length}`} dir="ltr" rel="noopener noreferrer nofollow" target="_blank" role="link">
			{scheme && <span aria-hidden="true" className="r-scheme">{scheme}</span>}
			{rest.slice(0, shownOfLink)}
			{rest.length > shownOfLink && <span aria-hidden="true">…</span>}
		</a>
	);
}

function Special({text}: {text: string}) {
	if (text.startsWith('@')) return <span><a dir="ltr" href={`/${text.slice(1)}`} role="link">{text}</a></span>;
	if (text.startsWith('#')) return <span><a dir="ltr" href={`/hashtag/${text.slice(1)}?src=hashtag_click`} role="link">{text}</a></span>;
	if (new RegExp(`^(?:${emoji.source})`, 'u').test(text)) return <img alt={text} draggable={false} src={drawing} className="r-emoji" />;
	return <Link address={text} />;
}

/** A published text as X shows it: plain runs in spans, links, and a picture for every emoji. */
export function PublishedText({text}: {text: string}) {
	const parts = [];
	let at = 0;
	for (const match of text.matchAll(special)) {
		if (match.index > at) parts.push(<span key={at}>{text.slice(at, match.index)}</span>);
		parts.push(<Special key={`${match.index}-special`} text={match[0]} />);
		at = match.index + match[0].length;
	}
	if (at < text.length) parts.push(<span key={at}>{text.slice(at)}</span>);
	return <>{parts}</>;
}
