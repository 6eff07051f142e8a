import {type Field, fields} from './fields.js';

/** A JSON schema as browsers read it for managed settings. */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema of the settings an organisation may set beforehand: all but those of the user's own. */
export function policySchema(): Schema {
	const open = (Object.entries(fields) as [string, Field][]).filter(([, field]) => !field.own);
	return {type: 'object', properties: Object.fromEntries(open.map(([name, field]) => [name, schemaOf(field)]))};
}

function schemaOf(field: Field): Schema {
	switch (field.kind) {
		case 'choice': return {type: 'string', enum: field.values};
		case 'flag': return {type: 'boolean'};
		case 'line': return {type: 'string'};
		case 'words': return {type: 'array', items: {type: 'string'}};
		case 'watched': return {type: 'array', items: record(['word', 'until'], {type: 'string'})};
		case 'switches': return record(field.names, {type: 'boolean'});
		case 'levels': return record(field.names, {type: 'string', enum: field.values});
	}
}

function record(names: readonly string[], each: Schema): Schema {
	return {type: 'object', properties: Object.fromEntries(names.map(name => [name, each]))};
}
