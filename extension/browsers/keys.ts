/** Key codes of WebDriver, by the names the pages use in KeyboardEvent.key. */
const codes: Record<string, string> = {
	Alt: '\uE00A',
	ArrowDown: '\uE015',
	ArrowLeft: '\uE012',
	ArrowRight: '\uE014',
	ArrowUp: '\uE013',
	Backspace: '\uE003',
	Control: '\uE009',
	Delete: '\uE017',
	End: '\uE010',
	Enter: '\uE007',
	Escape: '\uE00C',
	Home: '\uE011',
	Meta: '\uE03D',
	Shift: '\uE008',
	Space: ' ',
	Tab: '\uE004',
};

type Action = {type: 'keyDown' | 'keyUp'; value: string} | {type: 'pause'; duration: number};

function codeOf(key: string): string {
	if (key === 'ControlOrMeta') return codeOf(process.platform === 'darwin' ? 'Meta' : 'Control');
	const number = /^F([1-9])$/.exec(key)?.[1];
	if (number) return String.fromCharCode(0xe030 + Number(number));
	return codes[key] ?? key;
}

/** `Control+z`: all keys down in turn, then up in the opposite order. */
export function keysOf(keys: string): Action[] {
	const values = keys.split('+').map(codeOf);
	return [
		...values.map((value): Action => ({type: 'keyDown', value})),
		...values.reverse().map((value): Action => ({type: 'keyUp', value})),
	];
}

const strike = (value: string): Action[] => [
	{type: 'keyDown', value},
	{type: 'keyUp', value},
];

/** Text key by key; what is one sign to the reader is one key. */
export function typingOf(text: string, delayMs: number): Action[] {
	const signs = [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text)];
	return signs.flatMap(({segment}): Action[] => [
		...strike(segment === '\n' ? codeOf('Enter') : segment),
		...(delayMs > 0 ? [{type: 'pause', duration: delayMs} as const] : []),
	]);
}
