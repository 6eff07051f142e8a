import type {Surface} from '../shared/protocol.js';
import type {WebSite} from '../shared/sites.js';

/** How much of what a site takes a text fills. */
export interface Count {
	site: WebSite;
	used: number;
	limit: number;
}

/** The most a site takes, in its own units: weighted on X, UTF-16 code units elsewhere. Where it is not known, nothing is said. */
const limits: Readonly<Partial<Record<Surface, Readonly<Partial<Record<WebSite, number>>>>>> = {
	post: {x: 280, linkedin: 3000, facebook: 63_206},
	comment: {x: 280, linkedin: 1250, facebook: 8000},
	bio: {x: 160, linkedin: 2600, facebook: 101},
};

/** How much a text fills on each site that takes it as such. */
export function countsOf(text: string, surface: Surface): Count[] {
	const entries = Object.entries(limits[surface] ?? {}) as [WebSite, number][];
	return entries.map(([site, limit]) => ({site, limit, used: site === 'x' && surface !== 'bio' ? weighted(text) : text.length}));
}

/** X counts every link as this many, whatever its length. */
const linkLength = 23;
const link = /https?:\/\/[^\s]+/giu;

/** What counts once on X: most of the alphabets, and some punctuation. Everything else counts twice. */
const single: readonly (readonly [first: number, last: number])[] = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]];

const letters = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** The length of a text as X counts it. A link without http is not recognised as one. */
export function weighted(text: string): number {
	const links = text.match(link)?.length ?? 0;
	const rest = text.replace(link, '').normalize('NFC');
	return [...letters.segment(rest)].reduce((sum, {segment}) => sum + weightOf(segment), links * linkLength);
}

/** An emoji counts twice however many signs make it up. */
function weightOf(letter: string): number {
	if (/\p{Emoji_Presentation}|\uFE0F/u.test(letter)) return 2;
	return [...letter].reduce((sum, sign) => sum + (isSingle(sign.codePointAt(0) ?? 0) ? 1 : 2), 0);
}

const isSingle = (code: number) => single.some(([first, last]) => code >= first && code <= last);
