/** What the user says of the messages. Institutions of the EU judge by these four whether a message is registered. */
export interface Need {
	work: boolean;
	important: boolean;
	/** Not short-lived. */
	lasting: boolean;
	/** Somebody has to act on it or follow it up. */
	action: boolean;
}

/** The questions, in the order they are asked. */
export const questions = ['work', 'important', 'lasting', 'action'] as const satisfies readonly (keyof Need)[];

/** Before anything was said. */
export const nothingSaid: Need = {work: false, important: false, lasting: false, action: false};

/** What the answers point to; it decides nothing. */
export function verdictOn({work, important, lasting, action}: Need): 'open' | 'private' | 'keep' | 'pass' {
	if (!work) return important || lasting || action ? 'private' : 'open';
	return (important && lasting) || action ? 'keep' : 'pass';
}
