/** The keys of everything the extension keeps in the browser's local storage. */
export const settingsKey = 'settings';
export const dismissalsKey = 'dismissals';
export const biosKey = 'bios';
/** The settings that could be activated last: what judges when newer ones cannot. */
export const lastGoodKey = 'lastGood';
/** When the next reminder of the user's profiles is due. */
export const bioDueKey = 'bioDue';
/** What of the check-up the user has looked at, by organisation. */
export const checkupKey = 'checkup';
/** What was fetched from the organisation's channel, and what came of it. */
export const channelKey = 'channel';
