import {type Field, fields, type SettingName, type Watched} from '../shared/fields.js';
import {fill, type Texts} from '../shared/texts.js';

/** The value of a setting in few words, for a list of changes. Secret ones are only counted. */
export function describe(name: SettingName, value: unknown, texts: Texts): string {
	const field: Field = fields[name];
	const {options} = texts;
	const values: Record<string, string> = (texts.settings[name] as {values?: Record<string, string>}).values ?? {};
	switch (field.kind) {
		case 'choice': return values[value as string] ?? String(value);
		case 'flag': return value ? options.on : options.off;
		case 'address':
		case 'line': return value as string || options.empty;
		case 'keys':
		case 'words': return (value as string[]).join(', ') || options.empty;
		case 'watched': return fill(options.wordCount, {count: (value as Watched[]).length, max: field.max});
		case 'switches': return switchedOn(value as Record<string, boolean>, {...texts.sites, ...values}) || options.empty;
		case 'levels': return changedLevels(field, value as Record<string, string>, texts).join('; ') || options.severityAll;
	}
}

function switchedOn(value: Record<string, boolean>, names: Record<string, string>): string {
	return Object.entries(value).filter(([, on]) => on).map(([name]) => names[name] ?? name).join(', ');
}

/** The levels that are not the initial one, in words. */
function changedLevels(field: Extract<Field, {kind: 'levels'}>, value: Record<string, string>, texts: Texts): string[] {
	const [names, levels]: Record<string, string>[] = [texts.categories, texts.settings.severity.values];
	return field.names.filter(name => (value[name] ?? field.initial) !== field.initial)
		.map(name => fill(texts.options.severityChanged, {category: names?.[name] ?? name, level: levels?.[value[name] ?? ''] ?? ''}));
}
