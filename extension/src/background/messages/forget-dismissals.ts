import {type Handler, parseNothing} from './handler.js';

/** Forgets what was dismissed for good. */
export const forgetDismissals: Handler<'forget-dismissals'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, {dismissals}) {
		await dismissals.forget();
		return {};
	},
};
