import type {Settings} from '../shared/fields.js';
import type {PackInfo} from '../shared/finding.js';
import type {Handed} from '../shared/protocol.js';

/** What every tool of the desk is given. */
export interface ToolProps {
	/** What a card, a page or the menu handed over; null where the user came by themselves. */
	handed: Handed | null;
	/** The guidelines in use; null while they load, and where there are none. */
	pack: PackInfo | null;
	settings: Settings;
}
