/** A finding as the reader saw it. */
export interface Row {
	severity: string;
	words: string;
	title: string;
	provisions: string[];
}

const marks: Record<string, string> = {Warning: '~~~', Caution: '- -', Hint: '···'};

function shortened(text: string, width: number): string {
	return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** What all provisions begin with, up to a comma: mostly the name of the document. */
export function sharedStart(provisions: readonly string[]): string {
	const [first = '', ...rest] = provisions;
	const parts = first.split(', ');
	for (let count = parts.length - 1; count > 0; count--) {
		const start = `${parts.slice(0, count).join(', ')}, `;
		if (rest.every(one => one.startsWith(start))) return start;
	}
	return '';
}

/** Lays findings out for a terminal of `width` columns, a provision a line. */
export function tableOf(rows: readonly Row[], width: number): string {
	const start = sharedStart(rows.flatMap(row => row.provisions));
	const wordsWidth = Math.min(30, Math.max(12, ...rows.map(row => row.words.length + 2)));
	const titleWidth = Math.max(7, ...rows.map(row => row.title.length));
	const placeWidth = Math.max(20, width - wordsWidth - titleWidth - 18);
	const line = (severity: string, words: string, title: string, place: string) =>
		`${severity.padEnd(12)}${shortened(words, wordsWidth).padEnd(wordsWidth + 2)}${title.padEnd(titleWidth + 2)}${shortened(place.slice(start.length), placeWidth)}`.trimEnd();
	const lines = rows.flatMap(row => [
		line(`${marks[row.severity] ?? '   '} ${row.severity}`, `“${row.words}”`, row.title, row.provisions[0] ?? ''),
		...row.provisions.slice(1).map(place => line('', '', '', place)),
	]);
	const source = start ? [`Provisions of ${start.slice(0, -2)}`, ''] : [];
	return [...source, line('Severity', 'Words', 'Finding', `${start}Provision`), ...lines].join('\n');
}
