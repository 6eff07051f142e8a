/** True where the text of `element` is light, hence its background dark. Sites have their own themes, whatever the system says. */
export function isDark(element: Element): boolean {
	const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}
