import {useEffect, useRef, useState} from 'preact/hooks';
import type {Settings} from '../shared/fields.js';
import {changeSettings, onSettingsChange, readSettings} from '../shared/settings.js';
import {useTexts} from './mount.js';

/** The settings on a page: read once, kept in step, written one change after the other. */
export interface SettingsState {
	/** Undefined while they are read. */
	settings: Settings | undefined;
	/** Why they could not be read or written. */
	problem: string | undefined;
	/** Counts the changes that were written. */
	saved: number;
	change(change: Partial<Settings>): void;
	/** The same, and tells whether it was written. */
	store(change: Partial<Settings>): Promise<boolean>;
}

/** What browsers say when there is no room left; a full Firefox calls every second write unexpected. */
const isFull = (error: unknown): boolean => /quota|unexpected error|disk is full|no space/iu.test(String(error));

/** Reads the settings and writes changes. A change shows at once and is written behind; what cannot be written is shown as it was. */
export function useSettings(): SettingsState {
	const {full} = useTexts().options;
	const [settings, setSettings] = useState<Settings | undefined>(undefined);
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const [saved, setSaved] = useState(0);
	const writing = useRef(Promise.resolve(true));
	const open = useRef(0);
	const fail = (error: unknown) => setProblem(isFull(error) ? full : String(error));
	useEffect(() => {
		readSettings().then(setSettings, fail);
		// While own changes are on their way an echo of an older one must not undo them.
		return onSettingsChange(changed => {
			if (open.current === 0) setSettings(changed);
		});
	}, []);
	const write = async (part: Partial<Settings>): Promise<boolean> => {
		try {
			const now = await changeSettings(part);
			setProblem(undefined);
			setSaved(count => count + 1);
			if (open.current === 1) setSettings(now);
			return true;
		} catch (error) {
			fail(error);
			await readSettings().then(setSettings, () => undefined);
			return false;
		} finally {
			open.current--;
		}
	};
	const store = (part: Partial<Settings>) => {
		setSettings(before => before && {...before, ...part});
		open.current++;
		writing.current = writing.current.then(() => write(part));
		return writing.current;
	};
	return {settings, problem, saved, change: part => void store(part), store};
}
