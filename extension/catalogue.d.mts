/** Texts, nested by name. */
export interface TextTree {
	[name: string]: string | TextTree;
}
export function languages(): Promise<string[]>;
export function readTexts(lang: string): Promise<TextTree>;
export function catalogue(texts: TextTree, names?: readonly string[]): Record<string, {message: string}>;
