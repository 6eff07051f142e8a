import {renderToString} from 'preact-render-to-string';
import type {MessageRecord, RecordWords} from './record-file.js';
import {isoTime, type RecordMessage} from './record-message.js';
import {byHandOf, headLines, timeOf, titleOf} from './record-text.js';

// No sign in it that HTML would have to write otherwise.
const style = [
	':root{color-scheme:light dark}',
	'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}',
	'dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}',
	'ol{padding-inline-start:1.5rem}li{break-inside:avoid;margin-block-end:1.25rem}',
	'p{margin:.25rem 0}.text{white-space:pre-wrap}.foot{margin-block-start:2rem;font-size:.875rem}',
	'@media print{body{margin:0;max-width:none}}',
].join('');

/** The record as a page that needs nothing else and runs nothing. Whatever a message holds is written as text. */
export function recordHtml(record: MessageRecord, words: RecordWords): string {
	return `<!doctype html>\n${renderToString(<RecordPage record={record} words={words} />)}\n`;
}

function RecordPage({record, words}: {record: MessageRecord; words: RecordWords}) {
	const {file} = words.texts;
	const title = titleOf(record, words);
	return (
		<html lang={words.lang} dir={words.direction as 'ltr'}>
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
				<meta name="viewport" content="width=device-width" />
				<title>{title}</title>
				<style>{style}</style>
			</head>
			<body>
				<h1>{title}</h1>
				<dl>{headLines(record, words).map(([name, value]) => <><dt>{name}</dt><dd class="text" dir="auto">{value}</dd></>)}</dl>
				<ol>{record.messages.map(message => <Entry key={message.id} message={message} words={words} />)}</ol>
				<p class="foot">{file.foot}</p>
			</body>
		</html>
	);
}

function Entry({message, words}: {message: RecordMessage; words: RecordWords}) {
	const time = timeOf(message, words);
	const byHand = byHandOf(message, words);
	return (
		<li>
			<p>
				<strong dir="auto">{message.author || words.texts.unknownAuthor}</strong>
				{', '}
				{message.sent ? <time dateTime={isoTime(message.sent)}>{time}</time> : time}
				{byHand && `, ${byHand}`}
			</p>
			<p class="text" dir="auto">{message.text}</p>
		</li>
	);
}
