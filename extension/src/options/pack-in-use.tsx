import {useTexts} from '../page/mount.js';
import {Pack} from '../page/pack.js';
import type {AnswerTo} from '../shared/protocol.js';
import {fill} from '../shared/texts.js';

/** What judges at present, from which documents, and whom to ask. */
export function PackInUse({status}: {status: AnswerTo<'status'> | undefined}) {
	const texts = useTexts();
	if (!status) return null;
	if (!status.ok) return <p class="notice" role="alert">{fill(texts.engine.off, {reason: texts.reasons[status.reason]})}</p>;
	const {engine, reason = '', pack, packProblem} = status.value;
	return (
		<div class="stack" style={{'--gap': '.5rem'}}>
			<h3>{texts.pack.title}</h3>
			{engine === 'starting' && <p class="quiet">{texts.engine.starting}</p>}
			{engine === 'off' && <p class="notice" role="alert">{fill(texts.engine.off, {reason})}</p>}
			{engine === 'ready' && (pack ? <Pack pack={pack} /> : <p class="quiet">{texts.pack.none}</p>)}
			{packProblem && <p class="notice" role="alert">{fill(texts.pack.problem, {reason: packProblem})}</p>}
		</div>
	);
}
