import {siteOf} from '../../shared/sites.js';
import {asSite, asText} from './form.js';
import type {Handler} from './handler.js';

/** Remembers that a phrase is never to be told of again by a rule. */
export const dismiss: Handler<'dismiss'> = {
	from: 'anywhere',
	parse(request) {
		const rule = asText(request['rule']);
		const phrase = asText(request['phrase']);
		const site = asSite(request['site']);
		return rule && phrase && site ? {rule, phrase, site} : undefined;
	},
	async answer(request, {dismissals}, sender) {
		await dismissals.add(request, siteOf(sender.url) ?? 'none', sender.inPrivate);
		return {};
	},
};
