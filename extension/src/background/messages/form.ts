import type {Surface} from '../../shared/protocol.js';
import {sites, type Site} from '../../shared/sites.js';
import {isRecord} from '../../shared/validate.js';

/** Checks on the form of requests. Each gives undefined for what does not fit. */

const surfaces: readonly string[] = [
	'post', 'reply', 'quote', 'comment', 'repost', 'like', 'dm', 'bio', 'name', 'article',
] satisfies Surface[];

/** A text, or undefined. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** A list of texts, or undefined. */
export function asTexts(value: unknown): string[] | undefined {
	return Array.isArray(value) && value.every(part => typeof part === 'string') ? value : undefined;
}

/** A surface, or undefined. */
export function asSurface(value: unknown): Surface | undefined {
	return surfaces.includes(value as string) ? value as Surface : undefined;
}

/** A site or `none`, or undefined. */
export function asSite(value: unknown): Site | undefined {
	return value === 'none' || sites.some(site => site === value) ? value as Site : undefined;
}

/** A length in whole units, or undefined. */
export function asLength(value: unknown): number | undefined {
	return Number.isSafeInteger(value) && (value as number) > 0 ? value as number : undefined;
}

/** A record, or undefined. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
	return isRecord(value) ? value : undefined;
}

/** A list whose every item has the form, or undefined. */
export function asList<T>(value: unknown, asItem: (item: unknown) => T | undefined): T[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const items = value.map(asItem);
	return items.every(item => item !== undefined) ? items : undefined;
}
