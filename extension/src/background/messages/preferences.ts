import {siteOf} from '../../shared/sites.js';
import {type Handler, parseNothing} from './handler.js';

/** Tells a content script what it may do on its site besides checking. */
export const preferences: Handler<'preferences'> = {
	from: 'anywhere',
	parse: parseNothing,
	async answer(_request, {checker, settings}, sender) {
		const {sites, guard, guardSites, acts, media, bioReminder, hide} = await settings();
		const site = siteOf(sender.url);
		const on = site === undefined || sites[site];
		await checker.settled;
		return {
			guard: on && guard && (site === undefined || guardSites[site]),
			acts: on ? acts : 'off',
			media: on && media ? checker.pack?.media ?? [] : [],
			bioReminder: on && bioReminder,
			hide,
		};
	},
};
