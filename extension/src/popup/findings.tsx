import {shortened} from '../content/card.js';
import {Icon} from '../content/icon.js';
import type {Mark} from '../content/mark.js';
import type {Reading} from '../content/found.js';
import {useTexts} from '../page/mount.js';
import type {Severity} from '../shared/finding.js';
import {counted, fill} from '../shared/texts.js';

interface FindingsProps {
	reading: Reading;
	/** Leads to the words of a finding. */
	open: (mark: Mark) => void;
}

const graverFirst: readonly Severity[] = ['warning', 'caution', 'hint'];

/** Quoted words are longer on no line of the popup. */
const mostLetters = 80;

/** What was found, as a list: the gravest first. */
export function Findings({reading, open}: FindingsProps) {
	const texts = useTexts();
	return (
		<section class="stack" aria-labelledby="found">
			<h2 id="found">{counted(texts.box.findings, reading.marks.length)}</h2>
			{graverFirst.map(severity => <Group key={severity} severity={severity} reading={reading} open={open} />)}
		</section>
	);
}

function Group({severity, reading, open}: FindingsProps & {severity: Severity}) {
	const texts = useTexts();
	const marks = reading.marks.filter(({finding}) => finding.severity === severity);
	if (marks.length === 0) return null;
	return (
		<div class="stack" style={{'--gap': '.375rem'}}>
			<h3 class={`severity ${severity}`}>
				<Icon name={severity} />
				{fill(texts.check.group, {severity: texts.severities[severity], count: marks.length})}
			</h3>
			<ul class="stack plain-list" style={{'--gap': '.375rem'}}>
				{marks.map((mark, index) => <Item key={index} mark={mark} reading={reading} open={open} />)}
			</ul>
		</div>
	);
}

function Item({mark, reading, open}: FindingsProps & {mark: Mark}) {
	const texts = useTexts();
	const {severity, was, title, provisions, advice} = mark.finding;
	return (
		<li class={`finding ${severity}`}>
			<button class="item" onClick={() => open(mark)}>
				<span class="hidden">{fill(texts.check.item, {severity: texts.severities[severity]})} </span>
				<b>{title}</b> <span dir="auto">{wordsOf(mark, reading.text, texts.box)}</span>
			</button>
			{was && <p class="quiet">{fill(texts.box.was, {severity: texts.severities[was]})}</p>}
			{advice && <p>{advice}</p>}
			{[...placesByDocument(provisions, reading.provisions)].map(([document, places]) => (
				<p key={document} class="quiet">{fill(texts.box.provision, {document, place: places.join('; ')})}</p>
			))}
		</li>
	);
}

/** Where the provisions stand, so that each document is named once. */
function placesByDocument(ids: readonly string[], provisions: Reading['provisions']): Map<string, string[]> {
	const places = new Map<string, string[]>();
	for (const {document, place} of ids.flatMap(id => provisions[id] ?? [])) places.set(document, [...places.get(document) ?? [], place]);
	return places;
}

/** The words a finding marks, each once, or what it is about where it marks none. */
function wordsOf({places, finding}: Mark, text: string, texts: {quoted: string; wholePost: string; sharedPost: string}): string {
	if (places.length === 0) return finding.shared ? texts.sharedPost : texts.wholePost;
	const words = new Set(places.map(({start, end}) => shortened(text.slice(start, end), mostLetters)));
	return [...words].map(one => fill(texts.quoted, {words: one})).join(', ');
}
