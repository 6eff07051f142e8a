import type {organisations} from '../shared/fields.js';
import type {Texts} from '../shared/texts.js';

type FieldOfWork = keyof Texts['fieldsOfWork'];

/** What people work on in each organisation; the words for it stand in the texts. */
const fieldsOfWork: Readonly<Record<(typeof organisations)[number], readonly FieldOfWork[]>> = {
	ec: [
		'trade', 'competition', 'state-aid', 'procurement', 'single-market', 'enlargement', 'migration', 'agriculture', 'fisheries', 'climate',
		'energy', 'environment', 'digital', 'data-protection', 'health', 'consumers', 'employment', 'taxation', 'budget', 'fraud', 'research',
		'education', 'transport', 'justice', 'sanctions', 'humanitarian',
	],
	osce: [
		'elections', 'monitoring', 'human-rights', 'minorities', 'media-freedom', 'rule-of-law', 'tolerance', 'gender', 'arms-control',
		'conflict-prevention', 'mediation', 'border-management', 'policing', 'trafficking', 'counter-terrorism', 'mine-action', 'environment', 'procurement',
	],
	un: [
		'peacekeeping', 'mediation', 'humanitarian', 'human-rights', 'refugees', 'development', 'sanctions', 'disarmament', 'mine-action', 'elections',
		'counter-terrorism', 'international-law', 'gender', 'children', 'health', 'food', 'education', 'climate', 'investigations', 'procurement',
	],
};

/** Words for fields of work in an organisation; none before one is chosen. */
export function suggestedFields(org: string, texts: Texts): string[] {
	const keys = Object.hasOwn(fieldsOfWork, org) ? fieldsOfWork[org as keyof typeof fieldsOfWork] : [];
	return keys.map(key => texts.fieldsOfWork[key]);
}
