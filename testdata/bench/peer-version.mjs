/** The version of an installed peer. */
import {readFileSync} from 'node:fs';

export function versionOf(packageName) {
	const file = new URL(`./node_modules/${packageName}/package.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8')).version;
}
