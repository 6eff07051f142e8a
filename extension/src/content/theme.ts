import {ancestry} from './tree.js';

/** True where the text of `element` is light, hence its background dark. Sites have their own themes, whatever the system says. */
export function isDark(element: Element): boolean {
	const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}

/** Calls back when the page may have changed between light and dark around `box`: sites do so by an attribute of something it stands in. */
export function watchTheme(box: Element, changed: () => void, signal: AbortSignal): void {
	const attributes = new MutationObserver(changed);
	for (const one of ancestry(box)) {
		if (one !== box) attributes.observe(one, {attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-color-scheme']});
	}
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, {signal});
	signal.addEventListener('abort', () => attributes.disconnect());
}
