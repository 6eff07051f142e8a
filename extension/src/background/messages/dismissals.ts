import {type Handler, parseNothing} from './handler.js';

/** Counts what was dismissed for good. */
export const dismissals: Handler<'dismissals'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, context) {
		return {count: await context.dismissals.count()};
	},
};
