import {policySchema} from './src/shared/policy.js';
import {sitePatterns} from './src/shared/sites.js';

/** The stores we build for. */
export type Target = 'chrome' | 'firefox';

/** Every target, in the order they are built. */
export const targets: readonly Target[] = ['chrome', 'firefox'];

/** The file in which Chrome reads what an organisation may set, and what stands in it. */
export const managedSchemaFile = 'managed-schema.json';
export const managedSchema = policySchema();

/** The id of the extension in Firefox; Chrome gives its own. */
const firefoxId = 'circumspect@extension';

const icons = Object.fromEntries([16, 32, 48, 128].map(size => [size, `icons/${size}.png`]));

// connect-src lets the background read the extension's own files, and the channel of the user's organisation, whose
// host nobody knows beforehand. Pages shut themselves in again (page.html), one file alone may fetch (manifest.test.ts),
// and without the user's permission for the host the background does not.
const pagePolicy = [
	"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'", "style-src 'self'",
	"img-src 'self'", "connect-src 'self' https:", "base-uri 'none'", "form-action 'none'",
].join('; ');

/** What both manifests say. */
function shared(version: string): Record<string, unknown> {
	return {
		manifest_version: 3,
		name: '__MSG_name__',
		description: '__MSG_about__',
		default_locale: 'en',
		version,
		icons,
		action: {default_title: '__MSG_name__', default_popup: 'popup.html', default_icon: icons},
		options_ui: {page: 'options.html', open_in_tab: true},
		// None of these is asked about on installation. Firefox takes the last two in no other way.
		permissions: ['storage', 'alarms', 'contextMenus'],
		// For those who want to be reminded of their profiles.
		optional_permissions: ['notifications'],
		// Asked for one host only: that of the channel the user, or their organisation, has named.
		optional_host_permissions: ['https://*/*'],
		commands: {_execute_action: {suggested_key: {default: 'Alt+Shift+C'}}},
		// Lets the popup see whether a tab is one of our sites; the prompt is the same.
		host_permissions: [...sitePatterns],
		content_scripts: [{
			matches: [...sitePatterns],
			js: ['content.js'],
			run_at: 'document_start',
			all_frames: false,
			world: 'ISOLATED',
		}],
		content_security_policy: {extension_pages: pagePolicy},
		// One background for all windows; what comes from a private one is never written.
		incognito: 'spanning',
	};
}

/** The manifest of one store. */
export function manifest(target: Target, version: string): Record<string, unknown> {
	const common = shared(version);
	if (target === 'chrome') {
		return {
			...common,
			minimum_chrome_version: '125',
			background: {service_worker: 'background.js'},
			// What an organisation may set beforehand. Firefox asks for no schema.
			storage: {managed_schema: managedSchemaFile},
		};
	}
	return {
		...common,
		background: {scripts: ['background.js']},
		browser_specific_settings: {
			gecko: {id: firefoxId, strict_min_version: '142.0', data_collection_permissions: {required: ['none']}},
		},
	};
}
