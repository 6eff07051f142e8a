import {useEffect, useState} from 'preact/hooks';
import type {Reading} from '../content/found.js';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import {openPage, popupKeys} from '../shared/browser.js';
import type {Handed, Surface, Tool} from '../shared/protocol.js';
import {fill} from '../shared/texts.js';

interface ToolsProps {
	reading: Reading | undefined;
	surface: Surface;
}

/** The ways from the popup to the tools of the desk. What was found goes along, so that it need not be told again. */
export function Tools({reading, surface}: ToolsProps) {
	const texts = useTexts().check.tools;
	const go = (tool: Tool) => void open(tool, reading, surface);
	return (
		<nav class="part row tools" aria-label={texts.label}>
			<button class="plain" onClick={() => go('ask')}>{texts.ask}</button>
			<button class="plain" onClick={() => go('correction')}>{texts.correction}</button>
			<button class="plain" onClick={() => go('checkup')}>{texts.checkup}</button>
		</nav>
	);
}

async function open(tool: Tool, reading: Reading | undefined, surface: Surface): Promise<void> {
	const handed = tool === 'checkup' ? undefined : handedOf(tool, reading, surface);
	const answer = handed && await ask('hand-over', handed);
	if (!answer?.ok) await openPage(`desk.html#${tool}`);
}

/** What the tool is given of the text in the box; nothing where the box is empty. */
function handedOf(tool: Tool, reading: Reading | undefined, surface: Surface): Handed | undefined {
	if (!reading?.text.trim()) return undefined;
	const findings = reading.marks.map(({finding: {rule, category, title, message, provisions}}) => ({rule, category, title, message, provisions}));
	return {tool, site: 'none', surface, draft: reading.text, findings, provisions: reading.provisions};
}

/** The keys that open the popup, and how to choose others: no page may link to the browser's own. */
export function Keys() {
	const texts = useTexts().check.keys;
	const [keys, setKeys] = useState<string | undefined>(undefined);
	useEffect(() => void popupKeys().then(setKeys, () => undefined), []);
	if (keys === undefined) return null;
	return (
		<details class="quiet">
			<summary>{keys ? fill(texts.are, {keys}) : texts.none}</summary>
			<p>{texts.change}</p>
		</details>
	);
}
