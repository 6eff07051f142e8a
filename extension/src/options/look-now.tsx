import {useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {ask} from '../shared/ask.js';
import {type ChannelStatus, channelWithinMs} from '../shared/protocol.js';
import {fill, type Texts} from '../shared/texts.js';

/** Asks the channel at once, and says what came of it. */
export function LookNow({channel}: {channel: ChannelStatus}) {
	const texts = useTexts();
	const {look} = texts.house;
	const [state, setState] = useState<{busy: boolean; says: string}>({busy: false, says: ''});
	const go = async () => {
		setState({busy: true, says: fill(look.looking, {host: new URL(channel.address).host})});
		const answer = await ask('check-channel', {}, channelWithinMs);
		setState({busy: false, says: answer.ok ? outcome(channel, answer.value, texts) : fill(look.failed, {reason: texts.reasons[answer.reason]})});
	};
	return (
		<div class="row">
			{/* Not disabled while it asks: that would take the focus away. */}
			<button aria-disabled={state.busy} onClick={() => void (state.busy ? undefined : go())}>{look.now}</button>
			<span role="status">{state.says}</span>
		</div>
	);
}

function outcome(before: ChannelStatus, now: ChannelStatus | null, {house: {look}}: Texts): string {
	if (now?.house && now.digest !== before.digest) return look.newer;
	return now && !now.obstacle && !now.refusal && !now.failure ? look.same : look.not;
}
