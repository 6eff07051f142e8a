import type {Tool} from '../shared/protocol.js';

/** A tool of the desk; `check` is the popup's own. */
export type DeskTool = Exclude<Tool, 'check'>;

/** The tools in the order they are offered. */
export const deskTools = ['ask', 'publication', 'correction', 'record', 'checkup'] as const satisfies readonly DeskTool[];

/** What the address of the desk says: `#ask`, or `#ask.token` where something was handed over. */
export interface DeskAddress {
	tool: DeskTool;
	token?: string;
}

/** Reads the fragment of an address, with or without `#`. What names no tool leads to the first. */
export function parseAddress(fragment: string): DeskAddress {
	const [name = '', ...rest] = fragment.replace(/^#/u, '').split('.');
	const tool = deskTools.find(one => one === name);
	const token = rest.join('.');
	if (!tool) return {tool: deskTools[0]};
	return token ? {tool, token} : {tool};
}
