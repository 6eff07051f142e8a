/** Sizes of what is shipped, in bytes. */
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {out, root, run, wasmEnv} from './prepare.mjs';

const dist = path.join(root, 'dist');

function weigh(file) {
	return weighBytes(readFileSync(file));
}

function weighBytes(bytes) {
	return {raw: bytes.length, gzip: gzipSync(bytes, {level: 9}).length};
}

/** The image as tables and rules, and the learned signal, which has a figure of its own. */
function weighImage() {
	const image = readFileSync(path.join(out, 'engine.image'));
	const model = readFileSync(path.join(root, 'rules/learned/model.bin'));
	const at = image.indexOf(model);
	if (at < 0) {
		throw new Error('engine.image: learned signal: got none, want rules/learned/model.bin: make build');
	}
	return {
		'image, tables and rules': weighBytes(Buffer.concat([image.subarray(0, at), image.subarray(at + model.length)])),
		'image, learned signal': weighBytes(model),
	};
}

/** The engine built with an empty image in the place of the real one. */
function weighCode() {
	const image = path.join(root, 'wasm/browser/engine.image');
	const [empty, overlay, wasm] = ['empty.image', 'overlay.json', 'code.wasm'].map(name => path.join(out, name));
	writeFileSync(empty, '');
	writeFileSync(overlay, JSON.stringify({Replace: {[image]: empty}}));
	run('go', ['build', '-overlay', overlay, '-trimpath', '-ldflags=-s -w', '-o', wasm, './wasm/browser'], {env: wasmEnv});
	return weigh(wasm);
}

function weighPacked() {
	const names = readdirSync(dist).filter(name => /^circumspect-\w+-[\d.]+\.zip$/u.test(name));
	return Object.fromEntries(names.map(name => [name, {raw: statSync(path.join(dist, name)).size}]));
}

/** Everything that is put into a page. */
function weighContent() {
	const folder = path.join(dist, 'extension/chrome');
	const names = ['content.js', 'content.css'].filter(name => existsSync(path.join(folder, name)));
	return Object.fromEntries(names.map(name => [name, weigh(path.join(folder, name))]));
}

export function weighAll() {
	return {
		'engine.wasm': weigh(path.join(out, 'engine.wasm')),
		'engine.wasm, built with an empty image': weighCode(),
		...weighImage(),
		...weighContent(),
		...weighPacked(),
	};
}
