/**
 * Facebook's class names are hashes that change with every build; here they change with every load, so that nothing can
 * select by them. style.css says `.r-dialog`, the page gets some `x7fq02ab`.
 */
const hashes = new Map<string, string>();

function hashOf(word: string): string {
	const known = hashes.get(word);
	if (known) return known;
	const hash = `x${Math.random().toString(36).slice(2, 9)}`;
	hashes.set(word, hash);
	return hash;
}

/** The classes of this load for words of style.css; false and '' are left out. */
export const look = (...words: (string | false)[]): string => words.filter(word => word !== false && word !== '').map(word => hashOf(word as string)).join(' ');

function hashRules(rules: CSSRuleList): void {
	for (const rule of rules) {
		if (rule instanceof CSSStyleRule) rule.selectorText = rule.selectorText.replace(/\.r-([a-z-]+)/g, (_, word: string) => `.${hashOf(word)}`);
		else if (rule instanceof CSSMediaRule) hashRules(rule.cssRules);
	}
}

/** Gives the style sheet of the page the class names of this load. */
export function hashStyles(): void {
	for (const sheet of document.styleSheets) if (sheet.href?.endsWith('/replica/style.css')) hashRules(sheet.cssRules);
}
