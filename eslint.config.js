import tseslint from 'typescript-eslint';

/** Who may import whom: content | popup | options | desk ⇄ background → wasm; shared is below all. */
const bans = {
	content: ['**/background/**', '**/popup/**', '**/options/**', '**/welcome/**', '**/desk/**', '**/page/**'],
	background: ['**/content/**', '**/popup/**', '**/options/**', '**/welcome/**', '**/desk/**', '**/page/**'],
	shared: ['**/background/**', '**/content/**', '**/popup/**', '**/options/**', '**/welcome/**', '**/desk/**', '**/page/**'],
	page: ['**/background/**', '**/popup/**', '**/options/**', '**/welcome/**', '**/desk/**'],
	popup: ['**/background/**', '**/options/**', '**/welcome/**', '**/desk/**'],
	options: ['**/background/**', '**/popup/**', '**/welcome/**', '**/desk/**'],
	welcome: ['**/background/**', '**/popup/**', '**/options/**', '**/desk/**'],
	desk: ['**/background/**', '**/popup/**', '**/options/**', '**/welcome/**'],
	// Brings its own engine and shows what the popup shows, without the extension around it.
	'checker-page': ['**/options/**', '**/welcome/**', '**/desk/**'],
};

const browserNames = ['chrome', 'browser'].map(name => ({name, message: 'Only src/shared/browser.ts names it.'}));

/** Where the extension reaches out is one small file; see manifest.test.ts for the other ways out. */
const reaching = {name: 'fetch', message: 'Only src/background/fetch.ts fetches.'};

export default tseslint.config(
	{ignores: ['dist/**', 'node_modules/**', '**/*.mjs', '**/*.js']},
	...tseslint.configs.recommendedTypeChecked,
	{
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
		rules: {
			'max-lines': ['error', 500],
			'max-lines-per-function': ['error', 120],
			'eqeqeq': 'error',
			'no-console': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			// Props and handlers are plain records of functions; none of them uses `this`.
			'@typescript-eslint/unbound-method': 'off',
			// An interface may want a promise where one browser needs none.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports', disallowTypeAnnotations: false}],
			'@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
		},
	},
	{
		files: ['extension/src/**'],
		rules: {
			'no-restricted-globals': ['error', ...browserNames, reaching],
			'no-restricted-properties': ['error', ...['chrome', 'browser'].map(property => ({object: 'globalThis', property}))],
		},
	},
	{files: ['extension/src/shared/browser.ts'], rules: {'no-restricted-globals': ['error', reaching]}},
	{files: ['extension/src/background/fetch.ts', 'extension/src/checker-page/**'], rules: {'no-restricted-globals': ['error', ...browserNames]}},
	...Object.entries(bans).map(([folder, group]) => ({
		files: [`extension/src/${folder}/**`],
		ignores: ['**/*.test.ts', '**/*.test.tsx'],
		rules: {'no-restricted-imports': ['error', {patterns: [{group, message: `${folder} may not know of it.`}]}]},
	})),
	// Tests and tools report to a terminal, and assert on things of any type.
	{
		files: ['**/*.test.ts', '**/*.test.tsx', 'extension/e2e/**', 'extension/demo/**', 'extension/browsers/**'],
		rules: {
			'no-console': 'off',
			'max-lines-per-function': 'off',
			...Object.fromEntries(['assignment', 'member-access', 'call', 'return', 'argument']
				.map(name => [`@typescript-eslint/no-unsafe-${name}`, 'off'])),
		},
	},
);
