/**
 * Our engine through the bridge that the extension's background uses. prepare.mjs makes
 * dist/bench/bridge.mjs of extension/src/background/engine.ts, and copies engine.wasm so
 * that a build in the middle of a run does not mix two engines.
 */
import {readFileSync} from 'node:fs';
import {Engine} from '../../../dist/bench/bridge.mjs';

const root = new URL('../../../', import.meta.url);
let engine;
let memory;

export const name = 'circumspect (wasm)';
export const version = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version;

export async function init() {
	const code = readFileSync(new URL('dist/bench/engine.wasm', root));
	engine = await Engine.start(async imports => {
		const {instance} = await WebAssembly.instantiate(code, imports);
		memory = instance.exports.mem;
		return instance;
	});
	engine.activate([['org', 'ec'], ['status', 'official'], ['device', 'private'], ['lang', 'en']]);
}

export const lint = text => engine.check([['text', text], ['surface', 'post'], ['site', 'x']]).findings.length;

export const memoryMb = () => memory.buffer.byteLength / 2 ** 20;
