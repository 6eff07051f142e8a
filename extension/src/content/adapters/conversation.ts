import type {ShownMessage} from '../../shared/protocol.js';
import {ancestry, isShown, parentOf} from '../tree.js';
import {textOfPost} from './post-text.js';
import type {ShownConversation} from './site.js';

/** How a site lays out a conversation. */
export interface ChatMarkup {
	/** What holds the messages, and nothing but them. */
	log: string;
	/** Names the other side, beside the log. */
	partner: string;
	message: string;
	messageText: string;
	/** Names who wrote a message and those after it. */
	messageAuthor: string;
	messageTime: string;
	/** Stands between messages and tells the day of those that follow. */
	messageDay: string;
	/** True where one's own messages stand at the end of the line and name nobody. */
	sides: boolean;
	/** Holds an open shadow root with conversations of its own. */
	outlet?: string;
}

/** A time with its offset from UTC; without one nobody knows when it was. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/u;

/** Reads the conversation that `node` stands in, or else one that is shown. */
export function readConversation(at: ChatMarkup, own: string | null, node: Node | null): ShownConversation | null {
	const log = logOf(at, node);
	return log && new Reading(at, own ?? '', log).result();
}

function logOf(at: ChatMarkup, node: Node | null): HTMLElement | null {
	const start = node instanceof Element ? node : node && parentOf(node);
	for (const one of start ? ancestry(start) : []) {
		const found = one.matches(at.log) ? one as HTMLElement : shownIn(one, at.log);
		if (found) return found;
	}
	const outlets = at.outlet ? [...document.querySelectorAll(at.outlet)].flatMap(one => one.shadowRoot ?? []) : [];
	for (const root of [document, ...outlets]) {
		const found = shownIn(root, at.log);
		if (found) return found;
	}
	return null;
}

function shownIn(root: ParentNode, selector: string): HTMLElement | null {
	return [...root.querySelectorAll<HTMLElement>(selector)].find(isShown) ?? null;
}

/** One pass over the messages of a log, from the oldest. */
class Reading {
	readonly #at: ChatMarkup;
	readonly #own: string;
	readonly #log: HTMLElement;
	readonly #partner: string;
	#day = '';
	#author = '';
	#time: Pick<ShownMessage, 'sent' | 'shownTime'> = {};

	constructor(at: ChatMarkup, own: string, log: HTMLElement) {
		[this.#at, this.#own, this.#log] = [at, own, log];
		this.#partner = partnerOf(at, log);
	}

	result(): ShownConversation {
		const [elements, messages]: [Element[], ShownMessage[]] = [[], []];
		for (const one of this.#log.querySelectorAll<HTMLElement>(`${this.#at.message}, ${this.#at.messageDay}`)) {
			const message = this.#read(one);
			if (!message) continue;
			elements.push(one);
			messages.push(message);
		}
		const others = messages.map(({author}) => author).filter(author => author !== this.#own);
		const people = others.length > 0 ? others : [this.#partner];
		return {elements, messages, participants: [...new Set([...people, this.#own])].filter(name => name !== '')};
	}

	#read(one: HTMLElement): ShownMessage | null {
		const {message, messageText, messageAuthor, messageTime} = this.#at;
		if (!one.matches(message)) {
			[this.#day, this.#time] = [wordsOf(one), {}];
			return null;
		}
		const text = [...one.querySelectorAll(messageText)].map(one => textOfPost(one)).join('\n');
		const author = one.querySelector<HTMLElement>(messageAuthor);
		if (author) this.#author = nameIn(author);
		const time = one.querySelector<HTMLElement>(messageTime);
		if (time) this.#time = timeOf(time, this.#day);
		else if (!this.#time.shownTime && this.#day) this.#time = {shownTime: this.#day};
		return text === '' ? null : {author: this.#authorOf(one), text, ...this.#time};
	}

	#authorOf(one: HTMLElement): string {
		if (this.#at.sides && isAtEnd(one.querySelector(this.#at.messageText) ?? one, this.#log)) return this.#own;
		return this.#author || this.#partner;
	}
}

function partnerOf(at: ChatMarkup, log: Element): string {
	for (const one of ancestry(log)) {
		const partner = one.querySelector(at.partner);
		if (partner) return wordsOf(partner);
	}
	return '';
}

function wordsOf(element: Element): string {
	return (element.textContent || element.getAttribute('aria-label') || '').trim().replaceAll(/\s+/gu, ' ');
}

/** A name in words, or that of the account whose picture it is. */
function nameIn(element: HTMLElement): string {
	return element.dataset['testid']?.split('-').pop() || wordsOf(element) || element.querySelector('img')?.alt || '';
}

function timeOf(element: HTMLElement, day: string): Pick<ShownMessage, 'sent' | 'shownTime'> {
	const [told, words] = [element.getAttribute('datetime') ?? '', wordsOf(element)];
	const shownTime = [day, words].filter(part => part !== '').join(' ');
	return {...(instant.test(told) && {sent: told}), ...(shownTime && {shownTime})};
}

/** Tells whether a bubble stands at the end of the line: on the right, or on the left where one reads from there. */
function isAtEnd(bubble: Element, log: Element): boolean {
	const [inner, outer] = [bubble.getBoundingClientRect(), log.getBoundingClientRect()];
	const lead = inner.left - outer.left - (outer.right - inner.right);
	return getComputedStyle(log).direction === 'rtl' ? lead < 0 : lead > 0;
}
