import {type Handler, parseNothing} from './handler.js';

/** Lists what was dismissed for good, newest first. */
export const dismissals: Handler<'dismissals'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, context) {
		return {entries: await context.dismissals.list()};
	},
};
