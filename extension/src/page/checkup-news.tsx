import {useEffect, useState} from 'preact/hooks';
import {onLocalChange, readLocal} from '../shared/browser.js';
import {type CheckupProgress, checkupNews, parseProgress} from '../shared/checkup.js';
import type {PackInfo} from '../shared/finding.js';
import {checkupKey} from '../shared/storage.js';
import {counted} from '../shared/texts.js';
import {useTexts} from './mount.js';

/** Tells who has begun the check-up that its list has changed since, and leads there. */
export function CheckupNews({pack, open}: {pack: PackInfo; open: () => void}) {
	const texts = useTexts().checkup;
	const [progress, setProgress] = useState<CheckupProgress>({});
	useEffect(() => {
		const show = (stored: unknown) => setProgress(parseProgress(stored));
		// Where it cannot be read there is nothing to tell; the check-up itself says why.
		readLocal(checkupKey).then(show, () => undefined);
		return onLocalChange(checkupKey, show);
	}, []);
	const news = checkupNews(pack, progress);
	if (news === 0) return null;
	return (
		<div class="notice row apart">
			<span>{counted(texts.newsElsewhere, news)}</span>
			<button onClick={open}>{texts.open}</button>
		</div>
	);
}
