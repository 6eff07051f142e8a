import {judging, standingText, troublesOf} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import {openPage} from '../shared/browser.js';
import type {ChannelStatus} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';

/** Which pack of the organisation judges, and in one line what is in its way. Nothing for users without one. */
export function HouseLine({channel}: {channel: ChannelStatus | null}) {
	const texts = useTexts();
	const {popup} = texts.house;
	if (!channel) return null;
	const house = judging(channel);
	const trouble = troubleText(channel, texts);
	return (
		<>
			{house && <p class="quiet">{fill(popup.line, {name: house.name, version: house.version})}</p>}
			{trouble && (
				<div class="notice" role="status">
					<p>{trouble}</p>
					<button class="plain" onClick={() => void openPage('options.html#channel')}>{popup.why}</button>
				</div>
			)}
		</>
	);
}

/** What passes by itself is no trouble as long as a pack judges that is not too old. */
function troubleText(channel: ChannelStatus, texts: Texts): string | undefined {
	const {popup, obstacles} = texts.house;
	const [trouble] = troublesOf(channel, texts);
	const old = channel.house && standingText(channel.house, texts);
	if (old) return old;
	if (channel.obstacle) return fill(obstacles[channel.obstacle], {host: new URL(channel.address).host});
	if (judging(channel)) return trouble && !trouble.calm ? fill(popup.refusal, {why: trouble.says}) : undefined;
	return trouble ? fill(popup.none, {why: trouble.says}) : popup.waiting;
}
