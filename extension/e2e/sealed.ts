/**
 * Envelopes of a house pack, made for a test: the pack by the native tool, the envelope by Node from the
 * description in engine/trust, so that both sides of the form are tested against each other.
 */
import {execFile} from 'node:child_process';
import {createHash, generateKeyPairSync, type KeyObject, sign} from 'node:crypto';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** A key pair to sign with. */
export interface SigningKey {
	private: KeyObject;
	/** As policies and settings hold it. */
	public: string;
	id: Buffer;
}

export function newKey(): SigningKey {
	const {publicKey, privateKey} = generateKeyPairSync('ed25519');
	// The last 32 bytes of the form that Node exports are the key.
	const bytes = publicKey.export({format: 'der', type: 'spki'}).subarray(-32);
	return {private: privateKey, public: bytes.toString('base64'), id: createHash('sha256').update(bytes).digest().subarray(0, 8)};
}

/** What stands in an envelope; dates in seconds from now. */
export interface Sealed {
	key: SigningKey;
	payload: Buffer;
	version: number;
	channel?: string;
	from?: number;
	until?: number;
	withdraws?: readonly SigningKey[];
}

const day = 24 * 60 * 60;

/** Signs a compiled house pack. */
export function seal({key, payload, version, channel = 'staff', from = -day, until = 90 * day, withdraws = []}: Sealed): Buffer {
	const now = Math.floor(Date.now() / 1000);
	const [head, body] = [Buffer.concat([Buffer.from('circumspect envelope v1\n'), key.id]), Buffer.concat([
		sized(Buffer.from(channel)), uvarint(version), uvarint(now + from), uvarint(now + until),
		uvarint(withdraws.length), ...withdraws.map(({id}) => id), sized(payload),
	])];
	return Buffer.concat([head, sign(null, Buffer.concat([head, body]), key.private), body]);
}

/** Seven bits a byte, the lowest first; all bytes but the last have the eighth. */
function uvarint(value: number): Buffer {
	const bytes: number[] = [];
	for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
	return Buffer.from([...bytes, value]);
}

const sized = (bytes: Buffer) => Buffer.concat([uvarint(bytes.length), bytes]);

export const digestOf = (envelope: Buffer): string => createHash('sha256').update(envelope).digest('hex');

/** A post that only the house pack of these tests has something against, and the words it marks. */
export const pressPost = {sentence: 'A journalist asked me what I think of the harbour, so here is my answer.', words: 'journalist asked me', title: 'Question from the press'};

let made: Promise<Buffer[]> | undefined;

/** The compiled house pack that `pack new` begins, in versions 1 to 6; from the third on it silences a built-in rule. */
export function housePacks(): Promise<Buffer[]> {
	made ??= compileAll();
	return made;
}

async function compileAll(): Promise<Buffer[]> {
	const folder = await mkdtemp(path.join(tmpdir(), 'circumspect-house-'));
	const tool = path.resolve('dist/circumspect');
	try {
		await run(tool, ['pack', 'new', 'unit', '--extends', 'ec', '--id', 'unit'], {cwd: folder});
		const file = path.join(folder, 'unit', 'pack.yaml');
		const first = await readFile(file, 'utf8');
		const payloads: Buffer[] = [];
		for (let version = 1; version <= 6; version++) {
			const more = version < 3 ? '' : 'without: [offensive/profanity]\n';
			await writeFile(file, first.replace(/^version: 1\b/mu, `version: ${version}`) + more);
			await run(tool, ['pack', 'compile', 'unit', '-o', 'unit.payload'], {cwd: folder});
			payloads.push(await readFile(path.join(folder, 'unit.payload')));
		}
		return payloads;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}
