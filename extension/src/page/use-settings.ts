import {useEffect, useRef, useState} from 'preact/hooks';
import {changeSettings, onSettingsChange, readSettings, type Settings} from '../shared/settings.js';

/** The settings on a page: read once, kept in step, written one change after the other. */
export interface SettingsState {
	/** Undefined while they are read. */
	settings: Settings | undefined;
	/** Why they could not be read or written. */
	problem: string | undefined;
	/** Counts the changes that were written. */
	saved: number;
	change(change: Partial<Settings>): void;
}

/** Reads the settings and writes changes. A change shows at once and is written behind. */
export function useSettings(): SettingsState {
	const [settings, setSettings] = useState<Settings | undefined>(undefined);
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const [saved, setSaved] = useState(0);
	const writing = useRef(Promise.resolve());
	const open = useRef(0);
	const fail = (error: unknown) => setProblem(String(error));
	useEffect(() => {
		readSettings().then(setSettings, fail);
		// While own changes are on their way an echo of an older one must not undo them.
		return onSettingsChange(changed => {
			if (open.current === 0) setSettings(changed);
		});
	}, []);
	const change = (part: Partial<Settings>) => {
		setSettings(before => before && {...before, ...part});
		open.current++;
		writing.current = writing.current
			.then(() => changeSettings(part))
			.then(now => {
				setProblem(undefined);
				setSaved(count => count + 1);
				if (open.current === 1) setSettings(now);
			})
			.catch(fail)
			.finally(() => open.current--);
	};
	return {settings, problem, saved, change};
}
