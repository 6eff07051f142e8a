import {useEffect, useRef, useState} from 'preact/hooks';
import {onLocalChange, readLocal, writeLocal} from '../shared/browser.js';
import {type CheckupProgress, parseProgress} from '../shared/checkup.js';
import {checkupKey} from '../shared/storage.js';

/** What the user has looked at, kept in step with the storage. */
export interface ProgressState {
	/** Undefined while it is read. */
	progress: CheckupProgress | undefined;
	/** Why it could not be read. */
	unreadable: string | undefined;
	/** Why the last change could not be kept; it still shows on the page. */
	notKept: string | undefined;
	change(next: (before: CheckupProgress) => CheckupProgress): void;
	/** Tries to keep what could not be kept. */
	again(): void;
}

/** Reads what the user has looked at and keeps changes, one after the other. */
export function useProgress(): ProgressState {
	const [progress, setProgress] = useState<CheckupProgress | undefined>(undefined);
	const [unreadable, setUnreadable] = useState<string | undefined>(undefined);
	const [notKept, setNotKept] = useState<string | undefined>(undefined);
	const now = useRef<CheckupProgress>({});
	const writing = useRef(Promise.resolve());
	const open = useRef(0);
	const show = (next: CheckupProgress) => {
		now.current = next;
		setProgress(next);
	};
	useEffect(() => {
		readLocal(checkupKey).then(stored => show(parseProgress(stored)), (error: unknown) => setUnreadable(String(error)));
		// While own changes are on their way an echo of an older one must not undo them.
		return onLocalChange(checkupKey, stored => {
			if (open.current === 0) show(parseProgress(stored));
		});
	}, []);
	const again = () => {
		open.current++;
		writing.current = writing.current
			.then(() => writeLocal(checkupKey, now.current))
			.then(() => setNotKept(undefined), (error: unknown) => setNotKept(String(error)))
			.finally(() => open.current--);
	};
	const change = (next: (before: CheckupProgress) => CheckupProgress) => {
		show(next(now.current));
		again();
	};
	return {progress, unreadable, notKept, change, again};
}
