import {useState} from 'preact/hooks';
import type {Reading} from '../content/found.js';
import type {Session} from '../content/session.js';
import {useTexts} from '../page/mount.js';
import {TryBox} from '../page/try-box.js';
import type {PackInfo} from '../shared/finding.js';
import {BioRecognised} from './bio.js';
import {Clean} from './clean.js';
import {Outcome} from './outcome.js';
import {type PopupSurface, popupSurface, SurfaceChoice} from './surface-choice.js';
import {Tools} from './tools.js';
import type {HandedState} from './use-handed.js';

/** The box for a text, what is found in it, and what can be done with it. */
export function Check({handed, pack}: {handed: HandedState; pack: PackInfo | null}) {
	const texts = useTexts();
	const given = typeof handed === 'object' ? handed : undefined;
	const [surface, setSurface] = useState<PopupSurface>(popupSurface(given?.surface));
	const [shown, setShown] = useState<{session: Session; reading: Reading} | undefined>(undefined);
	const reading = shown?.reading;
	return (
		<>
			{handed === 'lost' && <p class="notice" role="alert">{texts.check.lost}</p>}
			<TryBox label={texts.popup.text} placeholder={texts.popup.placeholder} rows={5} focused text={given?.draft ?? ''} surface={surface}
				beside={<SurfaceChoice value={surface} change={setSurface} />}
				shown={session => setShown({session, reading: session.reading})} />
			<Outcome reading={reading} surface={surface} pack={pack} open={mark => shown?.session.open(mark)} />
			{shown && reading?.state.kind === 'findings' && <Clean session={shown.session} reading={reading} surface={surface} />}
			{surface === 'bio' && <BioRecognised text={reading?.text ?? ''} />}
			<Tools reading={reading} surface={surface} />
		</>
	);
}
