import type {WebSite} from '../../shared/sites.js';
import {facebook} from './facebook.js';
import {linkedin} from './linkedin.js';
import type {SiteAdapter} from './site.js';
import {x} from './x.js';

/** The adapter of every site there is. */
export const siteAdapters: Readonly<Record<WebSite, SiteAdapter>> = {x, linkedin, facebook};
