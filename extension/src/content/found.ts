import type {Note, Provision} from '../shared/finding.js';
import type {CheckAnswer, Reason} from '../shared/protocol.js';
import {fill, type ContentTexts} from '../shared/texts.js';
import type {BadgeState} from './badge.js';
import type {Scene} from './cards.js';
import {Dismissed} from './dismissed.js';
import {editBetween} from './edit.js';
import {gravest, markKey, marksOf, moveMarks, type Mark} from './mark.js';
import type {TextMap} from './text-map.js';

/** What is shown of a box. */
export interface Reading {
	text: string;
	state: BadgeState;
	marks: readonly Mark[];
	notes: readonly Note[];
	/** The languages it was read in. */
	langs: readonly string[];
	provisions: Readonly<Record<string, Provision>>;
}

/** What is known of one box: its text, what was found there, what the writer did with that, and why it is not checked. */
export class Found {
	readonly dismissed: Dismissed;
	readonly #texts: ContentTexts;
	#map: TextMap;
	/** All that was found, moved along with the text; what is dismissed is still among it. */
	#marks: readonly Mark[] = [];
	#provisions: Readonly<Record<string, Provision>> = {};
	#notes: readonly Note[] = [];
	#langs: readonly string[] = [];
	/** The warnings the writer has chosen to post with. */
	readonly #passed = new Set<string>();
	#unchecked: string | null = null;
	/** The text of the newest answer, null before the first. */
	#answeredText: string | null = null;
	#silent = false;

	constructor(map: TextMap, texts: ContentTexts, sendNever: (mark: Mark) => void) {
		[this.#map, this.#texts] = [map, texts];
		this.dismissed = new Dismissed(sendNever);
	}

	/** The text as it was read last. */
	get text(): string {
		return this.#map.text;
	}

	/** True where the user wants nothing shown on this site. */
	get silent(): boolean {
		return this.#silent;
	}

	/** The text with what is to be shown of it. */
	get scene(): Scene {
		return {map: this.#map, marks: this.#silent ? [] : this.dismissed.without(this.#marks), provisions: this.#provisions};
	}

	/** Warnings that were neither mended, dismissed nor accepted. */
	get warnings(): readonly Mark[] {
		return this.scene.marks.filter(mark => mark.finding.severity === 'warning' && !this.#passed.has(markKey(mark)));
	}

	/** What was not looked at and why, a line each. */
	get noteLines(): string[] {
		return this.#notes.map(note => fill(this.#texts.notes[note.kind], {what: note.what}));
	}

	/** What the badge says; `late` while an answer is overdue. */
	state(late: boolean): BadgeState {
		if (this.#unchecked) return {kind: 'unchecked', reason: this.#unchecked};
		const {marks} = this.scene;
		if (this.#answeredText === null || late) return {kind: 'checking'};
		if (marks.length > 0) return {kind: 'findings', count: marks.length, severity: gravest(marks)};
		// A part nobody looked at is never *nothing found*.
		return this.#notes.some(({kind}) => kind !== 'silenced') ? {kind: 'unchecked', reason: this.#texts.box.partly} : {kind: 'nothing'};
	}

	/** All of it, for a page of ours that shows it in a form of its own. */
	reading(late: boolean): Reading {
		const [{marks, provisions}, notes, langs] = [this.scene, this.#notes, this.#langs];
		return {text: this.text, state: this.state(late), marks, notes, langs, provisions};
	}

	/** Takes on the text as it is now. Returns whether it is another. */
	edited(map: TextMap): boolean {
		const edit = editBetween(this.text, map.text);
		this.#map = map;
		if (!edit) return false;
		this.#marks = moveMarks(this.#marks, edit);
		if (map.text === '') this.#startOver();
		return true;
	}

	/** A new text begins. */
	#startOver(): void {
		this.dismissed.startOver();
		this.#passed.clear();
	}

	/** Takes on what was found in `text`, this box's part of what was asked. */
	take({findings, provisions, notes, langs}: CheckAnswer, part: number, text: string): void {
		this.#unchecked = null;
		this.#silent = false;
		this.#answeredText = text;
		[this.#provisions, this.#notes, this.#langs] = [provisions, notes, langs];
		const edit = editBetween(text, this.text);
		const marks = marksOf(findings.filter(finding => finding.part === part), text);
		this.#marks = this.text.trim() === '' ? [] : edit ? moveMarks(marks, edit) : marks;
	}

	/** Takes note of why there is no answer. */
	refused(reason: Reason): void {
		this.#silent = reason === 'site-off';
		this.#unchecked = this.#texts.reasons[reason];
		// What was found before still stands when only the newest answer is late.
		if (reason !== 'no-answer') this.#marks = [];
	}

	/** Nothing is written, so nothing is found. */
	clear(): void {
		this.#marks = [];
	}

	/** Takes note that the writer wants to post with these warnings. */
	pass(marks: readonly Mark[]): void {
		for (const mark of marks) this.#passed.add(markKey(mark));
	}

	/** Has it shown again: the settings may have changed. */
	unsilence(): void {
		this.#silent = false;
	}

	/** Says from now on why nothing is checked any more. */
	leaveWith(reason: string): void {
		this.#unchecked = reason;
	}
}
