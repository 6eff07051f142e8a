import {openPage, openPopup} from '../../shared/browser.js';
import type {Handed, ShownMessage, Tool} from '../../shared/protocol.js';
import {asList, asRecord, asSite, asSurface, asText, asTexts} from './form.js';
import type {Handler} from './handler.js';

const tools: readonly string[] = ['check', 'ask', 'publication', 'correction', 'record', 'checkup'] satisfies Tool[];

/** Opens a tool, which fetches what was handed over. */
export const handOver: Handler<'hand-over'> = {
	from: 'anywhere',
	parse: parseHanded,
	async answer(handed, {handedOver}) {
		const token = handedOver.keep(handed);
		await (handed.tool === 'check' ? openPopup(`popup.html#${token}`) : openPage(`desk.html#${handed.tool}.${token}`));
		return {};
	},
};

/** Gives a tool what was handed over to it. */
export const handed: Handler<'handed'> = {
	from: 'pages',
	parse(request) {
		const token = asText(request['token']);
		return token === undefined ? undefined : {token};
	},
	async answer({token}, {handedOver}) {
		return handedOver.take(token);
	},
};

/** What is handed over if it has the right form, otherwise undefined. */
export function parseHanded(request: Record<string, unknown>): Handed | undefined {
	const [tool, site, surface, draft] = [asText(request['tool']), asSite(request['site']), asSurface(request['surface']), asText(request['draft'])];
	const participants = asTexts(request['participants']);
	const messages = asList(request['messages'], asMessage);
	const findings = asList(request['findings'], asFinding);
	const provisions = asRecord(request['provisions']) as Handed['provisions'];
	if (!tool || !tools.includes(tool) || !site) return undefined;
	return {
		tool: tool as Tool, site,
		...(surface && {surface}), ...(draft !== undefined && {draft}), ...(participants && {participants}),
		...(messages && {messages}), ...(findings && {findings}), ...(provisions && {provisions}),
	};
}

function asMessage(value: unknown): ShownMessage | undefined {
	const record = asRecord(value);
	const [author, text, sent, shownTime] = ['author', 'text', 'sent', 'shownTime'].map(name => asText(record?.[name]));
	return author === undefined || text === undefined ? undefined : {author, text, ...(sent && {sent}), ...(shownTime && {shownTime})};
}

function asFinding(value: unknown): NonNullable<Handed['findings']>[number] | undefined {
	const record = asRecord(value);
	const [rule, category, title, message] = ['rule', 'category', 'title', 'message'].map(name => asText(record?.[name]));
	const provisions = asTexts(record?.['provisions']);
	if (rule === undefined || category === undefined || title === undefined || message === undefined || !provisions) return undefined;
	return {rule, category, title, message, provisions};
}
