import {useEffect, useState} from 'preact/hooks';
import {Switch} from '../page/fields.js';
import {useTexts} from '../page/mount.js';
import {activeTab, hasAccess, reloadTab, requestAccess, sendToTab, type Tab} from '../shared/browser.js';
import type {Notice, Pong} from '../shared/protocol.js';
import type {Settings} from '../shared/fields.js';
import {siteOf, type WebSite} from '../shared/sites.js';
import {fill} from '../shared/texts.js';

/** The tab the popup was opened over. */
interface View {
	tab: Tab;
	site: WebSite | undefined;
	access: boolean;
	/** What our content script there says, undefined where there is none. */
	script: Pong | undefined;
}

/** Access is given host by host, so only the host of this very tab is asked for. */
const patternsOf = ({url = ''}: Tab) => [`https://${new URL(url).hostname}/*`];

async function look(): Promise<View | undefined> {
	const tab = await activeTab();
	if (!tab) return undefined;
	const site = siteOf(tab.url);
	const access = site === undefined || await hasAccess(patternsOf(tab));
	return {tab, site, access, script: await answers(tab)};
}

/** A tab that was open before the extension was installed or updated does not answer. */
async function answers({id}: Tab): Promise<Pong | undefined> {
	const ping: Notice = {notice: 'ping'};
	if (id === undefined) return undefined;
	return sendToTab(id, ping).then(answer => answer as Pong | undefined, () => undefined);
}

/** Whether texts are checked on this tab, the switch for its site, and what is in the way. */
export function ThisTab({settings, change}: {settings: Settings; change: (change: Partial<Settings>) => void}) {
	const texts = useTexts();
	const [view, setView] = useState<View | undefined>(undefined);
	const refresh = () => void look().then(setView, () => setView(undefined));
	useEffect(refresh, []);
	if (!view) return null;
	const {site, tab} = view;
	if (!site) return <p class="part quiet">{texts.popup.elsewhere}</p>;
	return (
		<div class="part stack">
			<Switch label={fill(texts.popup.on, {site: texts.sites[site]})} on={settings.sites[site]} disabled={tab.inPrivate}
				change={on => change({sites: {...settings.sites, [site]: on}})} />
			{tab.inPrivate && <p class="quiet">{texts.popup.private}</p>}
			<State view={view} on={settings.sites[site]} ready={settings.org !== ''} refresh={refresh} />
		</div>
	);
}

function State({view, on, ready, refresh}: {view: View; on: boolean; ready: boolean; refresh: () => void}) {
	const texts = useTexts().popup;
	if (!on) return <p class="quiet" role="status">{texts.off}</p>;
	if (!view.access) return <NoAccess tab={view.tab} refresh={refresh} />;
	if (!view.script) return <OpenBefore id={view.tab.id} />;
	if (view.script.ownProfile) return <p class="quiet" role="status">{texts.ownProfile}</p>;
	return ready ? <p class="quiet" role="status">{texts.working}</p> : null;
}

function NoAccess({tab, refresh}: {tab: Tab; refresh: () => void}) {
	const texts = useTexts().popup;
	return (
		<div class="notice stack">
			<p>{texts.noAccess}</p>
			<div><button onClick={() => void requestAccess(patternsOf(tab)).then(refresh)}>{texts.grant}</button></div>
		</div>
	);
}

function OpenBefore({id}: {id: number | undefined}) {
	const texts = useTexts().popup;
	return (
		<div class="notice stack">
			<p>{texts.reload} {texts.reloadLoses}</p>
			<div><button onClick={() => id !== undefined && void reloadTab(id).then(() => window.close())}>{texts.reloadNow}</button></div>
		</div>
	);
}
