import type {ComponentChildren} from 'preact';
import type {Provision, Suggestion} from '../shared/finding.js';
import {fill, type ContentTexts} from '../shared/texts.js';
import type {CardTool} from './hand-over.js';
import {Icon} from './icon.js';
import type {Mark} from './mark.js';

/** What the writer may do on a card. */
export interface CardActions {
	apply(suggestion: Suggestion): void;
	dismiss(never: boolean): void;
	undo(): void;
	step(by: 1 | -1): void;
	copy(text: string): void;
	handOver(tool: CardTool): void;
	/** The card became larger or smaller. */
	resized(): void;
	close(): void;
}

/** What a card shows. */
export type CardView =
	| {kind: 'finding'; mark: Mark; text: string; index: number; count: number; failed: Suggestion | null; copied: boolean; lasting: boolean; tools: readonly CardTool[]}
	| {kind: 'dismissed'; never: boolean}
	| {kind: 'notice'; title: string; lines: readonly string[]};

interface CardParts {
	view: CardView;
	provisions: Readonly<Record<string, Provision>>;
	texts: ContentTexts;
	actions: CardActions;
}

/** The card that explains a finding, or in a few words something else about the box. */
export function Card(parts: CardParts) {
	switch (parts.view.kind) {
		case 'finding': return <FindingCard {...parts} view={parts.view} />;
		case 'dismissed': return <DismissedCard {...parts} never={parts.view.never} />;
		case 'notice': return <NoticeCard {...parts} view={parts.view} />;
	}
}

type FindingView = Extract<CardView, {kind: 'finding'}>;

function FindingCard({view, provisions, texts, actions}: CardParts & {view: FindingView}) {
	const {finding} = view.mark;
	return (
		<section class="card" role="dialog" tabIndex={-1} aria-labelledby="title" aria-describedby={finding.weighed ? 'message weighed' : 'message'}>
			<Header view={view} texts={texts} actions={actions} />
			<div class="body">
				<h2 id="title">{finding.title}</h2>
				<Where mark={view.mark} texts={texts} />
				{finding.was ? <p class="where">{fill(texts.box.was, {severity: texts.severities[finding.was]})}</p> : null}
				<p id="message">{finding.message}</p>
				<Weighed view={view} texts={texts} />
				{finding.advice ? <Part title={texts.box.advice}><p>{finding.advice}</p></Part> : null}
				<Changes view={view} texts={texts} actions={actions} />
				{view.failed ? <Failed failed={view.failed} copied={view.copied} texts={texts} actions={actions} /> : null}
				<Provisions ids={finding.provisions} provisions={provisions} texts={texts} />
			</div>
			<footer>
				<button type="button" class="quiet" onClick={() => actions.dismiss(false)}>{texts.box.dismiss}</button>
				{view.mark.phrase && view.lasting ? <button type="button" class="quiet" onClick={() => actions.dismiss(true)}>{texts.box.never}</button> : null}
				<Tools view={view} texts={texts} actions={actions} />
			</footer>
		</section>
	);
}

/** What else helps with a finding, folded away where the card has buttons enough. */
function Tools({view: {mark, tools}, texts, actions}: {view: FindingView; texts: ContentTexts; actions: CardActions}) {
	const buttons = tools.map(tool => <button type="button" class="quiet" key={tool} onClick={() => actions.handOver(tool)}>{texts.tools[tool]}</button>);
	if (tools.length < (mark.phrase ? 1 : 2)) return <>{buttons}</>;
	return (
		// Another finding's card begins folded.
		<details key={`${mark.finding.rule} ${mark.phrase}`} onToggle={() => actions.resized()}>
			<summary class="quiet">{texts.tools.more}</summary>
			{buttons}
		</details>
	);
}

function Header({view, texts, actions}: {view: FindingView; texts: ContentTexts; actions: CardActions}) {
	const {severity} = view.mark.finding;
	return (
		<div class="top">
			<span class={`severity ${severity}`}>
				<Icon name={severity} />
				{texts.severities[severity]}
			</span>
			{view.count > 1 ? (
				<span class="steps">
					<IconButton name="previous" label={texts.box.previous} press={() => actions.step(-1)} />
					{fill(texts.box.position, {index: view.index + 1, count: view.count})}
					<IconButton name="next" label={texts.box.next} press={() => actions.step(1)} />
				</span>
			) : null}
			<IconButton name="close" label={texts.box.close} press={() => actions.close()} />
		</div>
	);
}

function IconButton({name, label, press}: {name: 'previous' | 'next' | 'close'; label: string; press(): void}) {
	return (
		<button type="button" class="icon" aria-label={label} title={label} onClick={press}>
			<Icon name={name} />
		</button>
	);
}

/** Says what a finding without underline is about. */
function Where({mark, texts}: {mark: Mark; texts: ContentTexts}) {
	if (mark.phrase) return null;
	return <p class="where">{mark.finding.shared ? texts.box.sharedPost : texts.box.wholePost}</p>;
}

/** Names the words that weighed where several signals made the judgement, each once. */
function Weighed({view: {mark, text}, texts}: {view: FindingView; texts: ContentTexts}) {
	if (!mark.finding.weighed) return null;
	const words = new Set(mark.places.map(({start, end}) => fill(texts.box.quoted, {words: shortened(text.slice(start, end), 40)})));
	return <p id="weighed" class="weighed">{fill(texts.box.weighed, {words: [...words].join(', ')})}</p>;
}

function Part({title, children}: {title: string; children: ComponentChildren}) {
	return (
		<div>
			<h3>{title}</h3>
			{children}
		</div>
	);
}

function Provisions({ids, provisions, texts}: {ids: readonly string[]; provisions: CardParts['provisions']; texts: ContentTexts}) {
	const cited = ids.flatMap(id => provisions[id] ?? []);
	if (cited.length === 0) return null;
	return (
		<Part title={texts.box.provisions}>
			<ul class="provisions">
				{cited.map(({id, document, place, says}) => (
					<li key={id}>
						<b>{fill(texts.box.provision, {document, place})}</b>
						<span>{says}</span>
					</li>
				))}
			</ul>
		</Part>
	);
}

function Changes({view, texts, actions}: {view: FindingView; texts: ContentTexts; actions: CardActions}) {
	const {suggestions} = view.mark;
	if (suggestions.length === 0) return null;
	return (
		<div class="changes">
			{suggestions.map(one => (
				<button type="button" class="change" key={`${one.start} ${one.end} ${one.text}`} onClick={() => actions.apply(one)}>
					<b>{one.label}</b>
					<small>{effectOf(one, view.text, texts)}</small>
				</button>
			))}
		</div>
	);
}

/** Says what a suggestion will do before it is pressed. */
function effectOf({start, end, text}: Suggestion, whole: string, texts: ContentTexts): string {
	const old = shortened(whole.slice(start, end));
	if (text.trim() === '') return fill(texts.box.remove, {old});
	return fill(start === end ? texts.box.append : texts.box.replace, {new: shortened(text)});
}

/** At most so many letters, cut in the middle: between words where there are several, and never within a letter. */
export function shortened(text: string, most = 90): string {
	const letters = [...text.trim().replaceAll(/\s+/gu, ' ')];
	if (letters.length <= most) return letters.join('');
	const tail = Math.floor(most / 3);
	const first = letters.slice(0, most - tail - 1).join('').replace(/\s\S*$/u, ' ');
	const last = letters.slice(-tail).join('').replace(/^\S*\s/u, ' ');
	return `${first}…${last}`;
}

function Failed({failed, copied, texts, actions}: {failed: Suggestion; copied: boolean; texts: ContentTexts; actions: CardActions}) {
	const toWrite = failed.text.trim();
	return (
		<div class="note" role="alert">
			<p>{toWrite ? texts.box.notApplied : texts.box.notRemoved}</p>
			{toWrite ? (
				<button type="button" class="quiet" onClick={() => actions.copy(failed.text)}>{copied ? texts.box.copied : texts.box.copy}</button>
			) : null}
		</div>
	);
}

function DismissedCard({never, texts, actions}: CardParts & {never: boolean}) {
	return (
		<section class="card short" role="dialog" tabIndex={-1} aria-labelledby="title">
			<span id="title">{never ? texts.box.neverAgain : texts.box.dismissed}</span>
			<button type="button" class="quiet" onClick={() => actions.undo()}>{texts.box.undo}</button>
			<IconButton name="close" label={texts.box.close} press={() => actions.close()} />
		</section>
	);
}

function NoticeCard({view, texts, actions}: CardParts & {view: Extract<CardView, {kind: 'notice'}>}) {
	return (
		<section class="card" role="dialog" tabIndex={-1} aria-labelledby="title" aria-describedby="message">
			<div class="top">
				<span class="severity plain">{texts.name}</span>
				<IconButton name="close" label={texts.box.close} press={() => actions.close()} />
			</div>
			<h2 id="title">{view.title}</h2>
			<div id="message" class="body">{view.lines.map(line => <p key={line}>{line}</p>)}</div>
		</section>
	);
}
