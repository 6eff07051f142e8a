import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** Firefox's settings for a silent profile whose every way out leads to the gateway. */
const settingsOf = (proxyPort: number, id: string, uuid: string): Record<string, string | number | boolean> => ({
	'app.normandy.enabled': false,
	'app.update.enabled': false,
	'browser.aboutwelcome.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.homepage': 'about:blank',
	'browser.startup.page': 0,
	'datareporting.policy.dataSubmissionEnabled': false,
	// In kilobytes; of it an extension gets 10 MB, as in Chromium, so that a test can fill it.
	'dom.quotaManager.temporaryStorage.fixedLimit': 50 * 1024,
	'extensions.blocklist.enabled': false,
	// Known beforehand, so that the tests can open the extension's own pages.
	'extensions.webextensions.uuids': JSON.stringify({[id]: uuid}),
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	// Loopback goes through the proxy too.
	'network.proxy.allow_hijacking_localhost': true,
	'network.proxy.http': '127.0.0.1',
	'network.proxy.http_port': proxyPort,
	'network.proxy.ssl': '127.0.0.1',
	'network.proxy.ssl_port': proxyPort,
	'network.proxy.type': 1,
	// No names over https: they would go past the proxy.
	'network.trr.mode': 5,
	'remote.active-protocols': 1,
	'remote.prefs.recommended': true,
	'services.settings.server': 'data:,#remote-settings-dummy/v1',
	'toolkit.telemetry.enabled': false,
});

/** Makes a home folder in which Firefox finds what an organisation has set for the extension `id`. */
export async function makeHome(profile: string, id: string, data: object): Promise<string> {
	const home = path.join(profile, 'home');
	const folder = path.join(home, '.mozilla', 'managed-storage');
	await mkdir(folder, {recursive: true});
	await writeFile(path.join(folder, `${id}.json`), JSON.stringify({name: id, description: 'managed storage of a test', type: 'storage', data}));
	return home;
}

/** Makes a throw-away profile folder in which the extension `id` has the address `uuid`. */
export async function makeProfile(proxyPort: number, id: string, uuid: string): Promise<string> {
	const profile = await mkdtemp(path.join(tmpdir(), 'circumspect-firefox-'));
	const lines = Object.entries(settingsOf(proxyPort, id, uuid)).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
	);
	await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
	return profile;
}
