import {isKey, maxKeys} from '../shared/channel.js';
import {organisations, type Settings} from '../shared/fields.js';
import {isRecord} from '../shared/validate.js';

/** What the server says of its organisation in the file `checker.json` beside the page. */
export interface ChannelFile {
	/** The name of the channel on this very server. */
	channel: string;
	/** The built-in pack its house pack extends. */
	organisation: (typeof organisations)[number];
	/** Public keys in base64, the older first. */
	keys: readonly string[];
}

/** Reads the file, or says what is wrong with it. */
export function parseChannelFile(value: unknown): ChannelFile | string {
	if (!isRecord(value)) return 'checker.json: got no record, want one';
	const {channel, organisation, keys} = value;
	if (typeof channel !== 'string' || !/^[a-z0-9-]{1,32}$/u.test(channel)) return wrong('channel', channel, 'up to 32 of a-z, 0-9 and -');
	const known = organisations.find(one => one === organisation);
	if (!known) return wrong('organisation', organisation, organisations.join(', '));
	if (!isKeys(keys)) return wrong('keys', keys, '1 or 2 keys in base64');
	return {channel, organisation: known, keys};
}

const isKeys = (value: unknown): value is string[] =>
	Array.isArray(value) && value.length > 0 && value.length <= maxKeys && value.every(isKey);

const wrong = (field: string, got: unknown, want: string) => `checker.json: ${field}: got ${JSON.stringify(got)}, want ${want}`;

/** A server that takes longer is as good as none; the service worker has answered before. */
const answerWithinMs = 6000;

/** Fetches the file: null where the server has none, the trouble where it cannot be read. */
export async function fetchChannelFile(): Promise<ChannelFile | string | null> {
	try {
		const answer = await fetch('checker.json', {credentials: 'omit', redirect: 'error', cache: 'no-cache', signal: AbortSignal.timeout(answerWithinMs)});
		if (answer.status === 404) return null;
		if (!answer.ok) return `checker.json: status: got ${answer.status}, want 200 or 404`;
		return parseChannelFile(await answer.json());
	} catch (error) {
		return `checker.json: ${String(error)}`;
	}
}

/** The choices of the visitor with the channel of this server, where it is for the organisation they chose; only its own origin is ever asked. */
export function withChannel(settings: Settings, file: ChannelFile | string | null): Settings {
	if (!file || typeof file === 'string' || file.organisation !== settings.org) return settings;
	return {...settings, channel: new URL(`/v1/channels/${file.channel}`, location.origin).href, keys: file.keys};
}
