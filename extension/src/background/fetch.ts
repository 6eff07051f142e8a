import type {Failure} from '../shared/protocol.js';
import type {Refusal} from '../shared/finding.js';

/**
 * The only file that fetches: the engine, which is a file of the extension, and the newest envelope of the
 * organisation's channel, where the user or their organisation has named one.
 */

/** The largest envelope, in bytes; as in engine/trust. */
export const maxEnvelope = 2 << 20;

/** An answer that is not whole by then is given up, in milliseconds. Browsers stop an idle background after 30 s. */
const withinMs = 20_000;

/** What a channel answered: an envelope nobody has verified yet, or that what is held is the newest. */
export type Fetched = {envelope: Uint8Array} | 'same' | {refusal: Refusal} | {failure: Failure};

/** Gives the instance from a file of the extension, compiled while it is read. */
export async function loadFrom(address: string, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
	const {instance} = await WebAssembly.instantiateStreaming(fetch(address), imports);
	return instance;
}

/**
 * Asks a channel for its newest envelope. The request is the same for everybody who holds the same envelope: no
 * cookie, no referrer, no language, and as validator only the digest that we computed ourselves.
 */
export async function askChannel(address: string, digest: string | undefined, end: AbortSignal): Promise<Fetched> {
	const late = AbortSignal.timeout(withinMs);
	const signal = AbortSignal.any([late, end]);
	const failed = (kind: Failure['kind'], got: unknown): Fetched => ({failure: late.aborted ? {kind: 'slow'} : {kind, got: String(got)}});
	let response: Response;
	try {
		response = await fetch(address, {...asEverybody, headers: headersFor(digest), signal});
	} catch (error) {
		return failed('unreachable', error);
	}
	const wrong = wrongStatus(response, digest);
	if (response.status === 304 && !wrong) return 'same';
	try {
		if (!wrong) return await readEnvelope(response);
	} catch (error) {
		return failed('broken-off', error);
	}
	await response.body?.cancel().catch(() => undefined);
	return {failure: wrong};
}

const asEverybody: RequestInit = {
	method: 'GET',
	credentials: 'omit',
	cache: 'no-store',
	referrerPolicy: 'no-referrer',
	// Not followed, and told apart from a server that cannot be reached.
	redirect: 'manual',
};

function headersFor(digest: string | undefined): Record<string, string> {
	return {
		'accept': 'application/octet-stream',
		// Browsers would send the languages of the user.
		'accept-language': '*',
		...(digest !== undefined && {'if-none-match': `"${digest}"`}),
	};
}

function wrongStatus({type, status}: Response, digest: string | undefined): Failure | undefined {
	if (type === 'opaqueredirect') return {kind: 'redirect'};
	const fits = status === 200 || (status === 304 && digest !== undefined);
	return fits ? undefined : {kind: 'status', got: String(status)};
}

/** Reads as much as an envelope may have, and not a piece more. */
async function readEnvelope(response: Response): Promise<Fetched> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	const reader = response.body?.getReader();
	for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
		bytes += piece.value.length;
		if (bytes > maxEnvelope) {
			await reader?.cancel().catch(() => undefined);
			return {refusal: {reason: 'too-large', got: `${bytes} bytes or more`, want: `${maxEnvelope} at most`}};
		}
		pieces.push(piece.value);
	}
	return {envelope: joined(pieces, bytes)};
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
	const whole = new Uint8Array(bytes);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
