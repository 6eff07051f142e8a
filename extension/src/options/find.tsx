import {useId, useRef} from 'preact/hooks';
import {useTexts} from '../page/mount.js';
import {counted, fill} from '../shared/texts.js';
import {type Found, sections, titleOf} from './search.js';

interface SearchProps {
	query: string;
	setQuery: (query: string) => void;
	found: Found;
}

/** Looks through all options as one types, and says how many fit. */
export function SearchBox({query, setQuery, found}: SearchProps) {
	const texts = useTexts().options;
	const id = useId();
	const box = useRef<HTMLInputElement>(null);
	const clear = () => {
		setQuery('');
		box.current?.focus();
	};
	return (
		<search class="stack" style={{'--gap': '.375rem'}}>
			<label class="label" for={id}>{texts.search.label}</label>
			<input id={id} ref={box} type="search" class="line" autocomplete="off" spellcheck={false} value={query}
				onInput={event => setQuery(event.currentTarget.value)} onKeyDown={event => event.key === 'Escape' && clear()} />
			<div class="row" role="status">
				{query.trim() && <span>{fill(counted(texts.search.found, found.count), {query: query.trim()})}</span>}
				{query.trim() && <button class="plain" onClick={clear}>{texts.search.all}</button>}
			</div>
		</search>
	);
}

/** The sections of the page, or those in which something was found. */
export function Contents({found}: {found: Found}) {
	const texts = useTexts();
	const id = useId();
	if (found.sections.size === 0) return null;
	return (
		<nav class="contents" aria-labelledby={id}>
			<h2 id={id}>{texts.options.contents}</h2>
			<ul class="plain-list">
				{sections.filter(section => found.sections.has(section)).map(section => (
					<li key={section}><a href={`#${section}`}>{titleOf(section, texts)}</a></li>
				))}
			</ul>
		</nav>
	);
}
