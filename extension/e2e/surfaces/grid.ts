/** What came of a scenario in a form: it held, does not apply, or failed. */
export interface Cell {
	reason?: string;
	error?: string;
	/** How long it took. */
	ms: number;
}

/** Lays out forms by scenarios for a terminal: `+` held, `!` failed, a letter where it does not apply, for the reason below. */
export function gridOf(rows: ReadonlyMap<string, Readonly<Record<string, Cell>>>, columns: readonly string[]): string {
	const reasons = new Map<string, string>();
	const letterOf = (reason: string) => {
		if (!reasons.has(reason)) reasons.set(reason, String.fromCharCode(97 + reasons.size));
		return reasons.get(reason)!;
	};
	const signOf = (cell: Cell | undefined) => (!cell ? ' ' : cell.error ? '!' : cell.reason ? letterOf(cell.reason) : '+');
	const width = Math.max(0, ...[...rows.keys()].map(name => name.length)) + 2;
	const heads = columns.map((name, at) => `${' '.repeat(width)}${'| '.repeat(at)}${name}`);
	const lines = [...rows].map(([name, cells]) => name.padEnd(width) + columns.map(column => signOf(cells[column])).join(' '));
	const count = [...rows.values()].flatMap(cells => Object.values(cells));
	const held = count.filter(cell => !cell.error && !cell.reason).length;
	const legend = [...reasons].map(([reason, letter]) => `${letter}  does not apply: ${reason}`);
	const sum = `${held} held, ${count.filter(cell => cell.reason).length} do not apply, ${count.filter(cell => cell.error).length} failed, of ${rows.size * columns.length}`;
	return [...heads, ...lines, '', ...legend, sum, ''].join('\n');
}
