/** The keys of everything the extension keeps in the browser's local storage. */
export const settingsKey = 'settings';
export const dismissalsKey = 'dismissals';
/** The settings that could be activated last: what judges when newer ones cannot. */
export const lastGoodKey = 'lastGood';
