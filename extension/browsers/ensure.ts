import type {BrowserName} from './browser.js';
import {MissingBrowser} from './find.js';
import {ensureBrowser} from './install.js';

const names: BrowserName[] = ['chromium', 'firefox'];

/** Finds or installs every browser of the tests, and gives the exit status: 0 all there, 2 one missing. */
export async function ensureBrowsers(): Promise<number> {
	let status = 0;
	for (const name of names) {
		try {
			console.log(`${name}: ${await ensureBrowser(name)}`);
		} catch (error) {
			if (!(error instanceof MissingBrowser)) throw error;
			console.error(error.message);
			status = 2;
		}
	}
	return status;
}
