import {menu} from '../../locales/en/pages.json';
import {type MenuClick, openPage, openPopup, sendToTab, setMenu} from '../shared/browser.js';
import type {Handed, Notice} from '../shared/protocol.js';
import {sitePatterns, siteOf} from '../shared/sites.js';
import {localised} from '../shared/texts.js';
import type {HandedOver} from './handed.js';
import {asRecord} from './messages/form.js';
import {parseHanded} from './messages/hand-over.js';

/** Makes the entries for selected text. Browsers keep them, so this is for installation, update and start. */
export function makeMenu(): Promise<void> {
	const texts = localised(menu, ['menu']);
	return setMenu([{id: 'check', title: texts.check}, {id: 'record', title: texts.record, patterns: sitePatterns}]);
}

/** Does what was chosen. Nothing may be waited for before the popup opens: Firefox opens it for a click only. */
export function answerMenu(click: MenuClick, handedOver: HandedOver): void {
	if (click.id === 'check') {
		const token = handedOver.keep({tool: 'check', site: 'none', draft: click.selected});
		void openPopup(`popup.html#${token}`).catch(() => undefined);
	} else if (click.id === 'record') {
		void conversationOf(click)
			.then(handed => openPage(`desk.html#record.${handedOver.keep(handed)}`))
			.catch(() => undefined);
	}
}

/** The messages that are selected, as the tab's content script reads them; where it cannot, the selected words as one. */
async function conversationOf({tab, selected, url}: MenuClick): Promise<Handed> {
	const site = siteOf(url) ?? 'none';
	const notice: Notice = {notice: 'selected-messages'};
	const answer = tab === undefined ? undefined : await sendToTab(tab, notice).catch(() => undefined);
	const read = parseHanded({...asRecord(answer), tool: 'record', site});
	return read?.messages?.length ? read : {tool: 'record', site, messages: [{author: '', text: selected}]};
}
