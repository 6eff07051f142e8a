import type {SyntheticEvent} from 'react';

const stop = (event: SyntheticEvent): void => event.stopPropagation();

/** X's editors keep what is typed in them from the rest of the page. */
export const quiet = {onKeyDown: stop, onKeyUp: stop, onInput: stop};
