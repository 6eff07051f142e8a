import './page.css';
import {type ComponentChild, createContext, render} from 'preact';
import {useContext} from 'preact/hooks';
import {localised, type Texts} from '../shared/texts.js';
import {en} from '../shared/texts/en.js';

const texts = localised(en);
const TextsContext = createContext(texts);

/** The words of the page in the reader's language. */
export function useTexts(): Texts {
	return useContext(TextsContext);
}

/** Shows a page. Its language is that of its words, not that of the browser. */
export function mount(page: ComponentChild, title: (texts: Texts) => string): void {
	document.documentElement.lang = texts.lang;
	document.documentElement.dir = texts.direction;
	document.title = title(texts);
	const main = document.querySelector('main');
	if (main) render(<TextsContext.Provider value={texts}>{page}</TextsContext.Provider>, main);
}
