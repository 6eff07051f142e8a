import {type Field, fields, groups, type SettingName} from '../shared/fields.js';
import type {Texts} from '../shared/texts.js';

/** The sections of the page: one for each group of settings, and those that hold none. */
export const sections = [...groups, 'dismissed', 'file', 'start'] as const;
export type Section = (typeof sections)[number];

/** What a search leaves in sight. */
export interface Found {
	settings: ReadonlySet<SettingName>;
	sections: ReadonlySet<Section>;
	/** How many settings, and sections without any. */
	count: number;
}

/** The settings of a group, in order. */
export function settingsOf(group: Section): SettingName[] {
	return (Object.entries(fields) as [SettingName, Field][]).filter(([, field]) => field.group === group).map(([name]) => name);
}

/** The heading of a section. */
export function titleOf(section: Section, {options}: Texts): string {
	switch (section) {
		case 'dismissed': return options.forget;
		case 'file': return options.transfer.title;
		default: return options[section];
	}
}

/** Finds the settings and sections that hold every word of the query, in any case and with any accents. */
export function search(query: string, texts: Texts): Found {
	const words = plain(query).split(/\s+/u).filter(Boolean);
	const holds = (text: string) => words.every(word => text.includes(word));
	const settings = new Set(sections.flatMap(settingsOf).filter(name => holds(textOf(name, texts))));
	const alone = new Set(sections.filter(section => settingsOf(section).length === 0 && holds(wordsOf(section, texts))));
	const withSome = sections.filter(section => alone.has(section) || settingsOf(section).some(name => settings.has(name)));
	return {settings, sections: new Set(withSome), count: settings.size + alone.size};
}

/** All that is written at one setting, and above it. */
function textOf(name: SettingName, texts: Texts): string {
	const field: Field = fields[name];
	const own: unknown[] = [texts.settings[name], titleOf(field.group, texts)];
	if (field.group === 'channel') own.push(texts.house);
	if (field.kind === 'switches') own.push(texts.sites);
	if (field.kind === 'levels') own.push(texts.categories);
	if (field.kind === 'watched') own.push(texts.watchlist);
	return plain(allTexts(own));
}

/** All that is written in a section without settings. */
function wordsOf(section: Section, texts: Texts): string {
	const {options} = texts;
	const own: Partial<Record<Section, unknown>> = {
		dismissed: [options.dismissed, options.forgetDismissals, options.dismissal],
		file: options.transfer,
		start: [options.resetAbout, options.reset, options.delete],
	};
	return plain(allTexts([titleOf(section, texts), own[section]]));
}

/** Every text in a tree of them. */
function allTexts(tree: unknown): string {
	if (typeof tree === 'string') return tree;
	return typeof tree === 'object' && tree !== null ? Object.values(tree).map(allTexts).join('\n') : '';
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
