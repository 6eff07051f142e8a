import type {Severity} from '../shared/finding.js';
import {counted, fill, type ContentTexts} from '../shared/texts.js';
import {Icon} from './icon.js';

/** What a badge says of its box. There is deliberately no state for *fine*: the rules do not see everything. */
export type BadgeState =
	| {kind: 'checking'}
	| {kind: 'findings'; count: number; severity: Severity}
	| {kind: 'nothing'}
	| {kind: 'unchecked'; reason: string};

interface BadgeParts {
	state: BadgeState;
	texts: ContentTexts;
	/** True where there is room for the sign only. */
	small: boolean;
	/** True where no card can tell more, so the badge itself gives the reason. */
	long: boolean;
	/** True where posting cannot be held, as nobody knows what sends this box. */
	unguarded: boolean;
	/** True while the card it opens is open. */
	open: boolean;
	press(): void;
}

/** The sign at a compose box. */
export function Badge({state, texts, small, long, unguarded, open, press}: BadgeParts) {
	const about = stateText(state, texts) + (unguarded ? ` ${texts.box.unguarded}` : '');
	const words = long ? about : badgeWords(state, texts);
	const look = state.kind === 'findings' ? state.severity : state.kind;
	return (
		<button
			type="button"
			class={`badge ${look}${small ? ' small' : ''}`}
			aria-haspopup={long ? undefined : 'dialog'}
			aria-expanded={long ? undefined : open}
			aria-label={fill(texts.box.says, {state: about})}
			title={about}
			onClick={press}
		>
			{state.kind === 'checking' ? <Dots /> : <Icon name={look as Severity | 'nothing' | 'unchecked'} />}
			<span class="words">{words}</span>
			{unguarded && !long ? <span class="words loose">{texts.box.noPause}</span> : null}
			{small && state.kind === 'findings' ? <span>{state.count}</span> : null}
		</button>
	);
}

function Dots() {
	return (
		<span class="dots" aria-hidden="true">
			<i />
			<i />
			<i />
		</span>
	);
}

/** The few words on the badge. */
function badgeWords(state: BadgeState, texts: ContentTexts): string {
	switch (state.kind) {
		case 'checking': return texts.box.checking;
		case 'unchecked': return texts.box.notChecked;
		case 'nothing': return counted(texts.box.findings, 0);
		case 'findings': return counted(texts.box.findings, state.count);
	}
}

/** The state in a sentence, for tooltips and screen readers. */
export function stateText(state: BadgeState, texts: ContentTexts): string {
	switch (state.kind) {
		case 'unchecked': return fill(texts.findings.notChecked, {reason: state.reason});
		case 'findings': return `${counted(texts.box.findings, state.count)}. ${texts.box.keys}`;
		default: return badgeWords(state, texts);
	}
}
