/** A site the extension works on; `none` stands for the extension's own pages. */
export type Site = 'x' | 'linkedin' | 'facebook' | 'none';

/** The sites that can be switched on and off. */
export const sites = ['x', 'linkedin', 'facebook'] as const;

/** A site with a page of its own. */
export type WebSite = (typeof sites)[number];

/** The hosts of each site. The manifest's match patterns are made from these, https only. */
const siteHosts: Readonly<Record<WebSite, readonly string[]>> = {
	x: ['x.com', 'mobile.x.com', 'twitter.com'],
	linkedin: ['www.linkedin.com'],
	facebook: ['www.facebook.com', 'web.facebook.com', 'm.facebook.com', 'www.messenger.com'],
};

/** Match patterns of all sites, for the manifest and for finding their tabs. */
export const sitePatterns: readonly string[] = sites.flatMap(site => siteHosts[site].map(host => `https://${host}/*`));

/** Tells which site an address belongs to, or undefined where we do not work. */
export function siteOf(address: string | undefined): WebSite | undefined {
	if (!address || !URL.canParse(address)) return undefined;
	const {protocol, hostname} = new URL(address);
	if (protocol !== 'https:') return undefined;
	return sites.find(site => siteHosts[site].includes(hostname));
}
