import {useState} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {fill} from '../shared/texts.js';
import {download} from '../page/download.js';
import {type FileKind, fileKinds, fileName, type MessageRecord, type RecordWords} from './record-file.js';
import {recordHtml} from './record-html.js';
import {recordMail} from './record-mail.js';
import {recordText} from './record-text.js';

const forms: {[K in FileKind]: {type: string; write(record: MessageRecord, words: RecordWords): string}} = {
	eml: {type: 'message/rfc822', write: recordMail},
	html: {type: 'text/html;charset=utf-8', write: recordHtml},
	txt: {type: 'text/plain;charset=utf-8', write: recordText},
};

/** The three files, each made when its button is pressed. */
export function RecordSave({record, ready}: {record: () => MessageRecord; ready: boolean}) {
	const {record: texts, lang, direction} = useTexts();
	const [saved, setSaved] = useState('');
	const save = (kind: FileKind) => {
		const made = record();
		const name = fileName(made, kind);
		download(name, forms[kind].type, forms[kind].write(made, {texts, lang, direction}));
		setSaved(name);
	};
	return (
		<section class="stack" aria-labelledby="record-save">
			<h3 id="record-save">{texts.saveTitle}</h3>
			<p class="quiet" id="record-save-about">{ready ? texts.saveAbout : texts.nothingToSave}</p>
			<div class="row">
				{fileKinds.map(kind => (
					<button key={kind} disabled={!ready} aria-describedby="record-save-about" onClick={() => save(kind)}>{fill(texts.saveAs, {kind: `.${kind}`})}</button>
				))}
			</div>
			<p role="status">{saved && fill(texts.saved, {name: saved})}</p>
		</section>
	);
}
