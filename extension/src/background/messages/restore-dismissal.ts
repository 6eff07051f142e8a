import {asText} from './form.js';
import type {Handler} from './handler.js';

/** Takes one dismissal back: the phrase will be shown again. */
export const restoreDismissal: Handler<'restore-dismissal'> = {
	from: 'pages',
	parse(request) {
		const mac = asText(request['mac']);
		return mac === undefined ? undefined : {mac};
	},
	async answer({mac}, {dismissals}) {
		await dismissals.restore(mac);
		return {};
	},
};
