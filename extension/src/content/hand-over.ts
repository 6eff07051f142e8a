import {byPhone} from '../shared/by-phone.js';
import type {Provision} from '../shared/finding.js';
import type {Conversation, Handed, Surface, Tool} from '../shared/protocol.js';
import type {Site} from '../shared/sites.js';
import type {Mark} from './mark.js';

/** Tools a card may open. */
export type CardTool = Extract<Tool, 'ask' | 'publication' | 'record'>;

/** What a tool is to be told of a finding. */
export interface HandOverParts {
	tool: CardTool;
	mark: Mark;
	text: string;
	site: Site;
	surface: Surface;
	provisions: Readonly<Record<string, Provision>>;
	/** What was said before, where the page shows a conversation. */
	conversation: Conversation | null;
}

/** The tools that help with a finding. */
export function toolsFor({finding: {category}}: Mark, surface: Surface): CardTool[] {
	return ['ask', ...(category === 'publication' ? ['publication' as const] : []), ...(surface === 'dm' ? ['record' as const] : [])];
}

/** What is handed to a tool. */
export function handedOf({tool, mark, text, site, surface, provisions, conversation}: HandOverParts): Handed {
	if (tool === 'record') return {tool, site, surface, messages: conversation?.messages ?? [], participants: conversation?.participants ?? []};
	const {rule, category, title, message, provisions: ids} = mark.finding;
	const cited = Object.fromEntries(ids.flatMap(id => (provisions[id] ? [[id, provisions[id]]] : [])));
	const draft = byPhone.has(category) ? {} : {draft: text};
	return {tool, site, surface, ...draft, findings: [{rule, category, title, message, provisions: ids}], provisions: cited};
}
