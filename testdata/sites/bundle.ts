import {build} from 'esbuild';
import path from 'node:path';

/** The script and the style sheet of one replica, made anew from its sources. */
export interface Bundle {
	js: string;
	css: string;
}

/** Bundles `testdata/sites/<site>/main.tsx` with the real editor library, in memory. */
export async function bundleReplica(root: string, site: string): Promise<Bundle> {
	const result = await build({
		entryPoints: ['main.tsx', 'style.css'].map(file => path.join(root, 'testdata/sites', site, file)),
		bundle: true,
		write: false,
		outdir: 'replica',
		jsx: 'automatic',
		jsxImportSource: 'react',
		minify: true,
		target: 'es2022',
		// Lexical chooses its build by this.
		conditions: ['production', 'module'],
		// Draft.js reads `global`, which browsers do not have.
		define: {'process.env.NODE_ENV': '"production"', global: 'globalThis'},
		logLevel: 'error',
	});
	const textOf = (ending: string) => result.outputFiles.find(file => file.path.endsWith(ending))?.text ?? '';
	return {js: textOf('.js'), css: textOf('.css')};
}
