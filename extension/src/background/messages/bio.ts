import {siteOf} from '../../shared/sites.js';
import {asLength, asSite, asText} from './form.js';
import type {Handler} from './handler.js';

/** Tells what a profile says of the writer, and whether the reminder on it was closed before. */
export const bio: Handler<'bio'> = {
	from: 'anywhere',
	parse(request) {
		const [text, name, handle] = [asText(request['bio']), asText(request['name']), asText(request['handle'])];
		const [site, limit] = [asSite(request['site']), asLength(request['limit'])];
		if (text === undefined || !site) return undefined;
		return {bio: text, site, ...(name && {name}), ...(handle && {handle}), ...(limit && {limit})};
	},
	async answer(request, {checker, bios}, sender) {
		const site = siteOf(sender.url) ?? request.site;
		const recognised = await checker.bio({...request, site});
		return {...recognised, seen: await bios.has(request.bio), org: checker.pack?.id ?? ''};
	},
};

/** Remembers that the user has seen the reminder on this text. */
export const bioSeen: Handler<'bio-seen'> = {
	from: 'anywhere',
	parse(request) {
		const [text, site] = [asText(request['bio']), asSite(request['site'])];
		return text === undefined || !site ? undefined : {bio: text, site};
	},
	async answer(request, {bios}, sender) {
		await bios.add(request.bio, sender.inPrivate);
		return {};
	},
};
