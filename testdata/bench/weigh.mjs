/** Sizes of what is shipped, in bytes. */
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {out, root, run, wasmEnv} from './prepare.mjs';

const dist = path.join(root, 'dist');

function weigh(file) {
	const bytes = readFileSync(file);
	return {raw: bytes.length, gzip: gzipSync(bytes, {level: 9}).length};
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
		'image (tables and rules)': weigh(path.join(out, 'engine.image')),
		...weighContent(),
		...weighPacked(),
	};
}
