import {useTexts} from '../page/mount.js';
import {counted, fill, type Texts} from '../shared/texts.js';
import type {Misfit} from '../shared/validate.js';
import type {Mistake} from './json-file.js';

/** More mistakes than these are only counted. */
const shownMistakes = 50;

/** Longer values of a file are cut, in UTF-16 code units. */
const maxShown = 60;

/** Everything that is wrong with a file. */
export function Mistakes({file, mistakes}: {file: string; mistakes: readonly string[]}) {
	const texts = useTexts().options.transfer;
	const more = mistakes.length - shownMistakes;
	return (
		<div class="notice stack" role="alert">
			<p>{fill(counted(texts.broken, mistakes.length), {file})}</p>
			<ul class="mistakes">
				{mistakes.slice(0, shownMistakes).map(mistake => <li key={mistake}>{mistake}</li>)}
				{more > 0 && <li>{counted(texts.more, more)}</li>}
			</ul>
		</div>
	);
}

/** One mistake in words: `file.json: line 12: sites.x: got "yes", want true or false`. */
export function mistakeText(file: string, {line, problem}: Mistake, texts: Texts): string {
	return fill(texts.options.transfer.line, {file, line, problem: problemText(problem, texts)});
}

function problemText(problem: Mistake['problem'], texts: Texts): string {
	const {json, transfer}: {json: Record<string, string>; transfer: Texts['options']['transfer']} = texts.options;
	if ('json' in problem) return json[problem.json] ?? problem.json;
	if ('doubled' in problem) return fill(transfer.doubled, {path: pathText(problem.doubled)});
	return misfitText(problem.misfit, texts);
}

/** `sites.x: got "yes", want true or false`. */
export function misfitText({path, got, want}: Misfit, {options: {transfer, want: wants}}: Texts): string {
	return fill(transfer.misfit, {path: pathText(path), got: shown(got, transfer.nothing), want: fill(wants[want.what], want.values ?? {})});
}

/** `sites.x`, `field[2]`: from the settings inwards, as people name it. */
function pathText(path: Misfit['path']): string {
	const inner = path[0] === 'settings' && path.length > 1 ? path.slice(1) : path;
	return inner.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part)).join('') || 'settings';
}

function shown(got: unknown, nothing: string): string {
	if (got === undefined) return nothing;
	const text = JSON.stringify(got);
	return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
