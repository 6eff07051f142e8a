import {render} from 'preact';
import type {MediaQuestion} from '../../shared/finding.js';
import type {ContentTexts} from '../../shared/texts.js';
import type {Overlay} from '../overlay.js';
import {hasCoordinates} from './coordinates.js';
import {Reminder} from './reminder.js';

/** The reminder of one box: it comes with a picture and stays until it is closed. */
export class Reminding {
	readonly #overlay: Overlay;
	readonly #texts: ContentTexts;
	/** Finds the reminder its place. */
	readonly #place: (reminder: HTMLElement) => Promise<void>;
	#open = false;
	#withPlace: readonly string[] = [];

	constructor(overlay: Overlay, texts: ContentTexts, place: (reminder: HTMLElement) => Promise<void>) {
		[this.#overlay, this.#texts, this.#place] = [overlay, texts, place];
	}

	/** Shows what to ask of pictures and videos, and names those that tell where they were taken. */
	async show(questions: readonly MediaQuestion[], files: readonly File[]): Promise<void> {
		const placed = await Promise.all(files.map(async file => ((await hasCoordinates(file)) ? [file.name] : [])));
		this.#withPlace = [...new Set([...this.#withPlace, ...placed.flat()])];
		this.#open = true;
		const close = () => this.close();
		render(<Reminder questions={questions} withPlace={this.#withPlace} texts={this.#texts} close={close} />, this.#overlay.reminder);
		this.place();
	}

	/** Puts the reminder where it covers nothing that is worked with. */
	place(): void {
		if (this.#open) void this.#place(this.#overlay.reminder).catch(() => this.close());
	}

	close(): void {
		if (!this.#open) return;
		this.#open = false;
		this.#withPlace = [];
		render(null, this.#overlay.reminder);
	}
}
