/**
 * The pack server in workerd, the program that runs Cloudflare's workers, on this machine:
 * what wrangler.jsonc says, with other channels and another limit on PUTs where they are given.
 */
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'jsonc-parser';
import {Log, LogLevel, Miniflare} from 'miniflare';

const here = import.meta.dirname;

/** Wrangler's settings as miniflare takes them. */
function options({channels, checker, puts, storage}) {
	const {main, compatibility_date, kv_namespaces, ratelimits, assets, vars} = parse(readFileSync(path.join(here, 'wrangler.jsonc'), 'utf8'));
	const script = path.resolve(here, main);
	const page = path.resolve(here, assets.directory);
	return {
		name: 'packs',
		modules: true,
		modulesRoot: path.dirname(script),
		scriptPath: script,
		modulesRules: [{type: 'ESModule', include: ['**/*.js', '**/*.mjs']}, {type: 'CompiledWasm', include: ['**/*.wasm']}],
		compatibilityDate: compatibility_date,
		kvNamespaces: kv_namespaces.map(({binding}) => binding),
		kvPersist: storage ?? false,
		ratelimits: Object.fromEntries(ratelimits.map(({name, simple}) => [name, {simple: {...simple, limit: puts ?? simple.limit}}])),
		bindings: {...vars, ...channels && {CHANNELS: channels}, ...checker && {CHECKER: checker}},
		...existsSync(page) && {assets: {
			workerName: 'packs', directory: page, routerConfig: {has_user_worker: true},
			assetConfig: {not_found_handling: assets.not_found_handling},
		}},
	};
}

/**
 * Starts the server at a port (0: a free one) of this machine. `storage` is a folder that
 * outlives it; without one envelopes live in memory. Gives its address and how to end it.
 */
export async function startWorkerd({port = 0, ...rest}) {
	const server = new Miniflare({...options(rest), host: '127.0.0.1', port, log: new Log(LogLevel.WARN), cf: false});
	const address = (await server.ready).origin;
	return {address, stop: () => server.dispose()};
}
