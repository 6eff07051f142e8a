import {judging, shownMoment, type Trouble, troublesOf} from '../page/house-words.js';
import {useTexts} from '../page/mount.js';
import {requestAccess} from '../shared/browser.js';
import {channelPattern} from '../shared/channel.js';
import type {ChannelStatus} from '../shared/protocol.js';
import {counted, fill} from '../shared/texts.js';

/** Why nothing is fetched, or why what was fetched is not in use, and what to do. */
export function HouseTroubles({channel}: {channel: ChannelStatus}) {
	const texts = useTexts();
	const {why} = texts.house;
	const troubles = troublesOf(channel, texts);
	return (
		<div role="status" class="stack">
			{channel.obstacle && <Obstacle channel={channel} />}
			{troubles.length > 0 && (
				<div class={troubles.every(({calm}) => calm) ? 'stack' : 'notice stack'} style={{'--gap': '.5rem'}}>
					<h3>{judging(channel) ? why.newer : why.none}</h3>
					{troubles.map(trouble => <Told key={trouble.says} trouble={trouble} />)}
				</div>
			)}
		</div>
	);
}

function Told({trouble: {says, then, detail, at, times = 1}}: {trouble: Trouble}) {
	const {house: {why}, lang} = useTexts();
	return (
		<>
			<p>{says} {then}</p>
			<p class="quiet">{at !== undefined && fill(why.at, {when: shownMoment(at, lang)})} {times > 1 && counted(why.times, times)} {detail}</p>
		</>
	);
}

/** What keeps the channel from being asked; a missing permission can be given here. */
function Obstacle({channel: {address, obstacle}}: {channel: ChannelStatus}) {
	const {obstacles} = useTexts().house;
	const {host} = new URL(address);
	if (!obstacle) return null;
	return (
		<div class="notice stack">
			<p>{fill(obstacles[obstacle], {host})}</p>
			{obstacle === 'no-permission' && <div><button onClick={() => void requestAccess([channelPattern(address)])}>{fill(obstacles.allow, {host})}</button></div>}
		</div>
	);
}
