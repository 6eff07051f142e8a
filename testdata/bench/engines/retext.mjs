import english from 'retext-english';
import equality from 'retext-equality';
import profanities from 'retext-profanities';
import stringify from 'retext-stringify';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {versionOf} from '../peer-version.mjs';

let processor;

export const name = 'retext equality+profanities';
export const version = `${versionOf('retext-equality')}+${versionOf('retext-profanities')}`;

export function init() {
	processor = unified().use(english).use(equality).use(profanities).use(stringify).freeze();
}

export function lint(text) {
	const file = new VFile(text);
	processor.runSync(processor.parse(file), file);
	return file.messages.length;
}
