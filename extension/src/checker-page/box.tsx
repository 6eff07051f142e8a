import {useState} from 'preact/hooks';
import type {Reading} from '../content/found.js';
import type {Session} from '../content/session.js';
import {useTexts} from '../page/mount.js';
import {TryBox} from '../page/try-box.js';
import {BioRecognised} from '../popup/bio.js';
import {Clean} from '../popup/clean.js';
import {Outcome} from '../popup/outcome.js';
import {type PopupSurface, SurfaceChoice} from '../popup/surface-choice.js';
import type {PackInfo} from '../shared/finding.js';
import {Counted} from './counted.js';

/** The box for a text, its length for each site, what is found in it, and what can be done with it. */
export function Box({pack}: {pack: PackInfo | null}) {
	const texts = useTexts();
	const [surface, setSurface] = useState<PopupSurface>('post');
	const [shown, setShown] = useState<{session: Session; reading: Reading} | undefined>(undefined);
	const reading = shown?.reading;
	return (
		<>
			<TryBox label={texts.checkerPage.text} placeholder={texts.checkerPage.placeholder} rows={7} surface={surface}
				beside={<SurfaceChoice value={surface} change={setSurface} />}
				shown={session => setShown({session, reading: session.reading})} />
			{reading?.text && <Counted text={reading.text} surface={surface} />}
			<Outcome reading={reading} surface={surface} pack={pack} open={mark => shown?.session.open(mark)} />
			{shown && reading?.state.kind === 'findings' && <Clean session={shown.session} reading={reading} surface={surface} />}
			{surface === 'bio' && <BioRecognised text={reading?.text ?? ''} />}
		</>
	);
}
