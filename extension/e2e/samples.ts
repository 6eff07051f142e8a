/** Sentences whose findings the tests know, for the pack of the European Commission. */
export interface Sample {
	sentence: string;
	/** The words that are underlined. */
	words: string;
	title: string;
	line: 'wavy' | 'dashed' | 'dotted';
}

export const internal: Sample = {
	sentence: 'The internal evaluation says two of our five offices never met a single partner.',
	words: 'internal evaluation',
	title: 'Internal document',
	line: 'dashed',
};

export const inside: Sample = {
	sentence: 'Colleagues tell me the proposal will be withdrawn.',
	words: 'Colleagues tell me',
	title: 'Talk from inside the house',
	line: 'dashed',
};

export const embargo: Sample = {
	sentence: 'Under embargo until noon, but here is the growth figure already: 1.1 percent.',
	words: 'Under embargo until',
	title: 'Under embargo',
	line: 'wavy',
};

/** No one of these words would raise it: they add up (a rule with `score`). */
export const essay = {
	sentence: 'In this article I look at the common agricultural policy. I have worked on farms. In my view it pays the wrong people.',
	words: ['In this article', 'I have worked', 'In my view'],
	title: 'May be a publication',
};

/** What a profile may not say: found there only, and found there too. */
export const officialBio: Sample = {
	sentence: 'Official account of the Commission desk for fisheries.',
	words: 'Official account of',
	title: 'A private profile that speaks officially',
	line: 'dashed',
};
export const voteCall: Sample = {
	sentence: 'Vote for the Green Harvest Party on Sunday.',
	words: 'Vote for the',
	title: 'Telling others how to vote',
	line: 'wavy',
};

export const profanity: Sample = {
	sentence: 'What a crap conference, the coffee was the best speaker.',
	words: 'crap',
	title: 'Vulgar word about work or public life',
	line: 'dotted',
};

/** Found where somebody is answered, nowhere else. */
export const taunt = {sentence: 'You people always run when somebody brings facts.', words: 'You people always'};

/** Says nothing anybody would mind. */
export const harmless = 'The library is open until nine on Thursday. Bring a book.';

/** 3,000 UTF-16 units of harmless sentences with one sample in the middle, as people paste them. */
export function longText(sample: Sample): string {
	const half = `${harmless} `.repeat(40).slice(0, Math.floor((2998 - sample.sentence.length) / 2));
	const rest = `${harmless} `.repeat(40);
	return `${half.trimEnd()}. ${sample.sentence} ${rest}`.slice(0, 2999) + '.';
}
