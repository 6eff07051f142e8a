import 'wasm-exec';
import type {Change, House, PackInfo, Refusal, Result} from '../shared/finding.js';
import type {BioAnswer} from '../shared/protocol.js';

/** What Go's wasm_exec.js leaves behind. */
interface Go {
	importObject: WebAssembly.Imports;
	exited: boolean;
	run(instance: WebAssembly.Instance): Promise<void>;
}
declare const Go: new () => Go;

/** What wasm/browser exports. Every function answers at once; none may wait. */
interface Exports {
	mem: WebAssembly.Memory;
	reserve(bytes: number): number;
	activate(length: number): number;
	check(length: number): number;
	bio(length: number): number;
	verify(length: number): number;
	result_pointer(): number;
	result_length(): number;
}

/** Thrown when the engine refused or failed; it can be asked again. */
export class EngineError extends Error {
	override name = 'EngineError';
}

/** Thrown when the engine is dead; a new one must be started. */
export class EngineGone extends Error {
	override name = 'EngineGone';
}

/** Keys and values for the engine, in order; a key may come more than once. */
export type Pairs = readonly (readonly [key: string, value: string])[];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Strings joined by NUL. A NUL within one becomes U+FFFD, which is as long in UTF-16. */
export function frame(pairs: Pairs): Uint8Array {
	return encoder.encode(pairs.flat().map(text => text.replaceAll('\0', '\uFFFD')).join('\0'));
}

/** What the engine recognised in a bio; whether it was seen before it does not know. */
export type Recognised = Omit<BioAnswer, 'seen' | 'org'>;

/** What the engine says of an envelope. */
export type Verified = {house: House; /** SHA-256 of the envelope in lower-case hex. */ digest: string; withdraws: string[]; changes: Change[]} | {refusal: Refusal};

/** One instance of the Go engine. Its calls are synchronous. */
export class Engine {
	readonly #go: Go;
	readonly #exports: Exports;

	private constructor(go: Go, instance: WebAssembly.Instance) {
		this.#go = go;
		this.#exports = instance.exports as unknown as Exports;
	}

	/** Loads and starts the engine; `load` gives the compiled module. */
	static async start(load: (imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>): Promise<Engine> {
		const go = new Go();
		const instance = await load(go.importObject);
		// The promise of run is kept only to hear of the end: main waits for ever.
		go.run(instance).catch(() => undefined);
		const engine = new Engine(go, instance);
		engine.#alive();
		return engine;
	}

	/** Makes a profile the one to judge by. */
	activate(pairs: Pairs): PackInfo {
		return this.#call('activate', pairs) as PackInfo;
	}

	/** Judges one text. */
	check(pairs: Pairs): Result {
		return this.#call('check', pairs) as Result;
	}

	/** Tells what a bio says of the writer. */
	bio(pairs: Pairs): Recognised {
		return this.#call('bio', pairs) as Recognised;
	}

	/** Tells whether an envelope may become active, and what it would change. Nothing becomes active by it. */
	verify(pairs: Pairs): Verified {
		return this.#call('verify', pairs) as Verified;
	}

	/** True once the Go program has ended; what its exports say then is garbage. */
	get dead(): boolean {
		return this.#go.exited;
	}

	#call(name: 'activate' | 'check' | 'bio' | 'verify', pairs: Pairs): unknown {
		this.#alive();
		const status = this.#guarded(() => {
			const input = frame(pairs);
			const pointer = this.#exports.reserve(input.length) >>> 0;
			this.#bytes(pointer, input.length).set(input);
			return this.#exports[name](input.length);
		});
		this.#alive();
		return this.#answer(status);
	}

	/** Runs a call into Go. A trap leaves the Go stack unwound, so the engine is given up. */
	#guarded(call: () => number): number {
		try {
			return call();
		} catch (error) {
			this.#go.exited = true;
			throw new EngineGone(`engine: trap: ${String(error)}`);
		}
	}

	#answer(status: number): unknown {
		const pointer = this.#exports.result_pointer() >>> 0;
		const answer = parse(decoder.decode(this.#bytes(pointer, this.#exports.result_length())));
		if (status === 0) return answer;
		throw new EngineError((answer as {error?: string}).error ?? `engine: status: got ${status}, want 0`);
	}

	#alive(): void {
		if (this.#go.exited) throw new EngineGone('engine: the Go program has ended');
	}

	/** A view made anew for every call: the memory may have grown and moved. */
	#bytes(pointer: number, length: number): Uint8Array {
		return new Uint8Array(this.#exports.mem.buffer, pointer, length);
	}
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch (error) {
		throw new EngineError(`engine: answer: got what is no JSON: ${String(error)}`);
	}
}
