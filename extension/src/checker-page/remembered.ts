import type {Settings} from '../shared/fields.js';
import {initialSettings, parseSettings, storedForm} from '../shared/settings.js';

/** The choices this page asks for; no text is ever among them. */
const asked = ['org', 'status', 'device', 'field'] as const satisfies readonly (keyof Settings)[];

const key = 'circumspect';

const choicesOf = (settings: Settings): Partial<Settings> => Object.fromEntries(asked.map(name => [name, settings[name]]));

/** The choices kept in this browser, or undefined where none are, or where it keeps nothing. */
export function recall(): Settings | undefined {
	try {
		const kept = localStorage.getItem(key);
		if (kept === null) return undefined;
		return {...initialSettings(), ...choicesOf(parseSettings(JSON.parse(kept)))};
	} catch {
		return undefined;
	}
}

/** Keeps the choices in this browser, or forgets them. Tells whether that worked. */
export function remember(settings: Settings | undefined): boolean {
	try {
		if (settings) localStorage.setItem(key, JSON.stringify(storedForm(choicesOf(settings) as Settings)));
		else localStorage.removeItem(key);
		return true;
	} catch {
		// A browser that keeps nothing has nothing to forget either.
		return settings === undefined;
	}
}
