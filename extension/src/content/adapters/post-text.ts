import {mapText, skipForeign} from '../text-map.js';

/**
 * The text of a published post as one reads it: pictures of emoji are emoji, hidden parts
 * are not there. Nor is what `without` names.
 */
export function textOfPost(element: Element, without = ''): string {
	const skip = (one: Element) => skipForeign(one) || (without !== '' && one.matches(without));
	return mapText(element, {skip, counts: () => true}).text.trim();
}
