import type {Handler} from './handler.js';

/** Tells how things stand. */
export const status: Handler<'status'> = {
	from: 'anywhere',
	parse: request => ({wait: request['wait'] === true}),
	async answer({wait}, {checker, settings}) {
		const {sites} = await settings();
		await checker.lookAgain();
		if (wait) await checker.settled;
		return {...checker.status(), sites};
	},
};
