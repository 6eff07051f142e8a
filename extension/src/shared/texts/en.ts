import pages from '../../../locales/en/pages.json';
import {content} from './content.js';

/** Every word the extension shows, in English. The words of findings come from the rules, not from here. */
export const en = {...content, ...pages};

/** The shape of a translation. */
export type Texts = typeof en;
