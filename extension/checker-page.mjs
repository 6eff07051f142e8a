/**
 * Builds the checker page into dist/checker: the files that a pack server hands out at `/`, and nothing else.
 */
import {createHash} from 'node:crypto';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build} from 'esbuild';
import {readTexts} from './catalogue.mjs';

/** What the page may do, in the page itself and in the server's headers: read its own server's files, run its engine, no more. */
const policy = [
	"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
	"worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
];

/** The file of headers as Cloudflare's static assets and the native server read it. */
const headers = [
	'# Made by the build: what the server says with every file of the checker page.',
	'/*',
	`  Content-Security-Policy: ${[...policy, "frame-ancestors 'none'"].join('; ')}`,
	'  Cross-Origin-Opener-Policy: same-origin',
	'  Permissions-Policy: camera=(), geolocation=(), microphone=()',
	'  Referrer-Policy: no-referrer',
	'  X-Content-Type-Options: nosniff',
	'',
].join('\n');

/** It is also for phones that have no such extension. */
const target = ['chrome125', 'firefox142', 'safari17.5'];

const isUnsafe = text => /[<>&"]/u.test(text);

/** The page without its script: the words in it come from the catalogue, too. */
async function pageOf(source, texts, addresses) {
	const {windowTitle: title, intro, script} = texts.checkerPage;
	const values = {lang: texts.lang, direction: texts.direction, policy: policy.join('; '), title, intro, script, ...addresses};
	const template = await readFile(path.join(source, 'page.html'), 'utf8');
	return template.replace(/\{(\w+)\}/gu, (place, name) => {
		const value = values[name];
		if (value === undefined || isUnsafe(value)) throw new Error(`build: checker page: ${place}: got ${value}, want a text without signs of HTML`);
		return value;
	});
}

/** What a phone needs to know to keep the page on its home screen. */
function manifestOf({name, lang, direction, checkerPage}) {
	const png = size => ({src: `icons/${size}.png`, sizes: `${size}x${size}`, type: 'image/png'});
	return {
		id: './', start_url: './', scope: './', name, short_name: name, description: checkerPage.intro, lang, dir: direction,
		display: 'standalone', background_color: '#faf9f7', theme_color: '#54487a',
		icons: [png(48), png(128), {src: 'icons/mark.svg', sizes: 'any', type: 'image/svg+xml'}],
	};
}

/** Every file below a folder, by its path in it. */
async function filesIn(folder) {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	const files = entries.filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
	return files.map(file => file.split(path.sep).join('/')).sort();
}

const hashOf = async file => createHash('sha256').update(await readFile(file)).digest('hex');

/** Files are asked for with a hash of what they hold, so that no visit mixes two editions; see sw.ts. */
const addressOf = async (folder, file) => `${file}?${(await hashOf(path.join(folder, file))).slice(0, 16)}`;

/** The hash of every file below a folder, by its path beside the page. */
async function hashesOf(folder) {
	const hashes = {};
	// Servers lead from index.html to its folder, and what was led elsewhere cannot be shown as a page.
	for (const file of await filesIn(folder)) hashes[file === 'index.html' ? '' : file] = await hashOf(path.join(folder, file));
	return hashes;
}

/**
 * Builds the page into `folder`. `root` is the folder of the extension's sources, `engine` the engine, `options` how
 * its scripts are built.
 */
export async function buildCheckerPage({root, folder, engine, options}) {
	const source = path.join(root, 'src', 'checker-page');
	const script = (file, out, values) => build({
		...options, target, entryPoints: [{in: path.join(source, file), out}], outdir: folder,
		define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
	});
	const texts = await readTexts('en');
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {recursive: true});
	await cp(engine, path.join(folder, 'engine.wasm'));
	// Each bears the hash of the one before, and the service worker those of all.
	await script('engine.ts', 'engine', {WASM: await addressOf(folder, 'engine.wasm')});
	await script('index.tsx', 'page', {ENGINE: await addressOf(folder, 'engine.js')});
	const addresses = {page: await addressOf(folder, 'page.js'), style: await addressOf(folder, 'page.css')};
	await writeFile(path.join(folder, 'index.html'), await pageOf(source, texts, addresses));
	await writeFile(path.join(folder, 'checker.webmanifest'), JSON.stringify(manifestOf(texts), null, '\t') + '\n');
	for (const icon of ['32.png', '48.png', '128.png', 'mark.svg']) await cp(path.join(root, 'icons', icon), path.join(folder, 'icons', icon));
	await script('sw.ts', 'sw', {FILES: await hashesOf(folder)});
	await writeFile(path.join(folder, '_headers'), headers);
}
