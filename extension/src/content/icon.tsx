import type {Severity} from '../shared/finding.js';

/** Every sign has a shape of its own, so that none depends on its colour. */
const paths = {
	hint: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v4M8 4.9v.1',
	caution: 'M8 1.9 15 14H1L8 1.9ZM8 6.3v3.6M8 11.8v.1',
	warning: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2l3.7-3.7ZM8 4.6v4M8 11.2v.1',
	nothing: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
	unchecked: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.8 12.2l8.4-8.4',
	close: 'm4 4 8 8m0-8-8 8',
	previous: 'M10 3.5 5.5 8l4.5 4.5',
	next: 'M6 3.5 10.5 8 6 12.5',
} as const satisfies Record<Severity | 'nothing' | 'unchecked' | 'close' | 'previous' | 'next', string>;

/** A sign of 14 pixels beside words that say the same. */
export function Icon({name}: {name: keyof typeof paths}) {
	return (
		<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
			<path d={paths[name]} />
		</svg>
	);
}
