/** What X draws in a special way, while it is written and once it is published. */
export const patterns = {
	link: /\b(?:https?:\/\/\S+|(?:[a-z0-9-]+\.)+(?:com|eu|int|net|org)(?:\/\S*)?)/giu,
	mention: /(?<![\p{L}\p{N}_])@\w+/gu,
	hashtag: /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]+/gu,
	cashtag: /(?<![\p{L}\p{N}_])\$[A-Za-z]{1,6}\b/gu,
	emoji: /\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D\p{Extended_Pictographic})*/gu,
};

/** One drawing serves for every emoji, so that it looks the same without an emoji font. */
export const drawing = `data:image/svg+xml,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><path fill="#f5a623" d="M18 1l5 11 12 1.5-9 8 2.5 12L18 27.5 7.5 33.5l2.5-12-9-8L13 12z"/></svg>',
)}`;
