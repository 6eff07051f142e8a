import {useId} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import type {Surface} from '../shared/protocol.js';

/** What a text in the popup can be checked as. */
const popupSurfaces = ['post', 'comment', 'dm', 'bio', 'article'] as const satisfies readonly Surface[];

/** A surface the popup offers. */
export type PopupSurface = (typeof popupSurfaces)[number];

/** The surface a handed-over text is checked as: the nearest of those the popup offers. */
export function popupSurface(surface: Surface = 'post'): PopupSurface {
	if (surface === 'reply') return 'comment';
	if (surface === 'name') return 'bio';
	return popupSurfaces.find(one => one === surface) ?? 'post';
}

/** Asks what kind of writing the text is. */
export function SurfaceChoice({value, change}: {value: PopupSurface; change: (value: PopupSurface) => void}) {
	const texts = useTexts().check.surface;
	const id = useId();
	return (
		<div class="row surface">
			<label for={id}>{texts.label}</label>
			<select id={id} value={value} onChange={event => change(popupSurface(event.currentTarget.value as Surface))}>
				{popupSurfaces.map(surface => <option key={surface} value={surface}>{texts.values[surface]}</option>)}
			</select>
		</div>
	);
}
