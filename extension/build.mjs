/**
 * Builds the extension for every store from one source into dist/extension/<target>,
 * and packs each into dist/circumspect-<target>-<version>.zip.
 *
 *   node extension/build.mjs           everything
 *   node extension/build.mjs --no-zip  leave the packing out
 *
 * The checker page of the pack server is built with it, into dist/checker.
 * dist/engine.wasm must be there: `make build` makes it and then calls this.
 */
import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import webExt from 'web-ext';
import {catalogue, languages, readTexts} from './catalogue.mjs';
import {buildCheckerPage} from './checker-page.mjs';

const run = promisify(execFile);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const source = path.join(root, 'extension');
const out = path.join(root, 'dist');
const pages = ['popup', 'options', 'welcome', 'desk'];

/** Go's JavaScript half must come from the very Go that built the engine. */
async function wasmExec() {
	const {stdout} = await run('go', ['env', 'GOROOT'], {cwd: root});
	return path.join(stdout.trim(), 'lib', 'wasm', 'wasm_exec.js');
}

/** The manifest is written in TypeScript beside the code it must agree with. */
async function readManifest() {
	const {outputFiles: [file]} = await build({
		entryPoints: [path.join(source, 'manifest.ts')], bundle: true, format: 'esm', write: false,
	});
	return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`);
}

/**
 * We never hand Preact HTML. Its one place that would write some writes text instead,
 * so that no page of ours, nor any page we are in, can ever be given markup by us.
 */
const noHtml = {
	name: 'no-html',
	setup({onLoad}) {
		onLoad({filter: /[\\/]preact[\\/]dist[\\/]preact\.mjs$/}, async ({path: file}) => {
			const code = await readFile(file, 'utf8');
			const parts = code.split('.innerHTML=');
			if (parts.length !== 2) throw new Error(`build: preact: got ${parts.length - 1} writes of innerHTML, want 1`);
			return {contents: parts.join('.textContent='), loader: 'js'};
		});
	},
};

/** What mimetext takes from core-js, as every browser we build for has it: the polyfills build code from text. */
const native = {
	'@babel/runtime-corejs3/core-js/instance/trim': 'export default text => text.trim;',
	'@babel/runtime-corejs3/helpers/esm/defineProperty':
		'export default (object, name, value) => Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});',
};

const noPolyfills = {
	name: 'no-polyfills',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^(@babel\/runtime-corejs3|core-js)/}, ({path: file}) => {
			if (!Object.hasOwn(native, file)) throw new Error(`build: polyfill: got ${file}, want one that stands in extension/build.mjs`);
			return {path: file, namespace: 'native'};
		});
		onLoad({filter: /.*/, namespace: 'native'}, ({path: file}) => ({contents: native[file], loader: 'js'}));
	},
};

/** How scripts and style sheets are made. */
export async function options(plugins = []) {
	return {
		bundle: true,
		format: 'iife',
		target: ['chrome125', 'firefox142'],
		// The stores read the code: its names stay.
		minifySyntax: true,
		minifyWhitespace: true,
		legalComments: 'none',
		alias: {'wasm-exec': await wasmExec()},
		plugins: [noHtml, noPolyfills, ...plugins],
		logLevel: 'warning',
	};
}

/** The scripts and style sheets, which are the same for every store; a test may add plugins of its own. */
export async function bundle(plugins = []) {
	const entries = {background: 'background/index.ts', content: 'content/index.ts'};
	for (const page of pages) entries[page] = `${page}/index.tsx`;
	const {outputFiles} = await build({
		entryPoints: Object.entries(entries).map(([name, file]) => ({in: path.join(source, 'src', file), out: name})),
		...await options(plugins),
		outdir: out,
		write: false,
	});
	return outputFiles;
}

const exists = file => stat(file).then(() => true, () => false);

/** What is copied as it is. */
async function copyFiles(folder) {
	await cp(path.join(source, 'icons'), path.join(folder, 'icons'), {
		recursive: true, filter: file => !file.endsWith('.svg'),
	});
	await cp(path.join(out, 'engine.wasm'), path.join(folder, 'engine.wasm'));
}

/** Pages differ in their script and style sheet only. */
async function writePages(folder) {
	const template = await readFile(path.join(source, 'src', 'page', 'page.html'), 'utf8');
	for (const page of pages) await writeFile(path.join(folder, `${page}.html`), template.replaceAll('{page}', page));
}

/** The words of the extension as the browser reads them, a folder a language. */
async function writeCatalogues(folder) {
	for (const lang of await languages()) {
		await mkdir(path.join(folder, '_locales', lang), {recursive: true});
		const messages = catalogue(await readTexts(lang));
		await writeFile(path.join(folder, '_locales', lang, 'messages.json'), JSON.stringify(messages, null, '\t') + '\n');
	}
}

async function writeTarget(folder, bundled, manifest) {
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {recursive: true});
	for (const file of bundled) await writeFile(path.join(folder, path.basename(file.path)), file.contents);
	await copyFiles(folder);
	await writePages(folder);
	await writeCatalogues(folder);
	await writeJson(path.join(folder, 'manifest.json'), manifest);
}

const writeJson = (file, value) => writeFile(file, JSON.stringify(value, null, '\t') + '\n');

async function pack(target, folder, version) {
	await webExt.cmd.build({
		sourceDir: folder,
		artifactsDir: out,
		filename: `circumspect-${target}-${version}.zip`,
		overwriteDest: true,
	}, {shouldExitProgram: false});
}

async function main(flags) {
	const {version} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
	if (!await exists(path.join(out, 'engine.wasm'))) throw new Error('build: dist/engine.wasm: got nothing, want the engine (make build makes it)');
	const {manifest, managedSchema, targets} = await readManifest();
	const bundled = await bundle();
	for (const target of targets) {
		const folder = path.join(out, 'extension', target);
		const made = manifest(target, version);
		await writeTarget(folder, bundled, made);
		if (made.storage) await writeJson(path.join(folder, made.storage.managed_schema), managedSchema);
		if (!flags.includes('--no-zip')) await pack(target, folder, version);
	}
	await buildCheckerPage({root: source, folder: path.join(out, 'checker'), engine: path.join(out, 'engine.wasm'), options: await options()});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
