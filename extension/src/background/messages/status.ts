import {siteOf} from '../../shared/sites.js';
import type {Handler} from './handler.js';

/** Tells how things stand. */
export const status: Handler<'status'> = {
	from: 'anywhere',
	parse: request => ({wait: request['wait'] === true}),
	async answer({wait}, {checker, channel, settings}, sender) {
		const {sites} = await settings();
		await checker.lookAgain();
		if (wait) await checker.settled;
		// Content scripts have no use for it.
		return {...checker.status(), sites, channel: siteOf(sender.url) ? null : await channel.status(checker)};
	},
};
