import {type Handler, parseNothing} from './handler.js';

/** Asks the organisation's channel now, and tells how it stands then. */
export const checkChannel: Handler<'check-channel'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, {channel, checker, settings}) {
		// A background that was woken by this message does not know its channel before.
		await settings();
		await channel.checkNow();
		return channel.status(checker);
	},
};

/** The user has looked at what changed. */
export const newsSeen: Handler<'news-seen'> = {
	from: 'pages',
	parse: parseNothing,
	async answer(_request, {channel, settings}) {
		await settings();
		await channel.newsSeen();
		return {};
	},
};
