import content from '../../../locales/en/content.json';

/** Every word shown on the pages of others, in English. */
export {content};

/** The shape of a translation of them. */
export type ContentTexts = typeof content;
