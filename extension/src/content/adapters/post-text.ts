import {mapText, skipForeign} from '../text-map.js';

/** The text of a published post as one reads it: pictures of emoji are emoji, hidden parts are not there. */
export function textOfPost(element: Element): string {
	return mapText(element, {skip: skipForeign, counts: () => true}).text.trim();
}
